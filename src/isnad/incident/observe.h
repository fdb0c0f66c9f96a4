// SPDX-License-Identifier: Apache-2.0
// What each claim says of each field of its incident, and who says it.
#pragma once

#include <vector>

#include "isnad/incident/incident.h"

namespace isnad {

// For each member its original: itself, or the first member whose words it repeats.
[[nodiscard]] std::vector<size_t> find_originals(const std::vector<Member>& members);

// Fills accounts, observations, corrections and denials of the incident. `members` in their order
// of publication.
void observe(const std::vector<Member>& members, const std::vector<size_t>& originals,
             Incident& incident);

}  // namespace isnad
