// SPDX-License-Identifier: Apache-2.0
// Characters are the bytes that do not continue one; counts are kept a block of 64 bytes, the rest
// is counted.
#include "isnad/text/char_index.h"

#include <algorithm>

namespace isnad {
namespace {

constexpr uint32_t kBlock = 64;

uint32_t count_characters(std::string_view bytes) {
  return static_cast<uint32_t>(std::count_if(bytes.begin(), bytes.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

}  // namespace

CharIndex::CharIndex(const Report& report) : text_(report.text), given_begin_(report.given_begin) {
  blocks_.reserve(text_.size() / kBlock + 1);
  for (size_t at = 0; at < text_.size(); at += kBlock) {
    blocks_.push_back(total_);
    total_ += count_characters(text_.substr(at, kBlock));
  }
  blocks_.push_back(total_);
  title_ = characters_before(given_begin_);
}

uint32_t CharIndex::characters_before(uint32_t byte) const {
  const uint32_t block = byte / kBlock;
  if (byte >= text_.size()) return total_;
  return blocks_[block] + count_characters(text_.substr(size_t{block} * kBlock, byte % kBlock));
}

GivenSpan CharIndex::given(ByteSpan bytes) const {
  const bool in_title = bytes.begin < given_begin_;
  const uint32_t from = in_title ? 0 : title_;
  const uint32_t end = in_title ? std::min(bytes.end, given_begin_) : bytes.end;
  return {{characters_before(bytes.begin) - from, characters_before(end) - from}, in_title};
}

}  // namespace isnad
