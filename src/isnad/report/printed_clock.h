// SPDX-License-Identifier: Apache-2.0
// The clock time printed beside a date: "14:05", "2:05 pm", with a zone or without.
#pragma once

#include <optional>

#include "isnad/report/printed_tokens.h"

namespace isnad {

struct PrintedClock {
  int minute = 0;             // of the day
  std::optional<int> offset;  // minutes east of Greenwich, where a zone is printed
};

// Keeps references to the tokens.
class PrintedClockReader {
 public:
  explicit PrintedClockReader(const PrintedTokens& tokens)
      : tokens_(tokens.list), plain_(tokens.plain) {}

  // The nearest clock time after `end`, else before `begin`; neither reaches over `low` or `high`.
  [[nodiscard]] std::optional<PrintedClock> near(size_t begin, size_t end, size_t low,
                                                 size_t high) const;

 private:
  [[nodiscard]] bool is(size_t i, std::string_view plain) const;
  [[nodiscard]] bool number(size_t i, int high) const;
  [[nodiscard]] std::optional<PrintedClock> at(size_t i, size_t high) const;
  [[nodiscard]] std::optional<int> offset(size_t i, size_t high) const;

  const std::vector<PrintedToken>& tokens_;
  const std::vector<std::string>& plain_;
};

}  // namespace isnad
