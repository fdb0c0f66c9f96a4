// SPDX-License-Identifier: Apache-2.0
// The print on a page cut into numbers, words and signs, as dates and clock times are read from it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace isnad {

struct PrintedToken {
  enum Kind { kNumber, kWord, kSign } kind = kSign;
  int value = 0;  // kNumber
  size_t digits = 0;
  size_t begin = 0;  // in the given text
  size_t end = 0;
};

// PrintedTokens with their plain spellings beside them, so that month_at can compare several.
struct PrintedTokens {
  std::vector<PrintedToken> list;
  std::vector<std::string> plain;
};

[[nodiscard]] inline bool is_printed_digit(char c) { return c >= '0' && c <= '9'; }

// White space ends a token; a change of kind does, too; a sign is a token of its own.
[[nodiscard]] PrintedTokens split_print(std::string_view text);

}  // namespace isnad
