// SPDX-License-Identifier: Apache-2.0
// The places that a name can mean, best first, for people who ask why (`isnad places NAME`).
#pragma once

#include <string>
#include <vector>

#include "isnad/mention/place/gazetteer.h"

namespace isnad {

struct ListedPlace {
  Place place;
  std::string path_ar;
  std::string why;  // "prior 6.9; an alternative name"
};

// Candidates of a bare name without context: by prior, then id. Empty for a name that no place
// bears.
[[nodiscard]] std::vector<ListedPlace> list_candidates(const Gazetteer& gazetteer,
                                                       std::string_view name);

}  // namespace isnad
