// SPDX-License-Identifier: Apache-2.0
// One narrator beside the others: in which incidents, and with whom it agrees or not.
#pragma once

#include <string>

#include "isnad/base/result.h"
#include "isnad/store/store.h"

namespace isnad {

// JSON as openapi.json describes it; empty where nobody narrates under that name. Looks at the
// newest incidents of several accounts, at most 300: `complete` says whether that is all.
[[nodiscard]] Result<std::string> narrator_json(Store& store, const std::string& name);

}  // namespace isnad
