// SPDX-License-Identifier: Apache-2.0
// The first layer's gates of words met before. They depend on the word alone, and half of a text's
// words are among a few hundred: a fifth of the arithmetic need not be done again. One thread's,
// part of its workspace; what comes out is the same with it and without.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace isnad {

class WordCache {
 public:
  // Rows of `width` floats for up to `size` words, a power of two; empties the cache.
  void reset(size_t size, size_t width) {
    keys_.assign(size, 0);
    rows_ = std::make_unique_for_overwrite<float[]>(size * width);  // memory comes as it is used
    width_ = width;
  }
  [[nodiscard]] size_t width() const { return width_; }
  // The row kept under the key, or null.
  [[nodiscard]] const float* find(uint64_t key) const {
    const size_t slot = key & (keys_.size() - 1);
    return key != 0 && keys_[slot] == key ? rows_.get() + slot * width_ : nullptr;
  }
  // Keeps a row, in the place of another word's.
  void keep(uint64_t key, const float* row) {
    const size_t slot = key & (keys_.size() - 1);
    keys_[slot] = key;
    std::copy_n(row, width_, rows_.get() + slot * width_);
  }

 private:
  std::vector<uint64_t> keys_;
  std::unique_ptr<float[]> rows_;
  size_t width_ = 0;
};

}  // namespace isnad
