// SPDX-License-Identifier: Apache-2.0
// Open-addressing hash of ids over one byte buffer; half full at most.
#include "isnad/base/string_pool.h"

#include <xxhash.h>

namespace isnad {

StringPool::StringPool() : offsets_{0}, slots_(64, 0) { intern({}); }

StringId StringPool::intern(std::string_view text) {
  const size_t mask = slots_.size() - 1;
  size_t at = XXH3_64bits(text.data(), text.size()) & mask;
  while (slots_[at] != 0) {
    if (view(slots_[at] - 1) == text) return slots_[at] - 1;
    at = (at + 1) & mask;
  }
  const auto id = static_cast<StringId>(size());
  bytes_.append(text);
  offsets_.push_back(static_cast<uint32_t>(bytes_.size()));
  slots_[at] = id + 1;
  if (size() * 2 > slots_.size()) grow();
  return id;
}

void StringPool::grow() {
  std::vector<uint32_t> bigger(slots_.size() * 2, 0);
  const size_t mask = bigger.size() - 1;
  for (StringId id = 0; id < size(); ++id) {
    const auto text = view(id);
    size_t at = XXH3_64bits(text.data(), text.size()) & mask;
    while (bigger[at] != 0) at = (at + 1) & mask;
    bigger[at] = id + 1;
  }
  slots_ = std::move(bigger);
}

}  // namespace isnad
