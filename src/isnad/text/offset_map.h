// SPDX-License-Identifier: Apache-2.0
// The bridge from folded text back to the bytes it was folded from.
//
// One entry a folded byte plus one for the end: the given byte at which the character that produced
// it begins. So every folded range has a given range that starts and ends on character boundaries,
// even where folding dropped marks or made one letter of two.
#pragma once

#include <cassert>
#include <vector>

#include "isnad/base/span.h"

namespace isnad {

class OffsetMap {
 public:
  OffsetMap() : to_given_{0} {}
  // `to_given`: monotone, folded size + 1 entries, the last is the given size.
  explicit OffsetMap(std::vector<uint32_t> to_given) : to_given_(std::move(to_given)) {
    assert(!to_given_.empty());
  }
  // The given bytes from which the folded range came. Marks that folding dropped after the last
  // character belong to the range before them, so an accented word keeps its accents.
  [[nodiscard]] ByteSpan given(TextSpan folded) const {
    return {to_given_[folded.begin], to_given_[folded.end]};
  }
  [[nodiscard]] uint32_t folded_size() const { return static_cast<uint32_t>(to_given_.size() - 1); }

 private:
  std::vector<uint32_t> to_given_;
};

}  // namespace isnad
