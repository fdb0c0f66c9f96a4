// SPDX-License-Identifier: Apache-2.0
// Reads numbers in digits and words: 82, ٨٢, أحد عشر (eleven), مئتان وخمسون (two hundred and
// fifty), ثلاثة آلاف (three thousand), 1.5 مليون, مليون ونصف. Agreement of gender and case is not
// checked: papers err in it.
#pragma once

#include "isnad/mention/quantity/sense_lattice.h"

namespace isnad {

struct NumberReading {
  uint32_t begin = 0, end = 0;  // tokens
  int64_t value = 0;
  double real = 0;        // with its fraction, where it has one
  bool fraction = false;  // real is no whole number
  bool digits = false;    // written in digits, at least its first part
  bool words = false;     // has number words
  [[nodiscard]] bool found() const { return end > begin; }
};

// The number that begins at the token, the longest there is. A conjunction on its first word is
// allowed.
[[nodiscard]] NumberReading read_number(const SenseLattice& lattice, uint32_t token);

// An ordinal: الخامس عشر (15th), الحادي والعشرين (21st), العشرين (20th, with the article). The
// article on the first word is asked for when `definite`.
[[nodiscard]] NumberReading read_ordinal(const SenseLattice& lattice, uint32_t token,
                                         bool definite);

}  // namespace isnad
