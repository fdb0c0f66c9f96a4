// SPDX-License-Identifier: Apache-2.0
// What a candidate can hardly be, by what is known before anything is weighed: the wounded are not
// the attackers, who condemns an attack did not make it, "on his part" is nobody. The training
// starts from these as strong weights (docs/decisions/0047).
#pragma once

#include <string_view>

#include "isnad/event/role_candidates.h"

namespace isnad {

// Why the candidate can hardly be agent, and recipient: a word each, empty where nothing is known.
struct RoleBars {
  std::string_view agent;
  std::string_view recipient;
};

[[nodiscard]] RoleBars bars_of(const RoleSetting& setting, const ToldEvent& event,
                               const RoleCandidate& candidate);

}  // namespace isnad
