// SPDX-License-Identifier: Apache-2.0
// What a machine can find wrong in a lexicon, with file and line: faults of form, rows without
// gloss or source, the same spelling twice in a table, rows out of order, frames whose own examples
// fail.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "data_folder.h"

namespace isnad {

struct LexiconReport {
  size_t tables = 0;
  size_t rows = 0;
  size_t examples = 0;
  std::vector<std::string> faults;  // "file:line: what"
};

// Later folders override earlier ones row by row. `data` names the gazetteer and the analyser with
// which the examples are coded. Codes every example once.
[[nodiscard]] LexiconReport check_lexicon(std::span<const std::filesystem::path> folders,
                                          const DataOptions& data);

}  // namespace isnad
