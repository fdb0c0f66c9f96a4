// SPDX-License-Identifier: Apache-2.0
// The years that dates are written with.
#pragma once

#include <cstdint>

namespace isnad {

inline bool is_plausible_year(int64_t year) { return year >= 1000 && year <= 2199; }

// Two figures name a year of this century up to the 2030s, else of the last.
inline int full_year(int64_t year, int width) {
  if (width > 2) return static_cast<int>(year);
  return static_cast<int>(year < 40 ? 2000 + year : 1900 + year);
}

}  // namespace isnad
