// SPDX-License-Identifier: Apache-2.0
// Looks a name up and ranks what it finds.
#include "isnad/mention/place/candidate_list.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace isnad {

std::vector<ListedPlace> list_candidates(const Gazetteer& gazetteer, std::string_view name) {
  std::vector<uint32_t> postings;
  for (const uint32_t posting : gazetteer.find_name(name)) {
    if ((posting & kPostingCue) == 0) postings.push_back(posting);
  }
  std::stable_sort(postings.begin(), postings.end(), [&](uint32_t a, uint32_t b) {
    return gazetteer.record(a & kPostingIndex).prior > gazetteer.record(b & kPostingIndex).prior;
  });
  std::vector<ListedPlace> listed;
  for (const uint32_t posting : postings) {
    const PlaceRow row = posting & kPostingIndex;
    std::array<char, 32> prior{};
    std::snprintf(prior.data(), prior.size(), "prior %.1f",
                  static_cast<double>(gazetteer.record(row).prior));
    std::string why = prior.data();
    if ((posting & kPostingAlternate) != 0) why += "; an alternative name";
    if ((posting & kPostingNoArticle) != 0)
      why += "; without its article, only after a word like city";
    listed.push_back({gazetteer.place(row), gazetteer.path_ar(row), std::move(why)});
  }
  return listed;
}

}  // namespace isnad
