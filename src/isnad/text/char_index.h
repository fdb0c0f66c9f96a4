// SPDX-License-Identifier: Apache-2.0
// From bytes of Report::text to what the contract prints: code points of the text as given. A title
// that came as a field of its own is counted from its own start and marked as such.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "isnad/base/span.h"
#include "isnad/report/report.h"

namespace isnad {

// A span as the contract prints it; `in_title`: counted in the title field, not in the text.
struct GivenSpan {
  CharSpan span;
  bool in_title = false;
};

class CharIndex {
 public:
  // Counts once over report.text, which must outlive the index. Linear; 1/16 of the text's size in
  // memory.
  explicit CharIndex(const Report& report);
  explicit CharIndex(Report&&) = delete;

  // Constant time. A span that begins in the title field ends there at the latest.
  [[nodiscard]] GivenSpan given(ByteSpan bytes) const;
  // Code points of the given text, the title field left out.
  [[nodiscard]] uint32_t text_length() const { return total_ - title_; }

 private:
  [[nodiscard]] uint32_t characters_before(uint32_t byte) const;

  std::string_view text_;
  uint32_t given_begin_;
  std::vector<uint32_t> blocks_;  // code points that begin before byte 64 * i
  uint32_t title_ = 0;            // code points before given_begin
  uint32_t total_ = 0;
};

}  // namespace isnad
