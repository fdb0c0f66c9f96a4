// SPDX-License-Identifier: Apache-2.0
// Gathers what could be a party to an event. What speaks for each stands in role_features.cpp.
#include "isnad/event/role_candidates.h"

#include <algorithm>

namespace isnad {
namespace {

constexpr uint32_t kNounPhraseReach = 12;  // tokens a phrase that names no party may stand away
constexpr size_t kMostElsewhere = 8;       // parties of other sentences
constexpr uint32_t kLastTries = 3;

class Gatherer {
 public:
  Gatherer(const RoleSetting& setting, const ToldEvent& event)
      : in_(setting),
        event_(event),
        sentence_(setting.syntax.sentence_of(event.trigger->head).tokens) {}

  std::vector<RoleCandidate> run() {
    by_construction();
    owned();
    parties();
    noun_phrases();
    std::sort(out_.begin(), out_.end(), [](const RoleCandidate& a, const RoleCandidate& b) {
      return a.tokens.begin < b.tokens.begin;
    });
    elsewhere();
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool is_taken(TokenSpan span) const {
    return span.overlaps(event_.trigger->tokens) ||
           std::any_of(out_.begin(), out_.end(), [&](const RoleCandidate& candidate) {
             return candidate.tokens.overlaps(span);
           });
  }

  // The party a phrase names: the first that begins with it, else the first within.
  [[nodiscard]] const ActorMention* party_in(TokenSpan span) const {
    const ActorMention* found = nullptr;
    for (const auto& actor : in_.mentions.actors) {
      if (actor.tokens.begin >= span.end) break;
      if (!actor.tokens.overlaps(span)) continue;
      if (actor.tokens.begin == span.begin) return &actor;
      if (found == nullptr) found = &actor;
    }
    return found;
  }

  // مواقع للحوثيين (positions of the Houthis), 46 شخصا من موظفي القنصلية (46 of the consulate's
  // staff): the phrase with the party that it belongs to or is part of.
  [[nodiscard]] TokenSpan with_owner(TokenSpan span) const {
    const uint32_t last = span.end - 1;
    if (span.end + 1 >= sentence_.end || in_.syntax.at(last) != SyntaxClass::kNominal ||
        in_.syntax.is_definite(last) || in_.syntax.has_enclitic(last))
      return span;
    const bool part = in_.syntax.folded(span.end) == "من";  // min, of
    if (part && !is_counted(span)) return span;
    const uint32_t at = part ? span.end + 1 : span.end;
    const bool of = (in_.syntax.proclitics(at) & kPrepositionL) != 0;
    if (!part && (!of || names_party(span))) return span;
    if ((in_.syntax.proclitics(at) & kConjunction) != 0) return span;
    for (const auto& actor : in_.mentions.actors) {
      if (actor.tokens.begin == at && !actor.adjective) return span.joined(actor.tokens);
    }
    return span;
  }

  [[nodiscard]] bool is_counted(TokenSpan span) const {
    return std::any_of(in_.mentions.quantities.begin(), in_.mentions.quantities.end(),
                       [&](const QuantityMention& quantity) {
                         return quantity.of_people && quantity.tokens.overlaps(span);
                       });
  }

  [[nodiscard]] bool names_party(TokenSpan span) const {
    return std::any_of(in_.mentions.actors.begin(), in_.mentions.actors.end(),
                       [&](const ActorMention& actor) { return actor.tokens.overlaps(span); });
  }

  void by_construction() {
    for (const auto& phrase : event_.roles->phrases) {
      if (phrase.tokens.empty() || is_doing_event(phrase)) continue;
      const auto* actor = party_in(phrase.tokens);
      TokenSpan span = phrase.tokens;
      if (actor != nullptr && actor->tokens.begin == span.begin) span = span.joined(actor->tokens);
      if (!is_taken(span)) span = with_owner(span);
      if (!is_taken(span)) out_.push_back({span, phrase.role, actor, false, phrase.sure});
    }
  }

  // احتجاجات المعارضة وإدانة دولية (protests of the opposition and international condemnation): an
  // event does nothing.
  [[nodiscard]] bool is_doing_event(const RolePhrase& phrase) const {
    return (phrase.role == Role::kAgent || phrase.role == Role::kBoth) &&
           std::any_of(in_.events.begin(), in_.events.end(), [&](const ToldEvent& other) {
             return other.trigger != event_.trigger && !other.trigger->is_verb &&
                    other.trigger->tokens.contains(phrase.tokens.begin);
           });
  }

  // Phrases with their owner, before the owner becomes a candidate by himself.
  void owned() {
    for (const auto& actor : in_.mentions.actors) {
      if (!sentence_.contains(actor.tokens) || actor.tokens.begin == sentence_.begin) continue;
      if ((in_.syntax.proclitics(actor.tokens.begin) & kPrepositionL) == 0) continue;
      const auto phrase = phrase_before(actor.tokens.begin);
      if (phrase.empty() || tells_event(phrase)) continue;
      const auto whole = with_owner(phrase);
      if (whole.end > phrase.end && !is_taken(whole))
        out_.push_back({whole, Role::kNone, &actor, false});
    }
  }

  // The noun phrase that ends at a token.
  [[nodiscard]] TokenSpan phrase_before(uint32_t end) const {
    constexpr uint32_t kLongest = 4;
    for (uint32_t length = kLongest; length > 0; --length) {
      if (end < sentence_.begin + length) continue;
      const uint32_t begin = end - length;
      if (in_.syntax.at(begin) != SyntaxClass::kNominal) continue;
      const bool opens = begin == sentence_.begin || in_.syntax.proclitics(begin) != 0 ||
                         in_.syntax.at(begin - 1) != SyntaxClass::kNominal;
      if (!opens && length > 1) continue;
      const auto phrase = in_.syntax.noun_phrase(begin);
      if (phrase.end == end) return phrase;
    }
    return {};
  }

  [[nodiscard]] bool tells_event(TokenSpan span) const {
    return std::any_of(in_.events.begin(), in_.events.end(), [&](const ToldEvent& event) {
      return event.trigger->tokens.overlaps(span);
    });
  }

  void parties() {
    for (const auto& actor : in_.mentions.actors) {
      if (!sentence_.contains(actor.tokens)) continue;
      const auto whole = is_taken(actor.tokens) ? actor.tokens : with_owner(actor.tokens);
      if (!is_taken(whole)) out_.push_back({whole, Role::kNone, &actor, false});
    }
  }

  void noun_phrases() {
    const uint32_t head = event_.trigger->head;
    uint32_t at = std::max(sentence_.begin, head - std::min(head, kNounPhraseReach));
    const uint32_t end = std::min(sentence_.end, head + kNounPhraseReach);
    while (at < end) {
      const auto phrase = in_.syntax.at(at) == SyntaxClass::kNominal ? in_.syntax.noun_phrase(at)
                                                                     : TokenSpan{at, at};
      if (phrase.empty()) {
        ++at;
        continue;
      }
      if (!is_taken(phrase) && !is_time(phrase) && !names_source(phrase) && !is_figure(phrase)) {
        const auto whole = with_owner(phrase);
        out_.push_back({is_taken(whole) ? phrase : whole, Role::kNone, nullptr, false});
        at = out_.back().tokens.end;
      } else {
        ++at;
      }
    }
  }

  // وفقا للمنظمة (according to the organisation).
  [[nodiscard]] bool names_source(TokenSpan span) const {
    return std::any_of(in_.matches.begin(), in_.matches.end(), [&](const Match& match) {
      return match.tokens.begin == span.begin && in_.knowledge.reporting.contains(match.row) &&
             in_.lexicon.field(match.row, "form") == "according";
    });
  }

  // ستة آلاف ضربة (six thousand strikes): a figure alone is nobody.
  [[nodiscard]] bool is_figure(TokenSpan span) const {
    for (uint32_t t = span.begin; t < span.end; ++t) {
      if (!in_.syntax.is_number(t)) return false;
    }
    return !is_counted(span);
  }

  [[nodiscard]] bool is_time(TokenSpan span) const {
    return std::any_of(in_.mentions.times.begin(), in_.mentions.times.end(),
                       [&](const TimeMention& time) { return time.tokens.overlaps(span); });
  }

  [[nodiscard]] std::string_view key_of(const ActorMention& actor) const {
    if (!actor.name.empty()) return actor.name;
    return in_.syntax.folded(actor.head);
  }

  // Parties that the sentence does not name, the nearest mention of each.
  void elsewhere() {
    std::vector<std::string_view> seen;
    for (const auto& candidate : out_) {
      if (candidate.actor != nullptr) seen.push_back(key_of(*candidate.actor));
    }
    const auto& actors = in_.mentions.actors;
    const auto middle =
        static_cast<size_t>(std::lower_bound(actors.begin(), actors.end(), sentence_.begin,
                                             [](const ActorMention& actor, uint32_t token) {
                                               return actor.tokens.begin < token;
                                             }) -
                            actors.begin());
    size_t added = 0;
    const auto take = [&](const ActorMention& actor) {
      if (actor.adjective || actor.metonym || sentence_.contains(actor.tokens)) return;
      const auto key = key_of(actor);
      if (std::find(seen.begin(), seen.end(), key) != seen.end()) return;
      seen.push_back(key);
      out_.push_back({actor.tokens, Role::kNone, &actor, true});
      ++added;
    };
    for (size_t i = middle; i > 0 && added < kMostElsewhere; --i) take(actors[i - 1]);
    for (size_t i = middle; i < actors.size() && added < kMostElsewhere + kLastTries; ++i)
      take(actors[i]);
  }

  const RoleSetting& in_;
  const ToldEvent& event_;
  TokenSpan sentence_;
  std::vector<RoleCandidate> out_;
};

}  // namespace

std::vector<RoleCandidate> role_candidates(const RoleSetting& setting, const ToldEvent& event) {
  return Gatherer(setting, event).run();
}

}  // namespace isnad
