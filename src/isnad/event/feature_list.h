// SPDX-License-Identifier: Apache-2.0
// Names of features, as the weights of a lexicon table are looked up by them.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace isnad {

// Names of features, one after the other; letters, digits, '-', '.' and ':' only, so that a weight
// can be a row of a lexicon table.
class FeatureList {
 public:
  void clear();
  void add(std::initializer_list<std::string_view> parts);
  [[nodiscard]] size_t size() const { return ends_.size(); }
  [[nodiscard]] std::string_view operator[](size_t i) const;

 private:
  std::string text_;
  std::vector<size_t> ends_;
};

}  // namespace isnad
