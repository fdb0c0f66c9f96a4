// SPDX-License-Identifier: Apache-2.0
// Small views into a mapped model: strings of letters, and lists of strings found by key.
// They own nothing; whoever loads the model has checked them (model.h).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "isnad/analysis/key_table.h"

namespace isnad {

// Strings by number, as UTF-16: string i is letters[offsets[i] … offsets[i+1]).
struct StringTable {
  std::span<const uint32_t> offsets;
  std::span<const char16_t> letters;

  [[nodiscard]] size_t size() const { return offsets.empty() ? 0 : offsets.size() - 1; }
  [[nodiscard]] std::u16string_view view(uint32_t id) const {
    return {letters.data() + offsets[id], offsets[id + 1] - offsets[id]};
  }
};

// Rows of signed bytes with a scale each, found by key.
struct RowTable {
  KeyTable index;
  std::span<const int8_t> rows;
  std::span<const float> scales;
  uint32_t width = 0;

  [[nodiscard]] const int8_t* row(uint32_t i) const { return rows.data() + size_t{i} * width; }
};

// Lists of string ids by key: list i is items[offsets[i] … offsets[i+1]).
struct ListTable {
  KeyTable index;
  std::span<const uint32_t> offsets;
  std::span<const uint32_t> items;

  [[nodiscard]] std::span<const uint32_t> find(uint64_t key) const {
    const uint32_t list = index.find(key);
    if (list == KeyTable::kNone) return {};
    return items.subspan(offsets[list], offsets[list + 1] - offsets[list]);
  }
};

}  // namespace isnad
