// SPDX-License-Identifier: Apache-2.0
// Accounts without an event word of their own: "there is talk that it was by …", "cells of ISIS are
// the ones who did that", "its source is likely …", "the target was a base". They say of an event
// already told who did it or at whom it was aimed.
#pragma once

#include <vector>

#include "isnad/claim/find_attributions.h"
#include "isnad/event/event_mention.h"

namespace isnad {

struct ToldAccount {
  std::vector<Party> parties;
  bool target = false;  // at whom it was aimed; false: who did it
  uint32_t at = 0;      // the first party's first token: the attributions around it give the chain
};

// In text order. Linear in the matches.
[[nodiscard]] std::vector<ToldAccount> find_accounts(const AttributionInput& input,
                                                     const ClaimKnowledge& knowledge);

}  // namespace isnad
