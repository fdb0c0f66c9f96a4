// SPDX-License-Identifier: Apache-2.0
// Weapons are few and matched whole, so this is one filter over the matches.
#include "isnad/mention/weapon/find_weapons.h"

namespace isnad {

std::vector<WeaponMention> find_weapons(std::span<const Match> matches, const Lexicon& lexicon) {
  const Table weapons = lexicon.table("weapons");
  std::vector<WeaponMention> out;
  for (const auto& match : matches) {
    if (!weapons.contains(match.row)) continue;
    // Sorted by begin, longest first: what overlaps the last one kept is shorter or begins inside
    // it.
    if (!out.empty() && match.tokens.begin < out.back().tokens.end) continue;
    auto word = lexicon.field(match.row, "means");
    if (word.empty()) word = lexicon.field(match.row, "weapon");
    out.push_back({match.tokens, match.row, std::string(word)});
  }
  return out;
}

}  // namespace isnad
