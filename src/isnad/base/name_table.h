// SPDX-License-Identifier: Apache-2.0
// Values by name, for tables that are filled once and asked very often: open addressing over 64-bit
// hashes, so that a name not in the table mostly costs one look at memory. Two names are taken for
// one by chance once in 10^19 pairs.
#pragma once

#include <xxhash.h>

#include <cstdint>
#include <string_view>
#include <vector>

namespace isnad {

template <typename Value>
class NameTable {
 public:
  [[nodiscard]] size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }

  // The first value given for a name stays.
  void add(std::string_view name, const Value& value) {
    if (2 * (size_ + 1) > slots_.size()) grow();
    Slot& slot = slots_[place_of(key_of(name))];
    if (slot.key != 0) return;
    slot = {key_of(name), value};
    ++size_;
  }

  // The value, or null.
  [[nodiscard]] const Value* find(std::string_view name) const {
    if (empty()) return nullptr;
    const Slot& slot = slots_[place_of(key_of(name))];
    return slot.key != 0 ? &slot.value : nullptr;
  }

 private:
  struct Slot {
    uint64_t key = 0;  // 0: nobody's
    Value value{};
  };

  [[nodiscard]] static uint64_t key_of(std::string_view name) {
    const uint64_t key = XXH3_64bits(name.data(), name.size());
    return key != 0 ? key : 1;
  }

  // Where the key is, or the empty slot where it would be.
  [[nodiscard]] size_t place_of(uint64_t key) const {
    const size_t mask = slots_.size() - 1;
    size_t at = static_cast<size_t>(key) & mask;
    while (slots_[at].key != 0 && slots_[at].key != key) at = (at + 1) & mask;
    return at;
  }

  void grow() {
    std::vector<Slot> old(slots_.empty() ? 16 : 2 * slots_.size());
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.key != 0) slots_[place_of(slot.key)] = slot;
    }
  }

  std::vector<Slot> slots_;  // a power of two of them, half empty at least
  size_t size_ = 0;
};

}  // namespace isnad
