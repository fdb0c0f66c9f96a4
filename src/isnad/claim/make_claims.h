// SPDX-License-Identifier: Apache-2.0
// Event mentions and attributions to claims: each event with its chain; mentions of one event
// brought together.
#pragma once

#include <span>
#include <vector>

#include "isnad/claim/claim.h"
#include "isnad/claim/find_attributions.h"
#include "isnad/report/report.h"

namespace isnad {

// Gives each event its chain (the outlet first, then the attributions around it from the outside
// in), the certainty of the weakest link, and what a denier denies. One claim an event, in text
// order, ids not yet set; where somebody is said to deny what was just told ("which the minister
// denied"), his denial follows as a claim of its own.
[[nodiscard]] std::vector<Claim> attribute(std::vector<EventMention> events,
                                           std::span<const Attribution> attributions,
                                           const AttributionInput& input,
                                           const ClaimKnowledge& knowledge);

// Brings together claims that tell one event: a repetition by the same narrator is folded into the
// first telling; a heading's, or another narrator's differing account, stays with `same_event` set.
// Marks `main`, sets ids.
[[nodiscard]] std::vector<Claim> merge_claims(std::vector<Claim> claims, const Report& report,
                                              const Text& text);

// Marks the narrators who are parties to the event they tell of. After merge_claims, which fills in
// parties.
void mark_interest(std::vector<Claim>& claims);

// Gives a heading's claim, told in the outlet's own voice, the chain of the claim of the body that
// tells the same event. After merge_claims.
void rest_headings_on_body(std::vector<Claim>& claims, const Report& report, const Text& text);

}  // namespace isnad
