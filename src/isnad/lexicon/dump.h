// SPDX-License-Identifier: Apache-2.0
// The inverse of compiling: every table of a compiled lexicon as the text of a TSV file.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "isnad/lexicon/lexicon.h"

namespace isnad {

// Table name and text, a table each, in the file's order. Frames come as a table too: parse_table
// reads it back, and compiling the result gives the same bytes.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> dump_lexicon(const Lexicon& lexicon);

}  // namespace isnad
