// SPDX-License-Identifier: Apache-2.0
// A mapped table from 64-bit keys to small numbers: open addressing over 32-bit slots, each 18 bits
// of value and 14 bits of the key. A key that was never put in is found by mistake about once in
// 10,000 look-ups, which a statistical model does not notice; in return a slot costs four bytes.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace isnad {

class KeyTable {
 public:
  static constexpr uint32_t kNone = UINT32_MAX;
  static constexpr uint32_t kMaxValue = (1u << 18) - 2;

  KeyTable() = default;
  // `slots`: a power of two of them, at least one empty (0); `usable` says whether that holds.
  explicit KeyTable(std::span<const uint32_t> slots) : slots_(slots) {}
  [[nodiscard]] static bool usable(std::span<const uint32_t> slots);

  // The value stored under `key`, or kNone.
  [[nodiscard]] uint32_t find(uint64_t key) const {
    const size_t mask = slots_.size() - 1;
    const auto tag = static_cast<uint32_t>(key >> 50);
    for (size_t at = static_cast<size_t>(key) & mask;; at = (at + 1) & mask) {
      const uint32_t slot = slots_[at];
      if (slot == 0) return kNone;
      if (slot >> 18 == tag) return (slot & 0x3FFFF) - 1;
    }
  }

  // Asks for the memory that `find` will read first.
  void prefetch(uint64_t key) const {
    __builtin_prefetch(&slots_[static_cast<size_t>(key) & (slots_.size() - 1)]);
  }

 private:
  static constexpr uint32_t kNothing[1] = {0};
  std::span<const uint32_t> slots_ = kNothing;
};

// Builds the slots; the first value given for a key (as far as the table can tell keys apart)
// stays.
class KeyTableBuilder {
 public:
  void add(uint64_t key, uint32_t value) { entries_.push_back({key, value}); }
  void append(const KeyTableBuilder& other) {
    entries_.insert(entries_.end(), other.entries_.begin(), other.entries_.end());
  }
  [[nodiscard]] size_t size() const { return entries_.size(); }
  [[nodiscard]] std::vector<uint32_t> slots() const;

 private:
  struct Entry {
    uint64_t key;
    uint32_t value;
  };
  std::vector<Entry> entries_;
};

}  // namespace isnad
