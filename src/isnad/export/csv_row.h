// SPDX-License-Identifier: Apache-2.0
// One row of CSV after RFC 4180: commas, quotes where needed, CR LF.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace isnad {

// A value is quoted where it holds a comma, a quote or a line end, or where a spreadsheet would
// take it for a formula (it begins with = + - @ and is no number).
void append_csv_row(const std::vector<std::string>& values, std::string& out);

}  // namespace isnad
