// SPDX-License-Identifier: Apache-2.0
// What the servers of earlier runs said of their answers (ETag, Last-Modified), so that what has
// not changed is not fetched again. Kept as tab-separated text beside the database; losing it costs
// nothing but traffic.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "isnad/base/result.h"

namespace isnad {

struct Remembered {
  std::string etag;
  std::string last_modified;
  std::string seen;  // SHA-256 of the feed item by which a page was last asked for
};

using FetchMemory = std::map<std::string, Remembered, std::less<>>;  // by address

// Lines that do not fit are passed over; no file is an empty memory.
[[nodiscard]] FetchMemory parse_fetch_memory(std::string_view text);
[[nodiscard]] std::string format_fetch_memory(const FetchMemory& memory);
[[nodiscard]] FetchMemory load_fetch_memory(const std::filesystem::path& path);
// Whole or not at all. Errors: kCannotWrite.
[[nodiscard]] Result<bool> save_fetch_memory(const FetchMemory& memory,
                                             const std::filesystem::path& path);

}  // namespace isnad
