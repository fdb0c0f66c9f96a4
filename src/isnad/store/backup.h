// SPDX-License-Identifier: Apache-2.0
// A copy of a database as it is at one moment, made while others read and write it.
#pragma once

#include <cstdint>
#include <filesystem>

#include "isnad/base/result.h"

namespace isnad {

// Copies `from` to `to`, which appears whole, checked and on the disk, or not at all. What is
// written to `from` meanwhile is not in the copy. Returns the copy's bytes. Errors: kMissingFile,
// kDamagedFile (no database, or the copy is not sound), kCannotWrite (`to` cannot be written, or is
// there already and not to be replaced).
[[nodiscard]] Result<uint64_t> back_up(const std::filesystem::path& from,
                                       const std::filesystem::path& to, bool replace);

}  // namespace isnad
