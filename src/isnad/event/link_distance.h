// SPDX-License-Identifier: Apache-2.0
// How far apart two expressions of one sentence stand, as linking a place or a time to an event
// counts it: in tokens, with what the order of words and the borders of clauses add.
#pragma once

#include "isnad/event/syntax.h"

namespace isnad {

inline constexpr double kOtherClause = 12;  // tokens' worth of crossing into another clause
inline constexpr double kBefore = 3;        // places and times mostly follow what they place

[[nodiscard]] inline double link_distance(TokenSpan from, TokenSpan to) {
  if (from.overlaps(to)) return 0;
  return to.begin >= from.end ? to.begin - from.end : from.begin - to.end + kBefore;
}

[[nodiscard]] inline double clause_cost(const Syntax& syntax, uint32_t a, uint32_t b) {
  return syntax.clause(a).contains(b) ? 0 : kOtherClause;
}

}  // namespace isnad
