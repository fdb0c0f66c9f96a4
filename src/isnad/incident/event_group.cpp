// SPDX-License-Identifier: Apache-2.0
// What the coder linked, and what reports come back to without saying so.
#include "isnad/incident/event_group.h"

#include <algorithm>
#include <cmath>

namespace isnad {
namespace {

// The claim that tells the event of this one first; a broken reference stands for itself.
int first_of(const CodedRecord& record, const ClaimRecord& claim) {
  const ClaimRecord* at = &claim;
  for (size_t steps = 0; steps < record.claims.size() && !at->same_event.empty(); ++steps) {
    const auto found = std::find_if(record.claims.begin(), record.claims.end(),
                                    [&](const auto& one) { return one.id == at->same_event; });
    if (found == record.claims.end()) break;
    at = &*found;
  }
  return at->number;
}

bool is_background(const EventGroup& group) {
  return std::all_of(group.begin(), group.end(), [](const auto* one) { return one->background; });
}

bool has_words(const std::optional<TimeRecord>& time) { return time && !time->text.empty(); }

// A later passage may give the hour of a day that the first one left to the date line.
bool names_another_day(const std::optional<TimeRecord>& first,
                       const std::optional<TimeRecord>& later) {
  if (!has_words(later)) return false;
  if (!first || !first->earliest) return true;
  if (has_words(first)) return first->timex != later->timex;
  return first->earliest != later->earliest || first->latest != later->latest;
}

// One row of the gazetteer, or one within the other's radius ("south of the town").
bool are_one_place(const CodedPlace& a, const CodedPlace& b) {
  constexpr double kDegree = 3.14159265358979 / 180;
  if (!a.gazetteer_id.empty() && !b.gazetteer_id.empty()) return a.gazetteer_id == b.gazetteer_id;
  const double y = *a.latitude - *b.latitude;
  const double x = (*a.longitude - *b.longitude) * std::cos(*a.latitude * kDegree);
  return std::sqrt(x * x + y * y) * 111.2 <= std::max(a.radius_km, b.radius_km);
}

// Told as real twice, or told by one and denied by another: a denial is an account of the event.
bool may_be_one_event(const ClaimRecord& a, const ClaimRecord& b) {
  const bool one_denies = (a.factuality == "denied") != (b.factuality == "denied");
  const ClaimRecord& told = a.factuality == "denied" ? b : a;
  return a.factuality == b.factuality || (one_denies && told.factuality == "actual");
}

// Police clear a square or storm a house and take people away: the arrests are what it led to, and
// reports tell either first.
bool are_one_operation(const ClaimRecord& a, const ClaimRecord& b) {
  const auto is_arrest = [](const ClaimRecord& claim) {
    return claim.type == "COERCE" && claim.means == "arrest";
  };
  const auto is_clearing = [](const ClaimRecord& claim) {
    return claim.mode == "crowd-control" || claim.means == "raid";
  };
  return (is_arrest(a) && is_clearing(b)) || (is_clearing(a) && is_arrest(b));
}

// What a later passage says of the event that an earlier one told in full: the same act, at a place
// no larger than a town, without a day of its own and without anything that speaks against it.
bool tells_again(const ClaimRecord& first, const ClaimRecord& later) {
  constexpr double kTown = 15;
  const auto known = [](const std::optional<CodedPlace>& place) {
    return place && place->latitude && place->radius_km > 0;
  };
  if (!may_be_one_event(first, later)) return false;
  const bool other_means =
      !first.means.empty() && !later.means.empty() && first.means != later.means;
  const bool another_act =
      first.type != later.type || (other_means && (first.mode.empty() || first.mode != later.mode));
  if (another_act && !are_one_operation(first, later)) return false;
  if (!known(first.place) || first.place->radius_km > kTown) return false;
  if (known(later.place) && !are_one_place(*first.place, *later.place)) return false;
  return !names_another_day(first.time, later.time);
}

bool names_another(const ClaimRecord& first, const ClaimRecord& later) {
  const auto who = [](const ClaimRecord& claim) {
    std::vector<std::string> names;
    for (const PartyRecord& party : claim.agents)
      if (!party.country.empty()) names.push_back(party.country + party.sector);
    return names;
  };
  const auto a = who(first);
  const auto b = who(later);
  return !a.empty() && !b.empty() &&
         std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) == a.end();
}

bool figures_differ(const ClaimRecord& first, const ClaimRecord& later) {
  for (const Count which : {Count::kKilled, Count::kInjured}) {
    const auto& a = first.count(which);
    const auto& b = later.count(which);
    if (!a || !b) continue;
    if ((a->range.high && b->range.low && *a->range.high < *b->range.low) ||
        (b->range.high && a->range.low && *b->range.high < *a->range.low))
      return true;
  }
  return false;
}

// Reports come back to their event without saying so; what the claims left apart is joined here
// where nothing speaks for a second event.
void join_retellings(std::vector<EventGroup>& groups) {
  for (size_t later = 1; later < groups.size();) {
    const auto same = [&](const EventGroup& first) {
      if (is_background(first) != is_background(groups[later])) return false;
      const ClaimRecord& claim = *groups[later].front();
      if (!tells_again(*first.front(), claim)) return false;
      // What two narrators say differently is what accounts are; what one does is another event.
      return first.front()->chain.back().text != claim.chain.back().text ||
             (!names_another(*first.front(), claim) && !figures_differ(*first.front(), claim));
    };
    const auto end = groups.begin() + static_cast<std::ptrdiff_t>(later);
    const auto first = std::find_if(groups.begin(), end, same);
    if (first == end) {
      ++later;
      continue;
    }
    first->insert(first->end(), end->begin(), end->end());
    groups.erase(end);
  }
}

}  // namespace

std::vector<EventGroup> group_by_event(const CodedRecord& record) {
  std::vector<EventGroup> groups;
  for (const ClaimRecord& claim : record.claims) {
    const int first = first_of(record, claim);
    auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& one) {
      return first_of(record, *one.front()) == first;
    });
    if (group == groups.end()) group = groups.insert(group, EventGroup());
    // The claim that the others refer to speaks for the event.
    group->insert(claim.number == first ? group->begin() : group->end(), &claim);
  }
  join_retellings(groups);
  return groups;
}

}  // namespace isnad
