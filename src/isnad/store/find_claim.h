// SPDX-License-Identifier: Apache-2.0
// Where a claim ("report#c3") stands in the tables.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "isnad/store/database.h"

namespace isnad {

// The report's name and the claim's number; nothing where the text is no claim's name.
[[nodiscard]] std::optional<std::pair<std::string, int64_t>> parts_of_claim(
    const std::string& claim);
// The telling it belongs to; nothing where there is no such claim, or it tells of nothing done.
[[nodiscard]] std::optional<int64_t> telling_of(Database& database, const std::string& claim);

}  // namespace isnad
