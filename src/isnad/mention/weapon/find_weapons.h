// SPDX-License-Identifier: Apache-2.0
// The weapons a text names: the lexicon's longest matches of the table "weapons".
#pragma once

#include <span>
#include <vector>

#include "isnad/lexicon/lexicon.h"
#include "isnad/mention/weapon/weapon_mention.h"

namespace isnad {

// In text order; a weapon inside a longer one's words (قذيفة in قذيفة هاون, shell in mortar shell)
// is not named apart. `matches` are sorted as Lexicon::find_matches gives them. Linear.
[[nodiscard]] std::vector<WeaponMention> find_weapons(std::span<const Match> matches,
                                                      const Lexicon& lexicon);

}  // namespace isnad
