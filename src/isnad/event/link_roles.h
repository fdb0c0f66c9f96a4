// SPDX-License-Identifier: Apache-2.0
// Chooses the parties of every event from all candidates, by learned weights over what the
// construction says and what else speaks for a candidate.
#pragma once

#include <string>
#include <vector>

#include "isnad/event/role_candidates.h"
#include "isnad/event/role_weights.h"

namespace isnad {

struct LinkedRoles {
  std::vector<TokenSpan> agents, recipients;  // in the event's sentence, in text order
  // The likeliest party of another sentence, where the event's own names none; empty where none is
  // likely enough.
  TokenSpan agent_elsewhere, recipient_elsewhere;
};

// `evidence`, unless null, receives "candidate BEGIN END here|elsewhere FEATURE…" for each
// candidate (bytes of the report) and "nobody FEATURE…".
[[nodiscard]] LinkedRoles link_roles(const RoleSetting& setting, const ToldEvent& event,
                                     const RoleWeights& weights,
                                     std::vector<std::string>* evidence);

}  // namespace isnad
