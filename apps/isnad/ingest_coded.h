// SPDX-License-Identifier: Apache-2.0
// Taking in reports that were coded elsewhere: by another machine, or by Spark.
#pragma once

#include <string>
#include <vector>

#include "isnad/store/store.h"

namespace isnad {

struct CodedIntake {
  size_t added = 0, changed = 0, known = 0;
  std::vector<Error> rejected;  // where: file:line
};

// Reads lines of `isnad code --to jsonl --with-text` and stores them; the line itself stands for
// the report's bytes. Errors: a file that cannot be read, and those of the store.
[[nodiscard]] Result<CodedIntake> ingest_coded(const std::vector<std::string>& paths, Store& store,
                                               const std::string& engine, const std::string& now);

}  // namespace isnad
