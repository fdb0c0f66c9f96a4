// SPDX-License-Identifier: Apache-2.0
// Every spelling a lexicon entry can take in unvowelled, folded news Arabic, so that looking up
// needs no rules.
//
// Verbs are given by two forms, past and present third person masculine singular (قصف / يقصف, he
// shelled); their weak letters are read off these. Nouns by singular and plurals. It over-generates
// a little (a spelling no one writes costs a few bytes) and leaves out clitics, which the matcher
// takes off.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace isnad {

struct InflectedForm {
  std::string text;         // folded; words separated by one space
  uint16_t inflection = 0;  // mask of Inflection
  bool ends_in_haa =
      false;  // spelt with ه at its end (شرطه, his condition), which is no ة (شرطة, police)
};

// All arguments folded. In a phrase of several words only the first is inflected.
// `past` and `present` as above; an empty `present` gives the past forms alone.
[[nodiscard]] std::vector<InflectedForm> inflect_verb(std::string_view past,
                                                      std::string_view present);
// Singular (may be a phrase noun + adjective) and its plurals, already folded.
[[nodiscard]] std::vector<InflectedForm> inflect_noun(std::string_view singular,
                                                      const std::vector<std::string>& plurals);
// Masculine singular adjective: feminine, duals, sound plurals.
[[nodiscard]] std::vector<InflectedForm> inflect_adjective(std::string_view masculine,
                                                           const std::vector<std::string>& plurals);

}  // namespace isnad
