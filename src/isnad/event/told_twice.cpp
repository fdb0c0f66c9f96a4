// SPDX-License-Identifier: Apache-2.0
// See told_twice.h. A verb, a relative or a new clause between the two words makes them two events.
#include "isnad/event/told_twice.h"

#include <algorithm>
#include <string_view>

namespace isnad {
namespace {

constexpr uint32_t kFarthest = 16;  // tokens between the two words

// The preposition on or before the second word.
std::string_view preposition_of(const Syntax& syntax, const Trigger& trigger) {
  if ((trigger.match.proclitics & kPrepositionB) != 0) return "ب";  // bi-, by
  if ((trigger.match.proclitics & kPrepositionL) != 0) return "ل";  // li-, to
  const uint32_t at = trigger.tokens.begin;
  const bool preposition = at > 0 && syntax.at(at - 1) == SyntaxClass::kPreposition;
  return preposition ? syntax.folded(at - 1) : std::string_view{};
}

bool covers(const EventMention& event, const std::string& means) {
  return std::any_of(event.covers.begin(), event.covers.end(), [&](const std::string& covered) {
    return covered == "*" || covered == means;
  });
}

bool same_kind(const EventMention& first, const EventMention& second) {
  return first.means.empty() || first.means == second.means || first.mode == second.mode ||
         covers(first, second.means) || covers(second, first.means);
}

bool same_clause(const Syntax& syntax, const Trigger& first, const Trigger& second) {
  if (second.tokens.begin < first.tokens.end ||
      second.tokens.begin - first.tokens.end > kFarthest ||
      syntax.sentence_index(first.head) != syntax.sentence_index(second.head))
    return false;
  for (uint32_t t = first.tokens.end; t < second.tokens.begin; ++t) {
    switch (syntax.at(t)) {
      case SyntaxClass::kVerb:
      case SyntaxClass::kBreak:
      case SyntaxClass::kComma:
      case SyntaxClass::kRelative:
      case SyntaxClass::kSubordinator:
      case SyntaxClass::kComplementiser:
        return false;
      default:
        break;
    }
  }
  return true;
}

// "blew up an armoured car by an explosive device", "dispersed them by water cannon": the second
// word is a weapon, or says how.
bool is_instrument(const Candidate& first, const Candidate& second, std::string_view by) {
  if (first.event.type != "ASSAULT" || by != "ب") return false;
  if (!second.trigger.frame->weapon.empty()) return same_kind(first.event, second.event);
  return first.trigger.is_verb && !first.event.mode.empty() &&
         first.event.mode == second.event.mode && (second.trigger.match.proclitics & kArticle) == 0;
}

// "went out in a demonstration", "met in a meeting", "the assassination of the officer in an
// ambush".
bool is_occasion(const Candidate& first, const Candidate& second, std::string_view in) {
  if (first.event.type == "ASSAULT")
    return in == "في" && (second.trigger.match.proclitics & kArticle) == 0 &&  // fī, in
           second.event.agents.empty() && !first.event.means.empty() &&
           covers(second.event, first.event.means);
  if (first.event.type != "PROTEST" && first.event.type != "CONSULT") return false;
  const bool preposition = in == "في" || in == "خلال";  // in, during
  return first.trigger.is_verb && preposition &&
         (first.event.mode == second.event.mode || first.event.mode.empty() ||
          second.event.mode.empty());
}

// "fired tear gas to disperse the crowd".
bool is_purpose(const Candidate& first, const Candidate& second, std::string_view to) {
  return to == "ل" && (second.trigger.match.proclitics & kArticle) == 0 &&
         !first.event.mode.empty() && first.event.mode == second.event.mode;
}

// "survived, the mayor, an attempt on his life": the verb's own object stands behind its subject.
bool is_own_object(const Candidate& first, const Candidate& second) {
  return first.trigger.apart != UINT32_MAX && second.trigger.tokens.contains(first.trigger.apart);
}

// "laid on the government the responsibility": the word that the verb's frame asks for.
bool is_needed_word(const Syntax& syntax, const Candidate& first, const Candidate& second) {
  const auto& needs = first.trigger.frame->needs;
  return first.trigger.is_verb && second.trigger.tokens.begin > first.trigger.head &&
         second.trigger.tokens.begin - first.trigger.head <= kFarthest &&
         syntax.sentence_index(first.trigger.head) == syntax.sentence_index(second.trigger.head) &&
         std::find(needs.begin(), needs.end(), syntax.folded(second.trigger.tokens.begin)) !=
             needs.end();
}

void take_over(const Candidate& from, Candidate& into) {
  if (into.event.means.empty()) {
    into.event.means = from.event.means;
    into.event.mode = from.event.mode;
  }
  const auto add = [](const std::vector<Party>& parties, std::vector<Party>& known) {
    if (known.empty()) known = parties;
  };
  add(from.event.agents, into.event.agents);
  add(from.event.recipients, into.event.recipients);
  if (!into.event.place) into.event.place = from.event.place;
  for (const auto& weapon : from.event.weapons) {
    if (std::find(into.event.weapons.begin(), into.event.weapons.end(), weapon) ==
        into.event.weapons.end())
      into.event.weapons.push_back(weapon);
  }
}

}  // namespace

void drop_told_twice(const Syntax& syntax, const EventKnowledge& knowledge,
                     std::vector<Candidate>& candidates) {
  for (size_t i = 1; i < candidates.size(); ++i) {
    auto& second = candidates[i];
    if (second.trigger.is_verb) continue;
    const auto preposition = preposition_of(syntax, second.trigger);
    for (size_t j = i; j-- > 0;) {
      auto& first = candidates[j];
      // "killed by a mine": the blast is the event, the death its result
      if (knowledge.schemes[first.trigger.frame->scheme].is_result) continue;
      if (first.dropped || first.event.type != second.event.type) continue;
      const bool own = is_own_object(first, second) || is_needed_word(syntax, first, second);
      if (!own && (preposition.empty() || !same_clause(syntax, first.trigger, second.trigger)))
        continue;
      if (!own && !is_instrument(first, second, preposition) &&
          !is_occasion(first, second, preposition) && !is_purpose(first, second, preposition))
        continue;
      take_over(second, first);
      second.dropped = true;
      break;
    }
  }
  std::erase_if(candidates, [](const Candidate& candidate) { return candidate.dropped; });
}

}  // namespace isnad
