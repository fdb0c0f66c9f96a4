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
// order, ids not yet set.
[[nodiscard]] std::vector<Claim> attribute(std::vector<EventMention> events,
                                           std::span<const Attribution> attributions,
                                           const Report& report, const Text& text);

// Brings together claims that tell one event: a repetition by the same narrator is folded into the
// first telling; a heading's, or another narrator's differing account, stays with `same_event` set.
// Marks `main`, sets ids.
[[nodiscard]] std::vector<Claim> merge_claims(std::vector<Claim> claims, const Report& report,
                                              const Text& text);

}  // namespace isnad
