// SPDX-License-Identifier: Apache-2.0
// See key_table.h.
#include "isnad/analysis/key_table.h"

#include <algorithm>
#include <bit>

namespace isnad {

bool KeyTable::usable(std::span<const uint32_t> slots) {
  return std::has_single_bit(slots.size()) &&
         std::find(slots.begin(), slots.end(), 0u) != slots.end() &&
         std::none_of(slots.begin(), slots.end(),
                      [](uint32_t slot) { return slot != 0 && (slot & 0x3FFFF) == 0; });
}

std::vector<uint32_t> KeyTableBuilder::slots() const {
  const size_t size = std::bit_ceil(entries_.size() + entries_.size() / 3 + 8);
  std::vector<uint32_t> slots(size, 0);
  for (const Entry& entry : entries_) {
    const auto tag = static_cast<uint32_t>(entry.key >> 50);
    size_t at = static_cast<size_t>(entry.key) & (size - 1);
    while (slots[at] != 0 && slots[at] >> 18 != tag) at = (at + 1) & (size - 1);
    if (slots[at] == 0) slots[at] = tag << 18 | (entry.value + 1);
  }
  return slots;
}

}  // namespace isnad
