// SPDX-License-Identifier: Apache-2.0
// An incident's comparison as JSON: accounts across, fields down, each cell with its mark, its
// values and the claims they rest on; the claims with their sentences and chains.
#pragma once

#include <string>

#include "isnad/base/result.h"
#include "isnad/store/store.h"

namespace isnad {

// Errors: those of the store.
[[nodiscard]] Result<std::string> comparison_json(Store& store, const Incident& incident);

}  // namespace isnad
