// SPDX-License-Identifier: Apache-2.0
// Typed half-open ranges. A position in the report's bytes, in the folded text and in the token or
// word columns are different things; mixing them is the classic bug of evidence spans, so they do
// not convert. `OffsetMap` (text/offset_map.h) is the only bridge from `TextSpan` to `ByteSpan`.
#pragma once

#include <algorithm>
#include <cstdint>

namespace isnad {

// [begin, end) in units of Unit. An empty span (begin == end) still has a place.
template <class Unit>
struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;

  [[nodiscard]] constexpr uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr bool contains(uint32_t position) const {
    return begin <= position && position < end;
  }
  [[nodiscard]] constexpr bool contains(Span other) const {
    return begin <= other.begin && other.end <= end;
  }
  [[nodiscard]] constexpr bool overlaps(Span other) const {
    return begin < other.end && other.begin < end;
  }
  // The smallest span that covers both.
  [[nodiscard]] constexpr Span joined(Span other) const {
    return {std::min(begin, other.begin), std::max(end, other.end)};
  }
  friend constexpr bool operator==(Span, Span) = default;
  friend constexpr auto operator<=>(Span, Span) = default;
};

using ByteSpan = Span<struct ByteUnit>;    // UTF-8 bytes of Report::text
using TextSpan = Span<struct FoldedUnit>;  // UTF-8 bytes of Text::folded
using TokenSpan = Span<struct TokenUnit>;  // indexes into Text::tokens
using WordSpan = Span<struct WordUnit>;    // indexes into the columns of Analysis (clitics split)
using CharSpan = Span<struct CharUnit>;    // Unicode code points, only at the output (contract.md)

}  // namespace isnad
