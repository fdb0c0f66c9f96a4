// SPDX-License-Identifier: Apache-2.0
// Both look for one verb that stands with the event and with no other.
#include "isnad/event/time_of_state.h"

#include <algorithm>

namespace isnad {
namespace {

constexpr uint32_t kVerbToLength = 4;  // tokens between "lasted" and "seven days": "for about"
constexpr uint32_t kEventToVerb =
    8;  // and between the event and "lasted", or "is exposed to" and it
constexpr uint8_t kPluralNumber = 3;  // of WordFeatures::number

bool other_between(const Trigger& trigger, std::span<const Trigger> all, uint32_t from,
                   uint32_t to) {
  return std::any_of(all.begin(), all.end(), [&](const Trigger& other) {
    return other.head != trigger.head && other.head >= from && other.head < to;
  });
}

bool same_sentence(const EventInput& input, uint32_t a, uint32_t b) {
  return input.syntax.sentence_index(a) == input.syntax.sentence_index(b);
}

// The verb of lasting whose subject is the event: after it, with no other event between.
const Match* lasted_after(const Trigger& trigger, std::span<const Trigger> all,
                          const EventInput& input, const EventKnowledge& knowledge) {
  for (const auto& match : input.matches) {
    if (!knowledge.lasting.contains(match.row) || match.tokens.begin < trigger.tokens.end) continue;
    if (match.tokens.begin - trigger.tokens.end > kEventToVerb ||
        !same_sentence(input, match.tokens.begin, trigger.head))
      continue;
    if (!other_between(trigger, all, trigger.tokens.end, match.tokens.begin)) return &match;
  }
  return nullptr;
}

// Several deeds: the event's noun stands in the plural.
bool is_plural(const Trigger& trigger, const EventInput& input) {
  const auto& first = input.analysis.first_word;
  if (trigger.is_verb || trigger.head + 1 >= first.size()) return false;
  for (uint32_t word = first[trigger.head]; word < first[trigger.head + 1]; ++word) {
    if (input.analysis.upos[word] == Upos::kNOUN &&
        input.analysis.features[word].number == kPluralNumber)
      return true;
  }
  return false;
}

bool is_of_now(const Match& verb) {
  return (verb.inflection & kImperfect) != 0 && (verb.inflection & kPerfect) == 0 &&
         (verb.proclitics & kFuture) == 0;
}

}  // namespace

std::optional<EventTime> time_it_lasted(const Trigger& trigger, std::span<const Trigger> all,
                                        const EventInput& input, const EventKnowledge& knowledge) {
  if (trigger.is_verb) return std::nullopt;
  const Match* verb = lasted_after(trigger, all, input, knowledge);
  if (verb == nullptr) return std::nullopt;
  for (const auto& time : input.mentions.times) {
    if (time.type != TimexType::kDuration || time.tokens.begin < verb->tokens.begin) continue;
    if (time.tokens.begin > verb->tokens.end + kVerbToLength ||
        !same_sentence(input, time.tokens.begin, trigger.head))
      continue;
    return EventTime{input.text.given_of(time.tokens), true, time.value, std::nullopt, std::nullopt,
                     TimePrecision::kInterval};
  }
  return std::nullopt;
}

std::optional<EventTime> time_going_on(const Trigger& trigger, std::span<const Trigger> all,
                                       const EventInput& input, const EventKnowledge& knowledge) {
  if (!input.report.published || !is_plural(trigger, input)) return std::nullopt;
  const bool goes_on =
      std::any_of(input.matches.begin(), input.matches.end(), [&](const Match& match) {
        return knowledge.light_verbs.find(match.row) != nullptr && is_of_now(match) &&
               match.tokens.end <= trigger.tokens.begin &&
               trigger.tokens.begin - match.tokens.end <= kEventToVerb &&
               same_sentence(input, match.tokens.begin, trigger.head) &&
               !other_between(trigger, all, match.tokens.begin, trigger.tokens.begin);
      });
  if (!goes_on) return std::nullopt;
  return EventTime{
      {}, false, {}, std::nullopt, input.report.published->date, TimePrecision::kInterval};
}

}  // namespace isnad
