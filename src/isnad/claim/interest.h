// SPDX-License-Identifier: Apache-2.0
// Whether a narrator speaks of his own side.
#pragma once

#include "isnad/claim/claim.h"

namespace isnad {

// Is the narrator that party, or of one side with it: by words, name, code, or the armed and state
// sectors of one country?
[[nodiscard]] bool is_party(const Narrator& narrator, const Party& party);

}  // namespace isnad
