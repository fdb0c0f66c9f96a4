// SPDX-License-Identifier: Apache-2.0
// The matches are at hand already: they are counted by paragraph and context, a word spelt twice
// counting twice.
#include "isnad/event/find_contexts.h"

#include <algorithm>
#include <map>

namespace isnad {
namespace {

constexpr size_t kMost = 5;  // contexts an event; a long paragraph touches on many things

// Contexts of a paragraph by how many words speak for each.
using Counts = std::map<uint32_t, uint32_t>;

std::vector<std::string> heaviest(const Counts& counts, const std::vector<std::string>& names) {
  std::vector<std::pair<uint32_t, uint32_t>> order(counts.begin(), counts.end());
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  if (order.size() > kMost) order.resize(kMost);
  std::vector<std::string> out;
  for (const auto& [context, count] : order) out.push_back(names[context]);
  return out;
}

}  // namespace

void add_contexts(std::span<const Match> matches, const Syntax& syntax,
                  const EventKnowledge& knowledge, std::vector<EventMention>& events) {
  if (events.empty()) return;
  std::map<uint32_t, Counts> by_zone;
  for (const auto& match : matches) {
    if (const uint32_t* context = knowledge.contexts.find(match.row))
      ++by_zone[syntax.sentence_of(match.tokens.begin).zone][*context];
  }
  for (auto& event : events) {
    const auto found = by_zone.find(syntax.sentence_of(event.head).zone);
    if (found != by_zone.end()) event.contexts = heaviest(found->second, knowledge.context_names);
  }
}

}  // namespace isnad
