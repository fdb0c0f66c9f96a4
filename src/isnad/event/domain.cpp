// SPDX-License-Identifier: Apache-2.0
// Counts distinct words a domain and compares with the words that evoke events.
#include "isnad/event/domain.h"

#include <set>
#include <vector>

namespace isnad {
namespace {

constexpr size_t kLeastWords = 4;    // distinct words before a report can be of a domain
constexpr size_t kWordsAnEvent = 3;  // words of the domain that outweigh an event

}  // namespace

bool about_other_things(std::span<const Match> matches, size_t events,
                        const EventKnowledge& knowledge) {
  std::vector<std::set<RowId>> words(knowledge.domain_names.size());
  std::vector<size_t> counts(knowledge.domain_names.size(), 0);
  for (const auto& match : matches) {
    if (const uint32_t* domain = knowledge.domains.find(match.row)) {
      words[*domain].insert(match.row);
      ++counts[*domain];
    }
  }
  for (size_t d = 0; d < words.size(); ++d) {
    if (words[d].size() >= kLeastWords && counts[d] >= kWordsAnEvent * events) return true;
  }
  return false;
}

}  // namespace isnad
