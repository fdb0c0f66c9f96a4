// SPDX-License-Identifier: Apache-2.0
// The lines of a text as layout sees them: trimmed, measured, with what stands around them.
#pragma once

#include <string_view>
#include <vector>

#include "isnad/base/span.h"

namespace isnad {

struct LayoutLine {
  ByteSpan span;            // without white space at its ends
  uint32_t characters = 0;  // code points of the span
  uint32_t words = 0;       // runs between white space
  bool blank_before = false;
  bool blank_after = false;
  bool stopped = false;  // ends as a sentence does: . … : ؛ ، , ; (closing quotation marks and
                         // brackets set aside)
};

// The lines of text[begin, end) that hold something visible. Lines end at \n, \r, \r\n, U+2028,
// U+2029. Linear.
[[nodiscard]] std::vector<LayoutLine> split_lines(std::string_view text, uint32_t begin);

// Bytes of the white-space character at `at` (ASCII, no-break and the spaces of U+2000-200A and
// kin), else 0.
[[nodiscard]] inline uint32_t white_space_at(std::string_view text, size_t at);

// `text` without white space at its ends.
[[nodiscard]] std::string_view trim(std::string_view text);

namespace layout_line_detail {
[[nodiscard]] uint32_t wide_white_space_at(std::string_view text, size_t at);
}

inline uint32_t white_space_at(std::string_view text, size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r') ? 1 : 0;
  if (c != 0xC2 && c != 0xE2 && c != 0xE3) return 0;
  return layout_line_detail::wide_white_space_at(text, at);
}

}  // namespace isnad
