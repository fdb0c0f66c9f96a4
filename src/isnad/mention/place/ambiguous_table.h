// SPDX-License-Identifier: Apache-2.0
// Scoring the tables of ambiguous mentions in context (scenarios/place/*.tsv): for the evaluation
// and the scenario test.
#pragma once

#include <string>
#include <vector>

#include "isnad/mention/place/gazetteer.h"
#include "isnad/mention/place/place_table.h"
#include "isnad/mention/place/rank_weights.h"

namespace isnad {

struct AmbiguousScore {
  size_t right = 0, all = 0;
  std::vector<bool> rights;        // a row of the table each
  std::vector<std::string> wrong;  // "id: expected, found, text"
};

// A row is right when the mention of the marked name lies where `expected` says, or when there is
// none and - is expected.
[[nodiscard]] AmbiguousScore score_ambiguous(const Gazetteer& gazetteer, const PlaceTable& table,
                                             const RankWeights& weights = {});

}  // namespace isnad
