// SPDX-License-Identifier: Apache-2.0
// How many units a relation moves: last -1, next 1; and whether it counts from the last date of the
// text rather than from publication.
#pragma once

#include "isnad/mention/time/calendar.h"

namespace isnad {

inline constexpr int kSoonDays =
    31;  // a bare day so little ahead is rather the coming one than last year's

[[nodiscard]] inline int relation_offset(Relation relation) {
  switch (relation) {
    case Relation::kLast:
    case Relation::kPreceding:
      return -1;
    case Relation::kBeforeLast:
      return -2;
    case Relation::kNext:
    case Relation::kFollowing:
      return 1;
    case Relation::kAfterNext:
      return 2;
    default:
      return 0;
  }
}

[[nodiscard]] inline bool anaphoric(Relation relation) {
  return relation == Relation::kThat || relation == Relation::kSame ||
         relation == Relation::kFollowing || relation == Relation::kPreceding ||
         relation == Relation::kOfIt;
}

}  // namespace isnad
