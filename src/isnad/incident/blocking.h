// SPDX-License-Identifier: Apache-2.0
// Which tellings are compared at all: those that meet in a block of day, place cell and type
// family, so that a new report is compared with its neighbours and not with everything.
//
// A telling is filed under some keys and looks under others; looking goes a day and a cell further
// than filing, so nothing is lost at a border. Who looks and who was filed first makes no
// difference: `may_meet` decides the same for both orders.
#pragma once

#include <vector>

#include "isnad/incident/telling.h"

namespace isnad {

struct BlockKeys {
  std::vector<uint64_t> filed;   // sorted, without repetition
  std::vector<uint64_t> looked;  // likewise
};
// A time over more than a week files under no day: only a verbatim copy finds it.
[[nodiscard]] BlockKeys block_keys(const Telling& telling);

// Whether the two stand near enough in day and place to be compared; symmetric.
[[nodiscard]] bool may_meet(const Telling& a, const Telling& b);

}  // namespace isnad
