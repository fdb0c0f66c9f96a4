// SPDX-License-Identifier: Apache-2.0
// Looks up the words of what is denied. Responsibility and number are denied before the event is
// named; who the victims were may stand behind it ("denied that the strike hit civilians").
#include "isnad/claim/denial.h"

#include <algorithm>

namespace isnad {

Denial denial_of_event(const Attribution& attribution, const EventMention& event,
                       const AttributionInput& input, const ClaimKnowledge& knowledge) {
  const TokenSpan words{attribution.cue.begin, attribution.scope.end};
  auto match = std::lower_bound(
      input.matches.begin(), input.matches.end(), words.begin,
      [](const Match& candidate, uint32_t token) { return candidate.tokens.begin < token; });
  for (; match != input.matches.end() && match->tokens.begin < words.end; ++match) {
    if (!knowledge.denied_things.contains(match->row)) continue;
    const Denial denial = knowledge.denials[match->row - knowledge.denied_things.begin];
    const bool before = match->tokens.begin <= event.head;
    if (before || denial == Denial::kVictims) return denial;
  }
  return Denial::kEvent;
}

}  // namespace isnad
