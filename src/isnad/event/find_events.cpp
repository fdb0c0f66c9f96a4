// SPDX-License-Identifier: Apache-2.0
// The order of the event step: triggers, roles, figures, place and time, factuality; results into
// their causes.
#include "isnad/event/find_events.h"

#include <algorithm>

#include "isnad/event/assign_figures.h"
#include "isnad/event/companions.h"
#include "isnad/event/domain.h"
#include "isnad/event/find_contexts.h"
#include "isnad/event/find_roles.h"
#include "isnad/event/find_triggers.h"
#include "isnad/event/judge_factuality.h"
#include "isnad/event/link_place.h"
#include "isnad/event/link_roles.h"
#include "isnad/event/link_time.h"
#include "isnad/event/party_span.h"
#include "isnad/event/told_twice.h"

namespace isnad {
namespace {

class EventFinder {
 public:
  EventFinder(const EventInput& input, const EventKnowledge& knowledge, bool explain)
      : in_(input), knowledge_(knowledge), explain_(explain) {}

  std::vector<EventMention> run() {
    gather_matches();
    triggers_ = find_triggers(in_.syntax, in_.matches, knowledge_, in_.report.text);
    std::erase_if(triggers_, [this](const Trigger& trigger) {
      return inside_name(trigger) || is_given_name(trigger);
    });
    for (const auto& trigger : triggers_) add_candidate(trigger);
    link();
    verbs_that_carry();
    drop_told_twice(in_.syntax, knowledge_, candidates_);
    assign_figures(in_, knowledge_, candidates_);
    parties_of_other_sentences();
    return finish();
  }

 private:
  // The learned choice among all candidates replaces that of the construction.
  void link() {
    if (knowledge_.role_weights.empty() && !explain_) return;
    std::vector<ToldEvent> told;
    for (const auto& candidate : candidates_)
      told.push_back({&candidate.trigger, &candidate.roles});
    const RoleSetting setting{in_.report.text, in_.syntax, in_.analysis,
                              in_.mentions,    knowledge_, in_.lexicon,
                              in_.matches,     told,       reporting_tokens()};
    for (size_t i = 0; i < candidates_.size(); ++i) {
      auto& event = candidates_[i].event;
      const auto linked = link_roles(setting, told[i], knowledge_.role_weights,
                                     explain_ ? &event.evidence : nullptr);
      if (knowledge_.role_weights.empty()) continue;
      event.agents.clear();
      event.recipients.clear();
      for (const auto span : linked.agents) event.agents.push_back(party_of(span));
      for (const auto span : linked.recipients) event.recipients.push_back(party_of(span));
      if (event.agents.empty()) doer_in_trigger(candidates_[i]);
      candidates_[i].agent_elsewhere = linked.agent_elsewhere;
      candidates_[i].recipient_elsewhere = linked.recipient_elsewhere;
    }
  }

  // فجر انتحاري نفسه (a suicide bomber blew himself up), آلاف المتظاهرين (thousands of marchers):
  // the words of some frames have the doer among them. In هجوم انتحاري (a suicide attack) he is an
  // adjective.
  void doer_in_trigger(Candidate& candidate) const {
    const TokenSpan words = candidate.trigger.tokens;
    if (words.size() < 2) return;
    const bool behind_verb = in_.syntax.at(words.begin) == SyntaxClass::kVerb ||
                             in_.syntax.folded(words.begin).ends_with("فجر");  // blew up; dawn
    const bool protest = candidate.event.type == "PROTEST";
    for (const auto& actor : in_.mentions.actors) {
      if (!actor.tokens.overlaps(words) || actor.kind != ActorKind::kGroup || actor.adjective)
        continue;
      const bool first = actor.tokens.begin <= words.begin;
      const bool bomber = actor.sector == "UAF" && (behind_verb || first);
      const bool marchers = protest && actor.sector == "CVL";
      if (bomber || marchers) {
        candidate.event.agents.push_back(party_of(actor.tokens));
        return;
      }
    }
  }

  [[nodiscard]] std::vector<bool> reporting_tokens() const {
    std::vector<bool> tokens(in_.text.tokens.size(), false);
    for (const auto& match : in_.matches) {
      if (knowledge_.reporting.contains(match.row)) tokens[match.tokens.begin] = true;
    }
    return tokens;
  }

  // Where nobody in the event's sentence is its party, one named in another sentence may be.
  void parties_of_other_sentences() {
    for (auto& candidate : candidates_) {
      auto& event = candidate.event;
      if (event.agents.empty() && !candidate.agent_elsewhere.empty())
        event.agents.push_back(party_of(candidate.agent_elsewhere));
      if (event.recipients.empty() && !candidate.recipient_elsewhere.empty())
        event.recipients.push_back(party_of(candidate.recipient_elsewhere));
    }
  }

  // "a raid targeted the post": the verb only carries the raid, though alone it tells an event of
  // its own.
  void verbs_that_carry() {
    for (auto& verb : candidates_) {
      const bool light = verb.trigger.is_verb &&
                         std::any_of(light_.begin(), light_.end(), [&](const Match& match) {
                           return match.tokens.begin == verb.trigger.head;
                         });
      if (!light) continue;
      for (auto& noun : candidates_) {
        if (noun.trigger.is_verb || noun.event.type != verb.event.type ||
            !carries(verb.trigger, noun.trigger))
          continue;
        // "the prison came under shelling, in which the inmates' wing was hit": the passive's own
        // subject is one more thing hit.
        if (noun.event.recipients.empty() || verb.trigger.is_passive)
          add_parties(verb.event.recipients, noun.event.recipients);
        verb.dropped = true;
        break;
      }
    }
    std::erase_if(candidates_, [](const Candidate& candidate) { return candidate.dropped; });
  }

  static void add_parties(const std::vector<Party>& from, std::vector<Party>& into) {
    for (const Party& party : from) {
      const bool known = std::any_of(into.begin(), into.end(), [&](const Party& other) {
        return other.tokens.overlaps(party.tokens);
      });
      if (!known) into.push_back(party);
    }
  }

  // The event noun right after the verb, or before it in the same clause.
  [[nodiscard]] bool carries(const Trigger& verb, const Trigger& noun) const {
    constexpr uint32_t kNear = 3;
    if (in_.syntax.sentence_index(verb.head) != in_.syntax.sentence_index(noun.head)) return false;
    if (noun.tokens.begin > verb.head) return noun.head <= verb.head + kNear;
    for (uint32_t t = noun.tokens.end; t < verb.head; ++t) {
      const auto word_class = in_.syntax.at(t);
      if (word_class == SyntaxClass::kVerb || word_class == SyntaxClass::kComplementiser ||
          in_.syntax.folded(t) == "فيما" ||  // while
          in_.syntax.folded(t) == "بينما")   // while
        return false;
    }
    return true;
  }

  void gather_matches() {
    for (const auto& match : in_.matches) {
      if (knowledge_.light_verbs.find(match.row) != nullptr) light_.push_back(match);
      if (knowledge_.cues.find(match.row) != nullptr && !inside_weapon(match))
        cues_.push_back(match);
    }
  }

  // "without" in "an aircraft without a pilot" negates nothing.
  [[nodiscard]] bool inside_weapon(const Match& match) const {
    return std::any_of(
        in_.mentions.weapons.begin(), in_.mentions.weapons.end(), [&](const auto& weapon) {
          return weapon.tokens.contains(match.tokens) && weapon.tokens.size() > match.tokens.size();
        });
  }

  // شكري بلعيد (Shukri Belaid): what could be "my thanks" is a man's name.
  [[nodiscard]] bool is_given_name(const Trigger& trigger) const {
    if (trigger.match.enclitic == 0 || trigger.tokens.size() > 1) return false;
    const Table names = in_.lexicon.table("given_names");
    return std::any_of(in_.matches.begin(), in_.matches.end(), [&](const Match& match) {
      return match.tokens == trigger.tokens && match.enclitic == 0 && names.contains(match.row);
    });
  }

  // "the Counter-Terrorism Force", "Sina'a prison", the channel «al-Masirah» (the march): words of
  // a name evoke nothing.
  [[nodiscard]] bool inside_name(const Trigger& trigger) const {
    const bool quoted = trigger.tokens.begin > 0 &&
                        in_.syntax.at(trigger.tokens.begin - 1) == SyntaxClass::kOpenQuote;
    const auto holds = [&](TokenSpan name) {
      return name.contains(trigger.tokens) && name.size() > 1;
    };
    return std::any_of(in_.mentions.actors.begin(), in_.mentions.actors.end(),
                       [&](const ActorMention& actor) {
                         return actor.row != kNoRow && (!actor.name.empty() || quoted) &&
                                holds(actor.tokens) && actor.head != trigger.head;
                       }) ||
           std::any_of(in_.mentions.places.begin(), in_.mentions.places.end(),
                       [&](const PlaceMention& place) {
                         // في تعز (in Taiz) is no "let him condole"; دان alone condemns, though it
                         // is spelt like Dan.
                         const bool stands_as_place = place.tokens.size() > place.name.size() ||
                                                      place.preposition != PlacePreposition::kNone;
                         return holds(place.name) || (trigger.is_verb && stands_as_place &&
                                                      place.name == trigger.tokens);
                       });
  }

  void add_candidate(const Trigger& trigger) {
    Candidate candidate{
        trigger, find_roles(trigger, in_.syntax, knowledge_, light_, in_.mentions), {}, {}};
    if (!object_fits(candidate)) return;
    auto& event = candidate.event;
    const auto& frame = *trigger.frame;
    event.frame = frame.row;
    event.construction = std::string(candidate.roles.construction);
    event.rule = std::string(in_.lexicon.id(frame.row)) + "." + event.construction;
    event.trigger_span = in_.text.given_of(trigger.tokens);
    event.sentence_span = in_.syntax.sentence_of(trigger.head).given;
    event.trigger = trigger.tokens;
    event.head = trigger.head;
    event.sentence = in_.syntax.sentence_index(trigger.head);
    event.lemma = std::string(in_.syntax.folded(trigger.head));
    event.type = frame.type;
    event.mode = frame.mode;
    event.means = frame.means;
    event.covers = frame.covers;
    event.inflection = trigger.match.inflection;
    event.proclitics = trigger.match.proclitics;
    event.is_verb = trigger.is_verb;
    event.weak = frame.weak;
    event.definite = !trigger.is_verb &&
                     ((trigger.match.proclitics & kArticle) != 0 || after_demonstrative(trigger));
    roles_to_parties(candidate);
    event.by_pronoun = candidate.roles.subject_omitted && event.agents.empty();
    candidate.built_agent = !event.agents.empty();
    candidate.built_recipient = !event.recipients.empty();
    weapons(candidate);
    event.place = place_of(trigger, triggers_, candidate.roles, in_.syntax, in_.mentions,
                           explain_ ? &event.trace : nullptr);
    event.time = time_of(trigger, triggers_, in_, knowledge_);
    candidate.judgement = judge(trigger, candidate.roles, in_.syntax, knowledge_, cues_, light_,
                                event.time, in_.report);
    // What did not happen, or is no event at all, takes no figures from those that are.
    if (candidate.judgement.negated || candidate.judgement.unreal) return;
    (candidate.judgement.not_done ? not_done_ : candidates_).push_back(std::move(candidate));
  }

  [[nodiscard]] bool after_demonstrative(const Trigger& trigger) const {
    return trigger.tokens.begin > 0 &&
           in_.syntax.at(trigger.tokens.begin - 1) == SyntaxClass::kDemonstrative;
  }

  // `object_needs` and `people`: is what the event acts on of the kind the frame wants?
  [[nodiscard]] bool object_fits(const Candidate& candidate) const {
    const auto& frame = *candidate.trigger.frame;
    if (frame.object_needs.empty() && !frame.people) return true;
    const TokenSpan own = {candidate.trigger.tokens.begin + 1, candidate.trigger.tokens.end};
    if (!own.empty() && holds_any(own, frame.object_needs)) return true;  // the frame's own object
    bool any_object = false;
    for (const auto& phrase : candidate.roles.phrases) {
      if (phrase.role == Role::kAgent) continue;
      any_object = true;
      if (!frame.object_needs.empty() && holds_any(phrase.tokens, frame.object_needs)) return true;
      if (frame.people && is_people(phrase.tokens)) return true;
    }
    return frame.people && !any_object;
  }

  [[nodiscard]] bool holds_any(TokenSpan span, const std::vector<std::string>& wanted) const {
    const TextSpan folded{in_.text.tokens[span.begin].folded.begin,
                          in_.text.tokens[span.end - 1].folded.end};
    const auto words = std::string_view(in_.text.folded).substr(folded.begin, folded.size());
    return std::any_of(wanted.begin(), wanted.end(), [&](const std::string& want) {
      constexpr std::string_view kTable = "table:";
      if (!want.starts_with(kTable)) return has_word(words, want);
      const Table table = in_.lexicon.table(std::string_view(want).substr(kTable.size()));
      return std::any_of(in_.matches.begin(), in_.matches.end(), [&](const Match& m) {
        return table.contains(m.row) && span.contains(m.tokens);
      });
    });
  }

  [[nodiscard]] bool is_people(TokenSpan span) const {
    // العشرات منهم (dozens of them)
    if (span.end < in_.text.tokens.size() && in_.syntax.folded(span.end) == "منهم") return true;
    const auto overlaps = [&](const auto& mention) { return mention.tokens.overlaps(span); };
    return std::any_of(in_.mentions.actors.begin(), in_.mentions.actors.end(), overlaps) ||
           std::any_of(in_.mentions.quantities.begin(), in_.mentions.quantities.end(),
                       // العشرات (dozens), alone: of a verb that acts on people, people
                       [&](const QuantityMention& q) {
                         return (q.of_people || q.counted == UINT32_MAX) && q.tokens.overlaps(span);
                       });
  }

  void roles_to_parties(Candidate& candidate) {
    for (const auto& phrase : candidate.roles.phrases) {
      const Party party = party_of(phrase.tokens);
      auto& event = candidate.event;
      switch (phrase.role) {
        case Role::kAgent:
        case Role::kBoth:
          event.agents.push_back(party);
          break;
        case Role::kRecipient:
          event.recipients.push_back(party);
          break;
        default:
          break;
      }
    }
  }

  [[nodiscard]] ByteSpan span_of(TokenSpan phrase) const {
    return party_span(in_.syntax, in_.report.text, phrase);
  }

  // The phrase as written, and the best-known actor it names.
  [[nodiscard]] Party party_of(TokenSpan phrase) const {
    Party party{phrase, span_of(phrase), {}, {}, {}, {}};
    const ActorMention* best = nullptr;
    for (const auto& actor : in_.mentions.actors) {
      if (!phrase.overlaps(actor.tokens)) continue;
      if (best == nullptr || (best->code.empty() && !actor.code.empty())) best = &actor;
    }
    if (best == nullptr) return party;
    if (best->tokens.begin == phrase.begin) {
      party.tokens = best->tokens.joined(phrase);
      party.span = span_of(party.tokens);
    }
    // The name after an office ("the minister Ali Hasan Khalil"), not whoever else comes next.
    const bool office = best->kind == ActorKind::kPerson && best->name_tokens.empty();
    for (const auto& actor : in_.mentions.actors) {
      if (office && actor.tokens.begin == party.tokens.end && actor.kind == ActorKind::kPerson &&
          actor.preposition == 0 && actor.name_tokens.begin == actor.tokens.begin) {
        party.tokens.end = actor.tokens.end;
        party.span = span_of(party.tokens);
      }
    }
    const ActorMention* named = best;
    for (int step = 0;
         step < 4 && named->code.empty() && named->refers_to < in_.mentions.actors.size(); ++step) {
      named = &in_.mentions.actors[named->refers_to];
    }
    party.name = named->name;
    party.code = named->code;
    party.country = named->country;
    party.sector = named->sector;
    return party;
  }

  // Weapons named in the event's clause.
  void weapons(Candidate& candidate) {
    auto& event = candidate.event;
    if (!candidate.trigger.frame->weapon.empty())
      event.weapons.push_back(candidate.trigger.frame->weapon);
    const auto clause = in_.syntax.clause(candidate.trigger.head);
    for (const auto& weapon : in_.mentions.weapons) {
      if (!clause.contains(weapon.tokens) && !candidate.roles.reach.contains(weapon.tokens))
        continue;
      if (std::find(event.weapons.begin(), event.weapons.end(), weapon.word) == event.weapons.end())
        event.weapons.push_back(weapon.word);
    }
  }

  [[nodiscard]] static bool has_support(const Candidate& candidate) {
    const auto& event = candidate.event;
    return candidate.built_agent || candidate.built_recipient || event.place.has_value() ||
           event.casualties.killed.has_value() || event.casualties.injured.has_value();
  }

  // What did not happen stayed apart while parties and figures were shared out; a narrator may
  // still be the one who says so.
  void take_back_not_done() {
    std::move(not_done_.begin(), not_done_.end(), std::back_inserter(candidates_));
    std::stable_sort(candidates_.begin(), candidates_.end(),
                     [](const Candidate& a, const Candidate& b) {
                       return a.trigger.tokens.begin < b.trigger.tokens.begin;
                     });
  }

  // The trigger's own object is no party: "cut its ties". What stands before it in a party's
  // phrase, or a party that it belongs to (the membership of Mali), stays.
  void leave_object_out(const Match& match, std::vector<Party>& parties) const {
    const TokenSpan object{match.apart, match.apart + match.apart_words};
    std::erase_if(parties, [&](Party& party) {
      if (!party.tokens.contains(object.begin)) return false;
      if (party.tokens.begin < object.begin) {
        party = party_of({party.tokens.begin, object.begin});
        return false;
      }
      const bool owned =
          std::any_of(in_.mentions.actors.begin(), in_.mentions.actors.end(),
                      [&](const ActorMention& actor) { return actor.tokens.begin == object.end; });
      if (!owned || party.tokens.end <= object.end) return true;
      party = party_of({object.end, party.tokens.end});
      return false;
    });
  }

  // Those who are hurt in an event are not its doers; in a fight they may be one of its sides.
  void drop_agents_that_suffer(Candidate& candidate) const {
    if (knowledge_.schemes[candidate.trigger.frame->scheme].subject == Role::kBoth) return;
    auto& event = candidate.event;
    if (!event.casualties.killed && !event.casualties.injured) return;
    const auto is_built = [&](const Party& agent) {
      return std::any_of(candidate.roles.phrases.begin(), candidate.roles.phrases.end(),
                         [&](const RolePhrase& phrase) {
                           return phrase.role == Role::kAgent &&
                                  phrase.tokens.overlaps(agent.tokens);
                         });
    };
    const auto is_hurt = [&](const Party& agent) {
      if (is_built(agent)) return false;
      const auto same = [&](const Party& party) { return party.span.overlaps(agent.span); };
      if (std::any_of(event.recipients.begin(), event.recipients.end(), same)) return true;
      return (event.casualties.killed && event.casualties.killed->span.overlaps(agent.span)) ||
             (event.casualties.injured && event.casualties.injured->span.overlaps(agent.span));
    };
    std::erase_if(event.agents, is_hurt);
  }

  std::vector<EventMention> finish() {
    std::vector<EventMention> out;
    take_back_not_done();
    for (auto& candidate : candidates_) {
      if (candidate.dropped) continue;
      auto& event = candidate.event;
      if (candidate.trigger.apart != UINT32_MAX) {
        // of a verb that takes none, the word in the trigger is its subject: police were posted
        if (knowledge_.schemes[candidate.trigger.frame->scheme].object != Role::kNone)
          leave_object_out(candidate.trigger.match, event.agents);
        leave_object_out(candidate.trigger.match, event.recipients);
      }
      drop_agents_that_suffer(candidate);
      if (candidate.trigger.frame->weak && !has_support(candidate)) continue;
      if (voices_protest(candidate)) continue;
      const auto& judgement = candidate.judgement;
      event.factuality = judgement.factuality;
      event.background = judgement.background;
      event.not_done = judgement.not_done;
      event.hedge = judgement.hedge;
      event.cues = judgement.cues;
      event.confidence = confidence(candidate);
      if (explain_) explain(candidate, judgement);
      out.push_back(std::move(event));
    }
    if (about_other_things(in_.matches, out.size(), knowledge_)) return {};
    foil_attempts(out);
    add_contexts(in_.matches, in_.syntax, knowledge_, out);
    return out;
  }

  // "dozens stood before the court, demanding the release of …": what a protest asks for is no
  // request of its own.
  [[nodiscard]] bool voices_protest(const Candidate& request) const {
    if (request.event.type != "REQUEST") return false;
    if (request.trigger.is_verb && !request.roles.subject_omitted) return false;
    return std::any_of(candidates_.begin(), candidates_.end(), [&](const Candidate& other) {
      return other.trigger.frame->type == "PROTEST" && !other.dropped &&
             other.trigger.head < request.trigger.head &&
             in_.syntax.sentence_index(other.trigger.head) ==
                 in_.syntax.sentence_index(request.trigger.head);
    });
  }

  // "the measures thwarted the attempt": the attempt is the one told last before, in this sentence
  // or the one before.
  void foil_attempts(std::vector<EventMention>& events) const {
    for (const auto& cue_match : cues_) {
      const Cue* cue = knowledge_.cues.find(cue_match.row);
      if (cue->effect != CueEffect::kFoiled || !names_attempt(cue_match)) continue;
      const uint32_t sentence = in_.syntax.sentence_index(cue_match.tokens.begin);
      for (auto event = events.rbegin(); event != events.rend(); ++event) {
        if (event->trigger.begin > cue_match.tokens.begin ||
            event->factuality != Factuality::kAttempted)
          continue;
        if (sentence - event->sentence <= 1) {
          event->factuality = Factuality::kFoiled;
          event->quoted = quoted(cue_match.tokens);
        }
        break;
      }
    }
  }

  [[nodiscard]] bool quoted(TokenSpan words) const {
    return std::any_of(
        in_.text.quotations.begin(), in_.text.quotations.end(),
        [&](const Quotation& quotation) { return quotation.tokens.contains(words); });
  }

  // Does a definite word for an attempt (المحاولة) follow within a few tokens?
  [[nodiscard]] bool names_attempt(const Match& cue_match) const {
    constexpr uint32_t kNear = 4;
    return std::any_of(cues_.begin(), cues_.end(), [&](const Match& match) {
      return knowledge_.cues.find(match.row)->effect == CueEffect::kAttempted &&
             (match.proclitics & kArticle) != 0 && match.tokens.begin >= cue_match.tokens.end &&
             match.tokens.begin - cue_match.tokens.end < kNear;
    });
  }

  // Hand weights until a calibrated model replaces them: more of an event's parts found, more
  // surely an event.
  [[nodiscard]] static float confidence(const Candidate& candidate) {
    const auto& event = candidate.event;
    float score = candidate.trigger.frame->weak ? 0.45F : 0.6F;
    if (candidate.built_agent) score += 0.1F;
    if (candidate.built_recipient) score += 0.1F;
    if (event.place) score += 0.05F;
    if (event.time) score += 0.05F;
    if (event.casualties.killed || event.casualties.injured) score += 0.05F;
    if (event.definite) score -= 0.1F;
    return std::min(score, 0.95F);
  }

  void explain(Candidate& candidate, const Judgement& judgement) const {
    auto& trace = candidate.event.trace;
    trace.push_back("frame " + std::string(in_.lexicon.id(candidate.trigger.frame->row)) +
                    ", construction " + candidate.event.construction);
    const auto words = [&](const std::vector<Party>& parties) {
      std::string list;
      for (const auto& party : parties) {
        if (!list.empty()) list += " | ";
        list += in_.report.text.substr(party.span.begin, party.span.size());
      }
      return list;
    };
    if (!candidate.event.agents.empty())
      trace.push_back("agents: " + words(candidate.event.agents));
    if (!candidate.event.recipients.empty())
      trace.push_back("recipients: " + words(candidate.event.recipients));
    for (const auto row : judgement.cues)
      trace.push_back("cue " + std::string(in_.lexicon.id(row)));
  }

  const EventInput& in_;
  const EventKnowledge& knowledge_;
  bool explain_;
  std::vector<Trigger> triggers_;
  std::vector<Match> light_;
  std::vector<Match> cues_;
  std::vector<Candidate> candidates_;
  std::vector<Candidate> not_done_;  // told not to have happened
};

}  // namespace

std::vector<EventMention> find_events(const EventInput& input, const EventKnowledge& knowledge,
                                      bool explain) {
  return EventFinder(input, knowledge, explain).run();
}

}  // namespace isnad
