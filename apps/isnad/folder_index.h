// SPDX-License-Identifier: Apache-2.0
// A folder's index.tsv: outlet, time of publication and address of the texts beside it
// (docs/decisions/0008).
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "isnad/base/result.h"
#include "isnad/report/read_plain.h"

namespace isnad {

// By the column "id"; other columns than id, outlet, published and url are passed over. Empty
// fields fill nothing. A folder without an index gives an empty one. Errors: kBadValue (no column
// id, a bad date; where: file:line).
using FolderIndex = std::map<std::string, ReportDefaults, std::less<>>;
[[nodiscard]] Result<FolderIndex> read_folder_index(const std::filesystem::path& folder);
[[nodiscard]] Result<FolderIndex> parse_folder_index(std::string_view text,
                                                     const std::string& where);

}  // namespace isnad
