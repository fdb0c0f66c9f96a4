// SPDX-License-Identifier: Apache-2.0
// Where a person's name ends: given names, particles (بن, عبد, أبو), and the words after them that
// no table knows. Starts only after a title or with a given name that is no common word.
#pragma once

#include "isnad/mention/actor/token_facts.h"

namespace isnad {

enum class NameStart : uint8_t {
  kAfterTitle,  // one name is enough
  kBare,        // two are needed: a lone محمد is too often half a thing's name
};

// The token after the name that begins at `token`, or `token` when none does. Never beyond `end`.
[[nodiscard]] uint32_t person_name_end(const TokenTable& tokens, uint32_t token, uint32_t end,
                                       NameStart start);

}  // namespace isnad
