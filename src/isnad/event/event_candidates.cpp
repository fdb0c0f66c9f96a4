// SPDX-License-Identifier: Apache-2.0
// See event_finder.h. Which triggers become candidates: none inside a name, a weapon or a given
// name, none whose object does not fit.
#include <algorithm>

#include "isnad/event/companions.h"
#include "isnad/event/event_finder.h"
#include "isnad/event/find_roles.h"
#include "isnad/event/link_place.h"
#include "isnad/event/link_time.h"

namespace isnad {

// "a raid targeted the post": the verb only carries the raid, though alone it tells an event of
// its own.
void EventFinder::verbs_that_carry() {
  for (auto& verb : candidates_) {
    const bool light =
        verb.trigger.is_verb && std::any_of(light_.begin(), light_.end(), [&](const Match& match) {
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

void EventFinder::add_parties(const std::vector<Party>& from, std::vector<Party>& into) {
  for (const Party& party : from) {
    const bool known = std::any_of(into.begin(), into.end(), [&](const Party& other) {
      return other.tokens.overlaps(party.tokens);
    });
    if (!known) into.push_back(party);
  }
}

// The event noun right after the verb, or before it in the same clause.
bool EventFinder::carries(const Trigger& verb, const Trigger& noun) const {
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

void EventFinder::gather_matches() {
  for (const auto& match : in_.matches) {
    if (knowledge_.light_verbs.find(match.row) != nullptr) light_.push_back(match);
    if (knowledge_.cues.find(match.row) != nullptr && !inside_weapon(match)) cues_.push_back(match);
  }
}

// "without" in "an aircraft without a pilot" negates nothing.
bool EventFinder::inside_weapon(const Match& match) const {
  return std::any_of(
      in_.mentions.weapons.begin(), in_.mentions.weapons.end(), [&](const auto& weapon) {
        return weapon.tokens.contains(match.tokens) && weapon.tokens.size() > match.tokens.size();
      });
}

// شكري بلعيد (Shukri Belaid): what could be "my thanks" is a man's name.
bool EventFinder::is_given_name(const Trigger& trigger) const {
  if (trigger.match.enclitic == 0 || trigger.tokens.size() > 1) return false;
  const Table names = in_.lexicon.table("given_names");
  return std::any_of(in_.matches.begin(), in_.matches.end(), [&](const Match& match) {
    return match.tokens == trigger.tokens && match.enclitic == 0 && names.contains(match.row);
  });
}

// "the Counter-Terrorism Force", "Sina'a prison", the channel «al-Masirah» (the march): words of
// a name evoke nothing.
bool EventFinder::inside_name(const Trigger& trigger) const {
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
                       // في تعز (in Taiz) is no "let him condole", nor is it in a list of towns;
                       // دان alone condemns, though it is spelt like Dan.
                       const bool stands_as_place = place.tokens.size() > place.name.size() ||
                                                    place.listed ||
                                                    place.preposition != PlacePreposition::kNone;
                       return holds(place.name) ||
                              (trigger.is_verb && stands_as_place && place.name == trigger.tokens);
                     });
}

void EventFinder::add_candidate(const Trigger& trigger) {
  Candidate candidate{
      trigger, find_roles(trigger, in_.syntax, knowledge_, light_, in_.mentions), {}, {}};
  if (!object_fits(candidate)) return;
  // Of frames that want different objects and fit alike the first counts: it wants company besides.
  if (!candidates_.empty() && candidates_.back().trigger.tokens == trigger.tokens) return;
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

bool EventFinder::after_demonstrative(const Trigger& trigger) const {
  return trigger.tokens.begin > 0 &&
         in_.syntax.at(trigger.tokens.begin - 1) == SyntaxClass::kDemonstrative;
}

// `object_needs` and `people`: is what the event acts on of the kind the frame wants?
bool EventFinder::object_fits(const Candidate& candidate) const {
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

bool EventFinder::holds_any(TokenSpan span, const std::vector<std::string>& wanted) const {
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

bool EventFinder::is_people(TokenSpan span) const {
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

}  // namespace isnad
