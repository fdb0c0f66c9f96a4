// SPDX-License-Identifier: Apache-2.0
// Strings of one report, stored once each and named by a small number, so that columns hold
// numbers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace isnad {

// Index into a StringPool; 0 is always the empty string.
using StringId = uint32_t;

class StringPool {
 public:
  StringPool();

  // The id of `text`, adding it when new. Amortised constant; copies the bytes.
  StringId intern(std::string_view text);
  // The view lives until the next `intern` or the end of the pool.
  [[nodiscard]] std::string_view view(StringId id) const {
    return std::string_view(bytes_).substr(offsets_[id], offsets_[id + 1] - offsets_[id]);
  }
  [[nodiscard]] size_t size() const { return offsets_.size() - 1; }

 private:
  void grow();
  std::string bytes_;
  std::vector<uint32_t> offsets_;  // size() + 1 entries
  std::vector<uint32_t> slots_;    // open addressing; id + 1, 0 = free; size a power of two
};

}  // namespace isnad
