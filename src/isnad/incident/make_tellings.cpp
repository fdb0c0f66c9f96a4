// SPDX-License-Identifier: Apache-2.0
// Claims of one report, gathered by the event they tell.
#include <algorithm>
#include <array>
#include <cmath>

#include "isnad/incident/telling.h"

namespace isnad {
namespace {

constexpr size_t kMostPieces = 160;
constexpr size_t kLeastWordsOfCopy = 6;
// What would not be counted as a thing that happened.
constexpr std::array<std::string_view, 3> kUnreal = {"hypothetical", "planned", "threatened"};

uint32_t hash_of(std::string_view text) {
  return text.empty() ? 0 : static_cast<uint32_t>(stable_hash(text)) | 1U;
}

void add(std::vector<uint32_t>& set, std::string_view text) {
  if (!text.empty()) set.push_back(hash_of(text));
}

void make_set(std::vector<uint32_t>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

// A bare sector ("MIL") names nobody in particular; with a country, or as a name, it does.
void add_parties(std::vector<uint32_t>& set, const std::vector<PartyRecord>& parties) {
  for (const PartyRecord& party : parties) {
    if (!party.country.empty()) {
      add(set, party.country);
      add(set, party.code);
    }
    add(set, party.name);
  }
}

bool is_to_the_day(const TimeRecord& time) {
  return !time.text.empty() && time.earliest && time.latest && *time.latest - *time.earliest <= 1;
}

// The time that says most: an expression to the day before a bracket, a narrow one before a wide.
bool says_more(const TimeRecord& a, const TimeRecord& b) {
  if (is_to_the_day(a) != is_to_the_day(b)) return is_to_the_day(a);
  if (a.earliest.has_value() != b.earliest.has_value()) return a.earliest.has_value();
  if (!a.earliest || !a.latest || !b.latest) return false;
  return *a.latest - *a.earliest < *b.latest - *b.earliest;
}

void take_time(const ClaimRecord& claim, const TimeRecord*& best) {
  if (claim.time && (best == nullptr || says_more(*claim.time, *best))) best = &*claim.time;
}

// The smaller place says more; one without a position says least.
void take_place(const ClaimRecord& claim, const CodedPlace*& best) {
  if (!claim.place) return;
  const auto vagueness = [](const CodedPlace& place) {
    return place.latitude && place.radius_km > 0 ? place.radius_km : 1e6;
  };
  if (best == nullptr || vagueness(*claim.place) < vagueness(*best)) best = &*claim.place;
}

void put_place(const CodedPlace& place, Telling& telling) {
  telling.latitude = place.latitude;
  telling.longitude = place.longitude;
  telling.radius_km = place.latitude ? place.radius_km : 0;
  telling.country = hash_of(place.country);
  telling.place = hash_of(!place.gazetteer_id.empty() ? place.gazetteer_id : place.name_en);
  for (const std::string& name : place.path) add(telling.places, name);
  add(telling.places, place.name_en);
  add(telling.places, place.name_ar);
}

void put_count(const ClaimRecord& claim, Count which, std::optional<int64_t>& low,
               std::optional<int64_t>& high) {
  const auto& toll = claim.count(which);
  if (!toll || low || !toll->range.low || *toll->range.low < 1) return;
  low = toll->range.low;
  high = toll->range.high;
}

Telling gather(const CodedRecord& record, const std::vector<const ClaimRecord*>& claims,
               const Signature& signature) {
  const ClaimRecord& first = *claims.front();
  Telling telling;
  telling.claim = first.number;
  telling.stable = stable_hash(record.report.sha256 + "#" + std::to_string(first.number));
  telling.signature = signature;
  telling.family = family_of(first.type);
  telling.type = hash_of(first.type);
  telling.lemma = hash_of(first.lemma);
  telling.denied = true;
  telling.background = true;
  const TimeRecord* time = nullptr;
  const CodedPlace* place = nullptr;
  for (const ClaimRecord* claim : claims) {
    if (telling.mode == 0) telling.mode = hash_of(claim->mode);
    if (telling.means == 0) telling.means = hash_of(claim->means);
    telling.main = telling.main || claim->main;
    telling.background = telling.background && claim->background;
    telling.denied = telling.denied && claim->factuality == "denied";
    take_time(*claim, time);
    take_place(*claim, place);
    add_parties(telling.agents, claim->agents);
    add_parties(telling.recipients, claim->recipients);
    put_count(*claim, Count::kKilled, telling.killed_low, telling.killed_high);
    put_count(*claim, Count::kInjured, telling.injured_low, telling.injured_high);
    const std::string sentence = sentence_of(record.report, *claim);
    if (telling.wording == 0 && !claim->in_title)
      telling.wording = wording_hash(sentence, kLeastWordsOfCopy);
    const auto pieces = word_pieces(sentence);
    telling.pieces.insert(telling.pieces.end(), pieces.begin(), pieces.end());
  }
  if (time != nullptr) {
    telling.earliest = time->earliest;
    telling.latest = time->latest;
    telling.dated = is_to_the_day(*time);
  }
  if (place != nullptr) put_place(*place, telling);
  make_set(telling.places);
  make_set(telling.agents);
  make_set(telling.recipients);
  make_set(telling.pieces);
  // Hashes are spread evenly, so the smallest are a fair sample, and the same of the same words.
  if (telling.pieces.size() > kMostPieces) telling.pieces.resize(kMostPieces);
  return telling;
}

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

using Group = std::vector<const ClaimRecord*>;

bool is_background(const Group& group) {
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

// What a later passage says of the event that an earlier one told in full: the same act, at a place
// no larger than a town, without a day of its own and without anything that speaks against it.
bool tells_again(const ClaimRecord& first, const ClaimRecord& later) {
  constexpr double kTown = 15;
  const auto known = [](const std::optional<CodedPlace>& place) {
    return place && place->latitude && place->radius_km > 0;
  };
  if (first.type != later.type || first.factuality != later.factuality) return false;
  const bool other_means =
      !first.means.empty() && !later.means.empty() && first.means != later.means;
  if (other_means && (first.mode.empty() || first.mode != later.mode)) return false;
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
void join_retellings(std::vector<Group>& groups) {
  for (size_t later = 1; later < groups.size();) {
    const auto same = [&](const Group& first) {
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

std::vector<Group> groups_of(const CodedRecord& record) {
  std::vector<Group> groups;
  for (const ClaimRecord& claim : record.claims) {
    const int first = first_of(record, claim);
    auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& one) {
      return first_of(record, *one.front()) == first;
    });
    if (group == groups.end()) group = groups.insert(group, Group());
    // The claim that the others refer to speaks for the event.
    group->insert(claim.number == first ? group->begin() : group->end(), &claim);
  }
  join_retellings(groups);
  return groups;
}

}  // namespace

TypeFamily family_of(std::string_view type) {
  constexpr std::array<std::string_view, 5> kMaterial = {"ASSAULT", "COERCE", "PROTEST", "MOBILIZE",
                                                         "RETREAT"};
  constexpr std::array<std::string_view, 5> kVerbal = {"REQUEST", "ACCUSE", "REJECT", "THREATEN",
                                                       "SANCTION"};
  const auto holds = [&](const auto& types) {
    return std::find(types.begin(), types.end(), type) != types.end();
  };
  if (holds(kMaterial)) return TypeFamily::kMaterial;
  return holds(kVerbal) ? TypeFamily::kVerbal : TypeFamily::kCooperation;
}

std::vector<int> claims_of_telling(const CodedRecord& record, int first) {
  std::vector<int> numbers;
  for (const Group& group : groups_of(record)) {
    if (group.front()->number != first) continue;
    for (const ClaimRecord* claim : group) numbers.push_back(claim->number);
  }
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

std::vector<Telling> make_tellings(const CodedRecord& record) {
  std::vector<Telling> tellings;
  const Signature signature = signature_of(record.report.text);
  for (const Group& group : groups_of(record)) {
    const auto unreal = [](const ClaimRecord* claim) {
      return std::find(kUnreal.begin(), kUnreal.end(), claim->factuality) != kUnreal.end();
    };
    if (!std::all_of(group.begin(), group.end(), unreal))
      tellings.push_back(gather(record, group, signature));
  }
  return tellings;
}

}  // namespace isnad
