// SPDX-License-Identifier: Apache-2.0
// From a claim's name to its rows.
#include "isnad/store/find_claim.h"

#include <charconv>

namespace isnad {

std::optional<std::pair<std::string, int64_t>> parts_of_claim(const std::string& claim) {
  const size_t mark = claim.rfind("#c");
  int64_t number = 0;
  if (mark == std::string::npos) return std::nullopt;
  const char* end = claim.data() + claim.size();
  const auto read = std::from_chars(claim.data() + mark + 2, end, number);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return std::pair(claim.substr(0, mark), number);
}

std::optional<int64_t> telling_of(Database& database, const std::string& claim) {
  const auto parts = parts_of_claim(claim);
  if (!parts) return std::nullopt;
  Statement statement(database,
                      "SELECT c.telling FROM claims c JOIN reports r ON r.id = c.report"
                      " WHERE r.name = ? AND c.number = ?");
  return statement.with(parts->first, parts->second).step() ? statement.integer_or_null(0)
                                                            : std::nullopt;
}

}  // namespace isnad
