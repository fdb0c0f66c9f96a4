// SPDX-License-Identifier: Apache-2.0
// One string for all names, so that describing a candidate allocates next to nothing.
#include "isnad/event/feature_list.h"

namespace isnad {

void FeatureList::clear() {
  text_.clear();
  ends_.clear();
}

void FeatureList::add(std::initializer_list<std::string_view> parts) {
  bool first = true;
  for (const auto part : parts) {
    if (!first) text_ += ':';
    text_ += part;
    first = false;
  }
  ends_.push_back(text_.size());
}

std::string_view FeatureList::operator[](size_t i) const {
  const size_t begin = i == 0 ? 0 : ends_[i - 1];
  return std::string_view(text_).substr(begin, ends_[i] - begin);
}

}  // namespace isnad
