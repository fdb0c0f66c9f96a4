// SPDX-License-Identifier: Apache-2.0
// How often which value came, for lists.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "isnad/store/listing.h"

namespace isnad {

// There are few values, and the same ones follow each other.
struct Tally {
  std::map<std::string, int64_t, std::less<>> counts;
  std::map<std::string, int64_t, std::less<>>::iterator last = counts.end();

  Tally() = default;
  Tally(const Tally&) = delete;  // `last` points into `counts`
  Tally& operator=(const Tally&) = delete;

  void add(std::string_view value) {
    if (value.empty()) return;
    if (last == counts.end() || last->first != value) {
      last = counts.find(value);
      if (last == counts.end()) last = counts.emplace(value, 0).first;
    }
    ++last->second;
  }
};

// Values by how many have them, the most first.
template <class Counts>
FacetCounts ranked(const Counts& counts) {
  FacetCounts all(counts.begin(), counts.end());
  std::stable_sort(all.begin(), all.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  return all;
}

}  // namespace isnad
