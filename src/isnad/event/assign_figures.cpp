// SPDX-License-Identifier: Apache-2.0
// Figures and words of result that stand together ("five were killed and ten wounded") are one
// toll. A toll goes to the event of its sentence that is tied to it most closely, where it comes
// after the toll by the word between them (in, as a result of), where it comes before by nearness;
// else to a word of result of its own; else to the event told last.
#include "isnad/event/assign_figures.h"

#include <algorithm>
#include <deque>
#include <limits>

#include "isnad/event/link_distance.h"
#include "isnad/event/link_figures.h"

namespace isnad {
namespace {

constexpr uint32_t kTollGap = 6;  // tokens between two members of a toll
constexpr uint32_t kLinkGap = 3;  // tokens between "as a result of" and its event
constexpr double kUntied = 4;     // an event after the toll that no word ties to it
constexpr double kOtherKind = 8;  // an event that seldom has victims
constexpr double kContrastCost = 20;
constexpr double kTooFar = 45;

struct TollGroup {
  TokenSpan span;
  std::vector<const Figure*> figures;
  std::vector<Candidate*> results;  // in text order
};

class FigureAssigner {
 public:
  FigureAssigner(const EventInput& input, const EventKnowledge& knowledge,
                 std::vector<Candidate>& candidates)
      : in_(input), knowledge_(knowledge), candidates_(candidates) {}

  void run() {
    figures_ = find_figures(in_.syntax, in_.matches, knowledge_, in_.mentions);
    auto tolls = groups();
    add_other_side(tolls);
    for (const auto& group : tolls) assign(group);
    for (auto& candidate : candidates_) single_victim(candidate);
  }

 private:
  // A word that names only what became of people, or a verb of harm that reads as an act because
  // its weapon stands near ("were wounded in an attack with a rocket").
  [[nodiscard]] bool is_result(const Candidate& candidate) const {
    const auto& scheme = knowledge_.schemes[candidate.trigger.frame->scheme];
    return scheme.is_result ||
           (candidate.trigger.is_verb && harms(candidate.trigger.tokens, Harm::kInjured));
  }

  // Does a word of that harm stand in the span?
  [[nodiscard]] bool harms(TokenSpan span, Harm wanted) const {
    return std::any_of(in_.matches.begin(), in_.matches.end(), [&](const Match& match) {
      const auto* effect = knowledge_.harm_words.find(match.row);
      return effect != nullptr && effect->harm == wanted && !effect->next &&
             match.tokens.overlaps(span);
    });
  }

  [[nodiscard]] uint32_t sentence(TokenSpan span) const {
    return in_.syntax.sentence_index(span.begin);
  }

  [[nodiscard]] std::vector<TollGroup> groups() {
    std::vector<TollGroup> members;
    for (const auto& figure : figures_) {
      TokenSpan span = figure.tokens;
      if (in_.syntax.sentence_index(figure.anchor) == sentence(span))
        span = span.joined({figure.anchor, figure.anchor + 1});
      members.push_back({span, {&figure}, {}});
    }
    for (auto& candidate : candidates_) {
      if (is_result(candidate)) members.push_back({candidate.trigger.tokens, {}, {&candidate}});
    }
    std::stable_sort(members.begin(), members.end(), [](const TollGroup& a, const TollGroup& b) {
      return a.span.begin < b.span.begin;
    });
    std::vector<TollGroup> out;
    for (auto& member : members) {
      if (out.empty() || !continues(out.back(), member)) {
        out.push_back(std::move(member));
        continue;
      }
      auto& group = out.back();
      group.span = group.span.joined(member.span);
      group.figures.insert(group.figures.end(), member.figures.begin(), member.figures.end());
      group.results.insert(group.results.end(), member.results.begin(), member.results.end());
    }
    return out;
  }

  // Does the toll go on with this member: close by, with no other event and no contrast between?
  [[nodiscard]] bool continues(const TollGroup& group, const TollGroup& next) const {
    if (sentence(group.span) != sentence(next.span)) return false;
    if (next.span.begin <= group.span.end) return true;
    if (next.span.begin - group.span.end > kTollGap) return false;
    const TokenSpan gap{group.span.end, next.span.begin};
    if (has_link(gap, TollLink::kContrast) || has_verb(gap)) return false;
    return std::none_of(candidates_.begin(), candidates_.end(), [&](const Candidate& candidate) {
      return !is_result(candidate) && gap.contains(candidate.trigger.head);
    });
  }

  // "18 of them died, while seven fighters of the others were killed, in the clashes": both sides'
  // dead are the toll of the one event told after both.
  void add_other_side(std::vector<TollGroup>& tolls) {
    for (size_t i = 0; i + 1 < tolls.size(); ++i) {
      auto& first = tolls[i];
      auto& second = tolls[i + 1];
      if (!is_one_count(first) || !is_one_count(second) || !sides_of_one(first.span, second.span))
        continue;
      Figure both = *second.figures.front();
      const Range& other = first.figures.front()->range;
      both.range = {*other.low + *both.range.low, *other.best + *both.range.best,
                    *other.high + *both.range.high};
      both.tokens = first.figures.front()->tokens.joined(both.tokens);
      both.victim = kNoRow;
      sums_.push_back(both);
      second.figures = {&sums_.back()};
      first.figures.clear();
    }
    std::erase_if(tolls, [](const TollGroup& g) { return g.figures.empty() && g.results.empty(); });
  }

  [[nodiscard]] static bool is_one_count(const TollGroup& group) {
    if (group.figures.size() != 1) return false;
    const Figure& figure = *group.figures.front();
    const Range& range = figure.range;
    return figure.harm == Harm::kKilled && !figure.cumulative && range.low && range.best &&
           range.high && *range.best > 0;
  }

  [[nodiscard]] bool sides_of_one(TokenSpan first, TokenSpan second) const {
    if (second.begin <= first.end || sentence(first) != sentence(second) ||
        !has_link({first.end, second.begin}, TollLink::kContrast))
      return false;
    uint32_t after = 0;
    for (const auto& candidate : candidates_) {
      if (is_result(candidate) || candidate.event.sentence != sentence(first)) continue;
      if (candidate.trigger.tokens.begin < second.end) return false;
      ++after;
    }
    return after == 1;
  }

  [[nodiscard]] bool has_link(TokenSpan span, TollLink wanted) const {
    return std::any_of(in_.matches.begin(), in_.matches.end(), [&](const Match& match) {
      const auto* link = knowledge_.toll_links.find(match.row);
      return link != nullptr && *link == wanted && span.contains(match.tokens);
    });
  }

  [[nodiscard]] bool has_verb(TokenSpan span) const {
    for (uint32_t t = span.begin; t < span.end; ++t) {
      if (in_.syntax.at(t) == SyntaxClass::kVerb) return true;
    }
    return false;
  }

  void assign(const TollGroup& group) {
    const bool total = std::any_of(group.figures.begin(), group.figures.end(),
                                   [](const Figure* figure) { return figure->cumulative; });
    if (total) {
      keep_total(group);
      return;
    }
    Candidate* owner = cause_of(group);
    if (owner == nullptr && !group.results.empty()) owner = group.results.front();
    // "his killing" may recall a death of long ago: it speaks of no event told before.
    const bool recalled = std::any_of(group.figures.begin(), group.figures.end(),
                                      [](const Figure* figure) { return figure->by_pronoun; });
    if (owner == nullptr && !recalled) owner = told_before(group);
    if (owner == nullptr) return;
    for (const Figure* figure : group.figures) {
      if (!counts_doers(*figure)) give(*figure, *owner);
    }
    for (Candidate* result : group.results) {
      if (result != owner) take_up(*result, *owner);
    }
  }

  // "gunmen assassinated the head of the council", "three soldiers killed a boy": who does it to
  // somebody else is no part of the toll, unless the counted noun says what befell them (قتلى).
  [[nodiscard]] bool counts_doers(const Figure& figure) const {
    if (figure.victim == kNoRow || figure.tokens.contains(figure.anchor)) return false;
    const auto within = [&](const std::vector<Party>& parties) {
      return std::any_of(parties.begin(), parties.end(),
                         [&](const Party& party) { return party.tokens.overlaps(figure.tokens); });
    };
    bool doers = false;
    for (const auto& candidate : candidates_) {
      const auto& event = candidate.event;
      if (within(event.recipients) || built_as_hurt(candidate, figure)) return false;
      doers = doers || (!event.recipients.empty() && within(event.agents));
    }
    return doers;
  }

  // "26 were killed in it": those whom a passive is about, whatever was made of them since.
  [[nodiscard]] static bool built_as_hurt(const Candidate& candidate, const Figure& figure) {
    if (candidate.roles.construction != "passive-verb") return false;
    const auto counted = [&](const auto& party) { return party.tokens.overlaps(figure.tokens); };
    const auto& phrases = candidate.roles.phrases;
    const auto& agents = candidate.event.agents;
    return std::any_of(agents.begin(), agents.end(), counted) ||
           std::any_of(phrases.begin(), phrases.end(), [&](const RolePhrase& phrase) {
             return phrase.role == Role::kRecipient && counted(phrase);
           });
  }

  void give(const Figure& figure, Candidate& owner) const {
    if (can_suffer(owner, figure.harm))
      add_figure(figure, in_.text, in_.lexicon, owner.event.casualties);
  }

  // "since 1984 the revolt has left 40,000 dead": a total is an event of its own, and history.
  void keep_total(const TollGroup& group) {
    Candidate* owner = group.results.empty() ? told_within(group.span) : group.results.front();
    if (owner == nullptr) return;
    for (const Figure* figure : group.figures) give(*figure, *owner);
    owner->judgement.background = true;
  }

  // "the number of those killed in attacks blamed on the party rose to 60": the attacks stand
  // between the word that counts and the figure.
  [[nodiscard]] Candidate* told_within(TokenSpan toll) {
    TokenSpan words = toll;
    for (const auto& match : in_.matches) {
      const auto* link = knowledge_.toll_links.find(match.row);
      const bool counts = link != nullptr && *link == TollLink::kCount;
      if (counts && match.tokens.begin < toll.begin && sentence(match.tokens) == sentence(toll))
        words.begin = match.tokens.begin;
    }
    const auto found =
        std::find_if(candidates_.begin(), candidates_.end(), [&](const Candidate& candidate) {
          return candidate.event.type == "ASSAULT" && words.contains(candidate.trigger.tokens);
        });
    return found == candidates_.end() ? nullptr : &*found;
  }

  [[nodiscard]] bool names_party(const std::vector<Party>& parties) const {
    return std::any_of(parties.begin(), parties.end(), [&](const Party& party) {
      return std::any_of(
          in_.mentions.actors.begin(), in_.mentions.actors.end(),
          [&](const ActorMention& actor) { return actor.tokens.overlaps(party.tokens); });
    });
  }

  // "82 were killed in raids": the raids are the event, the dead its result.
  void take_up(Candidate& result, Candidate& cause) const {
    auto& event = cause.event;
    merge_casualties(result.event.casualties, event.casualties);
    if (event.recipients.empty()) event.recipients = result.event.recipients;
    // "sources announced the death of 42 in a bombing": a doer that only the weights found for the
    // death did not bomb.
    if (event.agents.empty() && result.built_agent && names_party(result.event.agents))
      event.agents = result.event.agents;
    if (!event.place) event.place = result.event.place;
    if (!event.time) event.time = result.event.time;
    result.dropped = true;
  }

  [[nodiscard]] Candidate* cause_of(const TollGroup& group) {
    Candidate* best = nullptr;
    double best_cost = kTooFar;
    for (auto& candidate : candidates_) {
      if (is_result(candidate) || candidate.event.sentence != sentence(group.span)) continue;
      if (!may_cause(candidate, group) || is_other_result(candidate, group.span)) continue;
      const double cost = cause_cost(candidate, group.span);
      if (cost < best_cost) {
        best = &candidate;
        best_cost = cost;
      }
    }
    return best;
  }

  [[nodiscard]] bool may_cause(const Candidate& candidate, const TollGroup& group) const {
    const auto factuality = candidate.judgement.factuality;
    if (factuality == Factuality::kPlanned || factuality == Factuality::kThreatened ||
        factuality == Factuality::kHypothetical)
      return false;
    if (!group.results.empty())
      return candidate.event.type == group.results.front()->event.type ||
             candidate.event.type == "PROTEST";
    return std::any_of(group.figures.begin(), group.figures.end(),
                       [&](const Figure* figure) { return can_suffer(candidate, figure->harm); });
  }

  // "which led to the death of seventeen and the burning of shops": what و joins to the toll behind
  // a verb of result came of the same cause.
  [[nodiscard]] bool is_other_result(const Candidate& candidate, TokenSpan toll) const {
    constexpr uint32_t kVerbToToll = 4;  // tokens
    const TokenSpan trigger = candidate.trigger.tokens;
    if (candidate.trigger.is_verb || trigger.begin < toll.end ||
        (in_.syntax.proclitics(trigger.begin) & kConjunction) == 0 ||
        has_verb({toll.end, trigger.begin}))
      return false;
    return has_result_verb({toll.begin - std::min(toll.begin, kVerbToToll), toll.begin});
  }

  [[nodiscard]] double cause_cost(const Candidate& candidate, TokenSpan toll) const {
    const TokenSpan trigger = candidate.trigger.tokens;
    double cost = 0;
    if (trigger.begin >= toll.end) {
      const TokenSpan between{toll.end, trigger.begin};
      cost = between.size();
      if (!is_tied(candidate, toll)) cost = 2 * cost + kUntied;
      cost += border_cost(between);
    } else if (trigger.end <= toll.begin) {
      const TokenSpan between{trigger.end, toll.begin};
      cost = between.size();
      if (has_result_verb(between)) cost /= 2;
      if (has_link(between, TollLink::kContrast)) cost += kContrastCost;
    }
    if (candidate.event.type != "ASSAULT") cost += kOtherKind;
    if (candidate.trigger.frame->weak) cost += kUntied;
    return cost;
  }

  [[nodiscard]] double border_cost(TokenSpan between) const {
    double cost = 0;
    if (has_verb(between)) cost += kOtherClause;
    if (has_link(between, TollLink::kContrast)) cost += kContrastCost;
    return cost;
  }

  // "in a raid", "as a result of violent clashes", "by a shell" (ب written onto the noun).
  [[nodiscard]] bool is_tied(const Candidate& candidate, TokenSpan toll) const {
    const TokenSpan trigger = candidate.trigger.tokens;
    if ((in_.syntax.proclitics(trigger.begin) & kPrepositionB) != 0) return true;
    return std::any_of(in_.matches.begin(), in_.matches.end(), [&](const Match& match) {
      const auto* link = knowledge_.toll_links.find(match.row);
      return link != nullptr && *link == TollLink::kCause && match.tokens.begin >= toll.end &&
             match.tokens.end <= trigger.begin && trigger.begin - match.tokens.end < kLinkGap &&
             !has_verb({match.tokens.end, trigger.begin});
    });
  }

  [[nodiscard]] bool has_result_verb(TokenSpan span) const {
    return std::any_of(in_.matches.begin(), in_.matches.end(), [&](const Match& match) {
      return knowledge_.result_verbs.find(match.row) != nullptr && span.contains(match.tokens);
    });
  }

  // A sentence of figures alone ("the toll rose to …") speaks of the event told last before it.
  [[nodiscard]] Candidate* told_before(const TollGroup& group) {
    const auto harmful = [&](const Figure* figure) {
      return figure->harm == Harm::kKilled || figure->harm == Harm::kInjured;
    };
    if (std::none_of(group.figures.begin(), group.figures.end(), harmful)) return nullptr;
    Candidate* weaker = nullptr;
    for (auto candidate = candidates_.rbegin(); candidate != candidates_.rend(); ++candidate) {
      if (candidate->trigger.head > group.span.begin || candidate->judgement.background) continue;
      const bool assault = candidate->event.type == "ASSAULT";
      if (assault && !candidate->trigger.frame->weak) return &*candidate;
      // Protests and arrests have their dead too, where nothing worse is told.
      const bool may =
          assault || candidate->event.type == "PROTEST" || candidate->event.type == "COERCE";
      if (may && candidate->judgement.factuality == Factuality::kActual) weaker = &*candidate;
    }
    return weaker;
  }

  // "the killing of the deputy X", "X met his death": one dead, though no number is written.
  void single_victim(Candidate& candidate) const {
    auto& event = candidate.event;
    if (event.casualties.killed || event.recipients.empty() ||
        candidate.judgement.factuality != Factuality::kActual)
      return;
    if (!harms(candidate.trigger.tokens, Harm::kKilled) &&
        !(is_result(candidate) && harms(in_.syntax.clause(candidate.trigger.head), Harm::kKilled)))
      return;
    TokenSpan victims = event.recipients.front().tokens;
    for (const auto& victim : event.recipients) victims = victims.joined(victim.tokens);
    const bool counted = std::any_of(
        in_.mentions.quantities.begin(), in_.mentions.quantities.end(),
        [&](const QuantityMention& quantity) { return quantity.tokens.overlaps(victims); });
    if (counted) return;
    const auto persons = std::count_if(
        in_.mentions.actors.begin(), in_.mentions.actors.end(), [&](const ActorMention& actor) {
          return actor.kind == ActorKind::kPerson && actor.tokens.overlaps(victims);
        });
    // An office and the name of its holder, one phrase, are one person.
    const bool one = persons == 1 || (persons > 1 && event.recipients.size() == 1);
    if (one) event.casualties.killed = Toll{{1, 1, 1}, in_.text.given_of(victims)};
  }

  [[nodiscard]] bool can_suffer(const Candidate& candidate, Harm harm) const {
    const auto& type = candidate.event.type;
    if (harm == Harm::kDetained) return type != "ASSAULT" || is_result(candidate);
    return type == "ASSAULT" || type == "PROTEST" || type == "COERCE" || is_result(candidate);
  }

  const EventInput& in_;
  const EventKnowledge& knowledge_;
  std::vector<Candidate>& candidates_;
  std::vector<Figure> figures_;
  std::deque<Figure> sums_;  // of both sides; groups point at them
};

}  // namespace

void assign_figures(const EventInput& input, const EventKnowledge& knowledge,
                    std::vector<Candidate>& candidates) {
  FigureAssigner(input, knowledge, candidates).run();
}

}  // namespace isnad
