// SPDX-License-Identifier: Apache-2.0
// Names of the error codes, in the order of the enum.
#include "isnad/base/result.h"

#include <array>

namespace isnad {

std::string_view error_code_name(ErrorCode code) {
  static constexpr std::array<std::string_view, 11> kNames = {
      "cannot-read", "cannot-write", "bad-encoding", "binary",       "empty",       "too-large",
      "bad-json",    "bad-value",    "bad-lexicon",  "damaged-file", "missing-file"};
  return kNames.at(static_cast<size_t>(code));
}

std::string describe(const Error& error) {
  return error.where.empty() ? error.what : error.where + ": " + error.what;
}

}  // namespace isnad
