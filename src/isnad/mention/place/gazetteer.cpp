// SPDX-License-Identifier: Apache-2.0
// Checking the file once at the door, so that looking up needs no checks.
#include "isnad/mention/place/gazetteer.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "isnad/mention/place/place_cue.h"
#include "isnad/mention/place/place_key.h"

namespace isnad {
namespace {
constexpr size_t kFeatures = 11;
constexpr uint32_t kLongestChain = 10;
constexpr size_t kLetters = 26;

// Where a country code stands in the index; SIZE_MAX for what is no code.
size_t country_slot(std::string_view iso2) {
  if (iso2.size() != 2 || iso2[0] < 'A' || iso2[0] > 'Z' || iso2[1] < 'A' || iso2[1] > 'Z')
    return SIZE_MAX;
  return static_cast<size_t>(iso2[0] - 'A') * kLetters + static_cast<size_t>(iso2[1] - 'A');
}
}  // namespace

Result<Gazetteer> Gazetteer::load(const std::filesystem::path& path) {
  auto file = Container::open(path, kGazetteerKind, kGazetteerVersion);
  if (!file) return tl::unexpected(file.error());
  return from(std::move(*file));
}

Result<Gazetteer> Gazetteer::view(std::span<const std::byte> bytes, std::string where) {
  auto file = Container::view(bytes, kGazetteerKind, kGazetteerVersion, std::move(where));
  if (!file) return tl::unexpected(file.error());
  return from(std::move(*file));
}

Result<Gazetteer> Gazetteer::from(Container file) {
  Gazetteer gazetteer(std::move(file));
  const Container& sections = gazetteer.file_;
  const auto places = sections.section<PlaceRecord>("places");
  const auto cues = sections.section<CueRecord>("cues");
  const auto slots = sections.section<KeySlot>("slots");
  const auto postings = sections.section<uint32_t>("postings");
  const auto strings = sections.section<char>("strings");
  if (!places) return tl::unexpected(places.error());
  if (!cues) return tl::unexpected(cues.error());
  if (!slots) return tl::unexpected(slots.error());
  if (!postings) return tl::unexpected(postings.error());
  if (!strings) return tl::unexpected(strings.error());
  gazetteer.places_ = *places;
  gazetteer.cues_ = *cues;
  gazetteer.slots_ = *slots;
  gazetteer.postings_ = *postings;
  gazetteer.strings_ = {strings->data(), strings->size()};
  if (auto good = gazetteer.check(); !good) return tl::unexpected(good.error());
  gazetteer.index_countries();
  return gazetteer;
}

Result<bool> Gazetteer::check() const {
  const auto damaged = [this](const char* what) {
    return failure(ErrorCode::kDamagedFile, std::string(what) + "; build the gazetteer anew",
                   file_.where());
  };
  const auto text_ok = [this](uint32_t offset) { return offset < strings_.size(); };
  const auto row_ok = [this](PlaceRow row) { return row == kNoPlace || row < places_.size(); };
  if (strings_.empty() || strings_.back() != '\0') return damaged("has unended strings");
  for (const PlaceRecord& place : places_) {
    const bool good = text_ok(place.id) && text_ok(place.name_en) && text_ok(place.name_ar) &&
                      row_ok(place.adm1) && row_ok(place.parent) && place.feature < kFeatures &&
                      std::isfinite(place.prior) && std::isfinite(place.radius_km) &&
                      std::abs(int64_t{place.latitude}) <= 9000000 &&
                      std::abs(int64_t{place.longitude}) <= 18000000;
    if (!good) return damaged("has a place that points outside the file");
  }
  for (const CueRecord& cue : cues_) {
    if (!text_ok(cue.id) || !row_ok(cue.place) || cue.kind >= kCueKinds || cue.value < -1 ||
        cue.value > 10000) {
      return damaged("has a cue that points outside the file");
    }
  }
  if (!std::has_single_bit(slots_.size())) return damaged("has a table of keys of odd size");
  bool has_free_slot = false;
  for (const KeySlot& slot : slots_) {
    has_free_slot |= slot.key == 0;
    if (uint64_t{slot.first} + slot.count > postings_.size())
      return damaged("has a key without its postings");
  }
  if (!has_free_slot) return damaged("has a full table of keys");
  for (const uint32_t posting : postings_) {
    const size_t limit = (posting & kPostingCue) != 0 ? cues_.size() : places_.size();
    if ((posting & kPostingIndex) >= limit)
      return damaged("has a posting that points outside the file");
  }
  return true;
}

std::optional<Gazetteer::Entry> Gazetteer::find(uint64_t key) const {
  const size_t mask = slots_.size() - 1;
  for (size_t at = key & mask;; at = (at + 1) & mask) {
    const KeySlot& slot = slots_[at];
    if (slot.key == key)
      return Entry{postings_.subspan(slot.first, slot.count), slot.is_prefix != 0};
    if (slot.key == 0) return std::nullopt;
  }
}

std::span<const uint32_t> Gazetteer::find_name(std::string_view name) const {
  const auto entry = find(place_key(name));
  return entry ? entry->postings : std::span<const uint32_t>();
}

void Gazetteer::index_countries() {
  countries_.assign(kLetters * kLetters, kNoPlace);
  for (PlaceRow row = 0; row < places_.size(); ++row) {
    if (feature(row) != PlaceFeature::kCountry) continue;
    if (const size_t slot = country_slot(country(row)); slot < countries_.size())
      countries_[slot] = row;
  }
}

PlaceRow Gazetteer::country_row(std::string_view iso2) const {
  const size_t slot = country_slot(iso2);
  return slot < countries_.size() ? countries_[slot] : kNoPlace;
}

const CueRecord* Gazetteer::demonym_of(std::string_view iso2) const {
  for (const CueRecord& cue : cues_) {
    if (cue.kind == static_cast<uint8_t>(PlaceCueKind::kDemonym) &&
        std::string_view(cue.country, 2) == iso2)
      return &cue;
  }
  return nullptr;
}

PlaceRow Gazetteer::capital_of(std::string_view iso2) const {
  const CueRecord* demonym = demonym_of(iso2);
  return demonym == nullptr ? kNoPlace : demonym->place;
}

bool Gazetteer::is_kingdom(std::string_view iso2) const {
  const CueRecord* demonym = demonym_of(iso2);
  return demonym != nullptr && (demonym->flags & kCueKingdom) != 0;
}

PlaceRow Gazetteer::row_of(std::string_view id) const {
  const auto* found =
      std::lower_bound(places_.data(), places_.data() + places_.size(), id,
                       [this](const PlaceRecord& a, std::string_view b) { return text(a.id) < b; });
  if (found == places_.data() + places_.size() || text(found->id) != id) return kNoPlace;
  return static_cast<PlaceRow>(found - places_.data());
}

std::vector<PlaceRow> Gazetteer::chain(PlaceRow row) const {
  std::vector<PlaceRow> rows;
  for (PlaceRow up = row; up != kNoPlace && rows.size() < kLongestChain; up = record(up).parent)
    rows.push_back(up);
  if (const PlaceRow adm1 = record(row).adm1; adm1 != kNoPlace && adm1 != row) rows.push_back(adm1);
  return rows;
}

bool Gazetteer::is_within(PlaceRow inner, PlaceRow outer) const {
  if (inner == outer) return false;
  if (feature(outer) == PlaceFeature::kCountry) return country(inner) == country(outer);
  const std::vector<PlaceRow> rows = chain(inner);
  return std::find(rows.begin() + 1, rows.end(), outer) != rows.end();
}

Place Gazetteer::place(PlaceRow row) const {
  Place place;
  place.name_ar = name_ar(row);
  place.name_en = name_en(row);
  place.gazetteer_id = text(record(row).id);
  place.feature = feature(row);
  place.latitude = point(row).latitude;
  place.longitude = point(row).longitude;
  place.radius_km = record(row).radius_km;
  place.country = country(row);
  if (record(row).adm1 != kNoPlace) place.adm1 = name_en(record(row).adm1);
  if (const PlaceRow land = country_row(place.country); land != kNoPlace && land != row) {
    place.path.emplace_back(name_en(land));
  }
  const std::vector<PlaceRow> rows = chain(row);
  for (auto it = rows.rbegin(); it != rows.rend(); ++it) {
    if (place.path.empty() || place.path.back() != name_en(*it))
      place.path.emplace_back(name_en(*it));
  }
  return place;
}

std::string Gazetteer::path_ar(PlaceRow row) const {
  std::string path;
  std::string_view last;
  const auto add = [&](std::string_view name) {
    if (name == last) return;
    path += (path.empty() ? "" : ", ") + std::string(name);
    last = name;
  };
  for (const PlaceRow link : chain(row)) add(name_ar(link));
  if (const PlaceRow land = country_row(country(row)); land != kNoPlace) add(name_ar(land));
  return path;
}

}  // namespace isnad
