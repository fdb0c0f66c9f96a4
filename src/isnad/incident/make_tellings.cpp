// SPDX-License-Identifier: Apache-2.0
// Claims of one report, gathered by the event they tell.
#include <algorithm>
#include <array>

#include "isnad/incident/event_group.h"
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
  for (const EventGroup& group : group_by_event(record)) {
    if (group.front()->number != first) continue;
    for (const ClaimRecord* claim : group) numbers.push_back(claim->number);
  }
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

std::vector<Telling> make_tellings(const CodedRecord& record) {
  std::vector<Telling> tellings;
  const Signature signature = signature_of(record.report.text);
  for (const EventGroup& group : group_by_event(record)) {
    const auto unreal = [](const ClaimRecord* claim) {
      return std::find(kUnreal.begin(), kUnreal.end(), claim->factuality) != kUnreal.end();
    };
    if (!std::all_of(group.begin(), group.end(), unreal))
      tellings.push_back(gather(record, group, signature));
  }
  return tellings;
}

}  // namespace isnad
