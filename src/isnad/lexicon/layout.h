// SPDX-License-Identifier: Apache-2.0
// The records of a compiled lexicon, as they lie in the mapped file. docs/formats/lexicon.md draws
// them. Shared by the compiler and the reader and by nobody else.
#pragma once

#include <cstdint>
#include <string_view>

namespace isnad::layout {

inline constexpr std::string_view kKind = "lexicon";
inline constexpr uint32_t kVersion = 1;
inline constexpr uint32_t kNoSymbol = 0;  // symbols count from 1
inline constexpr uint32_t kMaxPatternTokens = 16;

// A string in the section "strings".
struct Ref {
  uint32_t offset = 0;
  uint32_t size = 0;
};

struct TableRecord {
  Ref name;
  uint32_t row_begin = 0, row_end = 0;
  uint32_t column_begin = 0, column_count = 0;  // into "columns"; the id is no column
};

struct RowRecord {
  Ref id;
  uint32_t table = 0;
  uint32_t field_begin = 0;  // into "fields", one a column of the table
};

// Open addressing, a power of two of slots; a slot with size 0 is free.
struct SymbolSlot {
  Ref text;
  uint32_t symbol = kNoSymbol;
};

// Trie edge (node, symbol) → target, open addressing; symbol 0 = free. Node 0 is the root.
struct EdgeSlot {
  uint32_t node = 0;
  uint32_t symbol = kNoSymbol;
  uint32_t target = 0;
};

enum class ArticleRule : uint8_t { kOptional, kAsSpelt, kForbidden };

// A pattern ends at this node: the row it stands for.
struct AcceptRecord {
  uint32_t row = 0;
  uint16_t inflection = 0;
  uint16_t article_mask = 0;  // bit i: the pattern's i-th token was spelt with the article
  uint16_t article_rule = 0;  // ArticleRule
  uint16_t ends_in_haa = 0;   // 1: the pattern was spelt with ه at its end; no word with ة is it
};

// Accepts of node n are [accept_begin[n], accept_begin[n + 1]).

[[nodiscard]] constexpr uint32_t edge_hash(uint32_t node, uint32_t symbol) {
  uint64_t key = (uint64_t{node} << 32 | symbol) * 0x9E3779B97F4A7C15ULL;
  key ^= key >> 29;
  return static_cast<uint32_t>(key * 0xBF58476D1CE4E5B9ULL >> 32);
}

}  // namespace isnad::layout
