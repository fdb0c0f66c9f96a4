// SPDX-License-Identifier: Apache-2.0
// What exactly a denial denies, as far as the other accounts of the incident tell.
#pragma once

#include <string>
#include <vector>

#include "isnad/incident/incident.h"

namespace isnad {

// Claim `number` of the member's report, or nothing.
[[nodiscard]] const ClaimRecord* claim_of(const Member& member, int number);
// The narrator as a party to an event.
[[nodiscard]] PartyRecord party_of(const NarratorRecord& narrator);
// event, responsibility, number or victims. Linear in the incident's claims.
[[nodiscard]] std::string kind_of_denial(const std::vector<Member>& members,
                                         const ClaimRecord& claim, const NarratorRecord& narrator);

}  // namespace isnad
