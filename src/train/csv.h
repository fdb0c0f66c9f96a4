// SPDX-License-Identifier: Apache-2.0
// Comma-separated values as RFC 4180 has them: fields in double quotes may hold commas, line ends
// and doubled quotes. Rows of the gold sentences.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace isnad::train {

// All rows, the header included. Total: an unclosed quote ends with the text.
[[nodiscard]] std::vector<std::vector<std::string>> read_csv(std::string_view text,
                                                             char separator = ',');

}  // namespace isnad::train
