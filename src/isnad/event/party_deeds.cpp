// SPDX-License-Identifier: Apache-2.0
// See party_deeds.h. Deeds are found in the order of the events and sorted by name.
#include "isnad/event/party_deeds.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace isnad {
namespace {

struct NamedDeed {
  uint32_t name;
  PartyDeed deed;
};

// A number for each name, and for each party without one.
std::vector<uint32_t> number_names(const std::vector<ActorMention>& actors, uint32_t& count) {
  std::unordered_map<std::string_view, uint32_t> known;
  std::vector<uint32_t> name_of;
  name_of.reserve(actors.size());
  count = 0;
  for (const auto& actor : actors) {
    if (actor.name.empty()) {
      name_of.push_back(count++);
      continue;
    }
    const auto [found, is_new] = known.try_emplace(actor.name, count);
    count += is_new ? 1 : 0;
    name_of.push_back(found->second);
  }
  return name_of;
}

}  // namespace

PartyDeeds::PartyDeeds(const std::vector<ActorMention>& actors, std::span<const ToldEvent> events) {
  uint32_t names = 0;
  name_of_ = number_names(actors, names);
  std::vector<NamedDeed> found;
  std::vector<uint32_t> in_phrase;
  for (const auto& event : events) {
    for (const auto& phrase : event.roles->phrases) {
      in_phrase.clear();
      for (size_t i = 0; i < actors.size(); ++i) {
        if (actors[i].tokens.overlaps(phrase.tokens)) in_phrase.push_back(name_of_[i]);
      }
      std::sort(in_phrase.begin(), in_phrase.end());
      in_phrase.erase(std::unique(in_phrase.begin(), in_phrase.end()), in_phrase.end());
      const bool acts = phrase.role == Role::kAgent || phrase.role == Role::kBoth;
      for (const uint32_t name : in_phrase) found.push_back({name, {&event, acts}});
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const NamedDeed& a, const NamedDeed& b) { return a.name < b.name; });
  begin_.assign(names + 1, 0);
  deeds_.reserve(found.size());
  for (const auto& [name, deed] : found) {
    deeds_.push_back(deed);
    ++begin_[name + 1];
  }
  for (size_t name = 0; name < names; ++name) begin_[name + 1] += begin_[name];
}

}  // namespace isnad
