// SPDX-License-Identifier: Apache-2.0
// Files in one ZIP archive (APPNOTE 6.3), packed by deflate, names in UTF-8.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "isnad/base/result.h"

namespace isnad {

// A path inside the archive, with "/" between folders, and its bytes. Entries carry the ZIP's first
// day, not today's: the same files make the same archive. Errors: kTooLarge (a file, or all of
// them, of 4 GiB or more; more than 65,535 files).
[[nodiscard]] Result<std::string> zip_file(
    const std::vector<std::pair<std::string, std::string>>& files);

}  // namespace isnad
