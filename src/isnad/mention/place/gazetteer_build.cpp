// SPDX-License-Identifier: Apache-2.0
// The compiler's steps, in the order in which they run: strings and records, links between places,
// radii from members, then keys with their postings and prefixes.
#include "isnad/mention/place/gazetteer_build.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

#include "isnad/mention/place/geometry.h"
#include "isnad/mention/place/place_cue.h"
#include "isnad/mention/place/place_key.h"
#include "isnad/mention/place/place_prior.h"

namespace isnad {
namespace {

// Strings, each once, each ended by a zero byte.
class Strings {
 public:
  Strings() { add(""); }
  uint32_t add(const std::string& text) {
    const auto [found, is_new] = known_.emplace(text, static_cast<uint32_t>(bytes_.size()));
    if (is_new) bytes_.append(text).push_back('\0');
    return found->second;
  }
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
  std::unordered_map<std::string, uint32_t> known_;
};

int32_t fixed_point(double degrees) { return static_cast<int32_t>(std::lround(degrees * 100000)); }
GeoPoint point_of(const SourcePlace& place) { return {place.latitude, place.longitude}; }

bool is_settlement(PlaceFeature feature) {
  return feature == PlaceFeature::kCity || feature == PlaceFeature::kTown;
}

std::vector<PlaceRecord> make_records(const GazetteerSource& source, Strings& strings) {
  std::vector<PlaceRecord> records;
  records.reserve(source.places.size());
  for (const SourcePlace& place : source.places) {
    PlaceRecord record;
    record.id = strings.add(place.id);
    record.name_en = strings.add(place.name_en);
    record.name_ar = strings.add(place.name_ar);
    record.latitude = fixed_point(place.latitude);
    record.longitude = fixed_point(place.longitude);
    record.population = place.population;
    record.radius_km =
        place.radius_km > 0 ? static_cast<float>(place.radius_km) : default_radius(place);
    record.prior = place_prior(place);
    if (place.country.size() == 2) std::copy_n(place.country.begin(), 2, record.country);
    record.feature = static_cast<uint8_t>(place.feature);
    records.push_back(record);
  }
  return records;
}

void link_governorates(const GazetteerSource& source, std::vector<PlaceRecord>& records) {
  std::map<std::pair<std::string, std::string>, PlaceRow> by_name;
  for (PlaceRow row = 0; row < records.size(); ++row) {
    const SourcePlace& place = source.places[row];
    if (place.feature == PlaceFeature::kAdm1)
      by_name.emplace(std::pair(place.country, place.name_en), row);
  }
  for (PlaceRow row = 0; row < records.size(); ++row) {
    const SourcePlace& place = source.places[row];
    if (place.feature == PlaceFeature::kCountry) continue;
    const auto found = by_name.find({place.country, place.adm1});
    if (place.feature == PlaceFeature::kAdm1) {
      records[row].adm1 = row;
    } else if (found != by_name.end()) {
      records[row].adm1 = found->second;
    }
  }
}

// Rows of settlements by country: what a quarter or site can belong to.
using Settlements = std::map<std::string, std::vector<PlaceRow>>;

// The settlement whose reach a point is deepest in: distance counted in the settlement's own radii,
// a town named in the site's name ("مطار دمشق الدولي") preferred as far as 50 km off.
PlaceRow town_of(const GazetteerSource& source, const std::vector<PlaceRecord>& records,
                 PlaceRow row, const std::vector<PlaceRow>& settlements) {
  constexpr double kReachRadii = 3;
  constexpr double kNamedReachKm = 50;
  const SourcePlace& place = source.places[row];
  PlaceRow best = kNoPlace, named = kNoPlace;
  double best_share = kReachRadii, named_km = kNamedReachKm;
  for (const PlaceRow other : settlements) {
    const SourcePlace& town = source.places[other];
    if (std::abs(town.latitude - place.latitude) > 0.6) continue;
    const double km = distance_km(point_of(place), point_of(town));
    if (km / records[other].radius_km < best_share) {
      best_share = km / records[other].radius_km;
      best = other;
    }
    if (place.feature == PlaceFeature::kSite && km < named_km &&
        (" " + place.name_ar + " ").find(" " + town.name_ar + " ") != std::string::npos) {
      named_km = km;
      named = other;
    }
  }
  return named != kNoPlace ? named : best;
}

void link_towns(const GazetteerSource& source, std::vector<PlaceRecord>& records) {
  std::unordered_map<std::string, PlaceRow> by_id;
  Settlements settlements;
  for (PlaceRow row = 0; row < records.size(); ++row) {
    by_id.emplace(source.places[row].id, row);
    if (is_settlement(source.places[row].feature))
      settlements[source.places[row].country].push_back(row);
  }
  for (PlaceRow row = 0; row < records.size(); ++row) {
    const SourcePlace& place = source.places[row];
    if (!place.parent.empty()) {
      records[row].parent = by_id.at(place.parent);
    } else if (place.feature == PlaceFeature::kNeighbourhood ||
               place.feature == PlaceFeature::kSite) {
      records[row].parent = town_of(source, records, row, settlements[place.country]);
    }
    // A town with its parent would loop for ever: parents are strictly larger kinds or explicit
    // chains, checked here.
    for (PlaceRow up = records[row].parent, steps = 0; up != kNoPlace; up = records[up].parent) {
      if (up == row || ++steps > 8) {
        records[row].parent = kNoPlace;
        break;
      }
    }
  }
}

// A governorate's point is its seat, where most of its people live and most of what is reported
// happens: the settlement of its name, else its largest. Further off, the point of the tables
// stands.
void seat_governorates(const GazetteerSource& source, std::vector<PlaceRecord>& records) {
  constexpr float kNamesake = 100;
  std::unordered_map<PlaceRow, std::pair<float, PlaceRow>> seats;
  for (PlaceRow row = 0; row < records.size(); ++row) {
    const PlaceRow adm1 = records[row].adm1;
    if (adm1 == kNoPlace || !is_settlement(source.places[row].feature)) continue;
    if (!is_near_country(source.places[row].country)) continue;
    const bool namesake =
        place_key(source.places[row].name_ar) == place_key(source.places[adm1].name_ar);
    const float worth = records[row].prior + (namesake ? kNamesake : 0.0F);
    const auto [seat, is_new] = seats.emplace(adm1, std::pair(worth, row));
    if (!is_new && worth > seat->second.first) seat->second = {worth, row};
  }
  for (const auto& [adm1, seat] : seats) {
    records[adm1].latitude = records[seat.second].latitude;
    records[adm1].longitude = records[seat.second].longitude;
  }
}

// The radius within which four fifths of an area's members lie.
void measure_areas(const GazetteerSource& source, std::vector<PlaceRecord>& records) {
  std::unordered_map<PlaceRow, std::vector<float>> members;
  std::unordered_map<std::string, PlaceRow> countries;
  for (PlaceRow row = 0; row < records.size(); ++row) {
    if (source.places[row].feature == PlaceFeature::kCountry)
      countries.emplace(source.places[row].country, row);
  }
  for (PlaceRow row = 0; row < records.size(); ++row) {
    const SourcePlace& place = source.places[row];
    const auto add_to = [&](PlaceRow area) {
      const GeoPoint middle{records[area].latitude / 1e5, records[area].longitude / 1e5};
      members[area].push_back(static_cast<float>(distance_km(point_of(place), middle)));
    };
    if (records[row].adm1 != kNoPlace && records[row].adm1 != row) add_to(records[row].adm1);
    const auto country = countries.find(place.country);
    const bool counts = place.feature == PlaceFeature::kAdm1 || is_settlement(place.feature);
    if (country != countries.end() && counts) add_to(country->second);
  }
  constexpr size_t kEnough = 5;
  for (auto& [area, distances] : members) {
    if (source.places[area].radius_km > 0 || distances.size() < kEnough) continue;
    const size_t at = distances.size() * 4 / 5;
    std::nth_element(distances.begin(), distances.begin() + static_cast<std::ptrdiff_t>(at),
                     distances.end());
    records[area].radius_km = std::max(std::round(distances[at]), 5.0F);
  }
}

// A governorate is worth a little less than the city of its name: a bare name in a report of an
// event means the city.
void put_cities_first(const GazetteerSource& source, std::vector<PlaceRecord>& records) {
  std::map<std::pair<std::string, uint64_t>, float> cities;
  for (PlaceRow row = 0; row < records.size(); ++row) {
    const SourcePlace& place = source.places[row];
    if (!is_settlement(place.feature)) continue;
    float& best = cities[{place.country, place_key(place.name_ar)}];
    best = std::max(best, records[row].prior);
  }
  for (PlaceRow row = 0; row < records.size(); ++row) {
    const SourcePlace& place = source.places[row];
    const auto city = cities.find({place.country, place_key(place.name_ar)});
    if (city == cities.end()) continue;
    if (place.feature == PlaceFeature::kAdm1)
      records[row].prior = std::min(records[row].prior, city->second - 0.6F);
    if (place.feature == PlaceFeature::kAdm2)
      records[row].prior = std::min(records[row].prior, city->second - 1.0F);
    if (place.feature == PlaceFeature::kAdm3)
      records[row].prior = std::min(records[row].prior, city->second - 1.2F);
  }
}

// A capital stands for its country's government in every report, so its bare name weighs nearly as
// much.
void raise_capitals(const GazetteerSource& source, std::vector<PlaceRecord>& records) {
  constexpr float kCapital = 8.4F;
  std::unordered_map<std::string, PlaceRow> by_id;
  for (PlaceRow row = 0; row < records.size(); ++row) by_id.emplace(source.places[row].id, row);
  for (const SourceCue& cue : source.cues) {
    if (cue.kind == PlaceCueKind::kDemonym && !cue.place.empty())
      records[by_id.at(cue.place)].prior = kCapital;
  }
}

// Keys with what they stand for.
class Keys {
 public:
  void add(const std::string& name, uint32_t posting) {
    std::vector<char16_t> letters;
    KeyHash hash;
    for (size_t begin = 0; begin < name.size();) {
      const size_t end = std::min(name.find_first_of(" -", begin), name.size());
      letters.clear();
      append_key_letters(std::string_view(name).substr(begin, end - begin), letters);
      for (const char16_t letter : letters) hash.add(letter);
      if (end < name.size() && !letters.empty()) entries_[hash.value()].is_prefix = true;
      begin = end + 1;
    }
    std::vector<uint32_t>& postings = entries_[hash.value()].postings;
    const auto same = [posting](uint32_t other) {
      return (other & (kPostingCue | kPostingIndex)) == (posting & (kPostingCue | kPostingIndex));
    };
    if (std::none_of(postings.begin(), postings.end(), same)) postings.push_back(posting);
  }

  void write(ContainerWriter& writer) const {
    constexpr size_t kMostPostings = 400;
    size_t slots = 1024;
    while (slots < entries_.size() * 5 / 3) slots *= 2;
    std::vector<KeySlot> table(slots);
    std::vector<uint32_t> postings;
    for (const auto& [key, entry] : entries_) {
      size_t at = key & (slots - 1);
      while (table[at].key != 0) at = (at + 1) & (slots - 1);
      const size_t count = std::min(entry.postings.size(), kMostPostings);
      table[at] = {key, static_cast<uint32_t>(postings.size()), static_cast<uint16_t>(count),
                   static_cast<uint16_t>(entry.is_prefix ? 1 : 0)};
      postings.insert(postings.end(), entry.postings.begin(),
                      entry.postings.begin() + static_cast<std::ptrdiff_t>(count));
    }
    writer.add("slots", std::span<const KeySlot>(table));
    writer.add("postings", std::span<const uint32_t>(postings));
  }
  [[nodiscard]] size_t size() const { return entries_.size(); }

 private:
  struct Entry {
    std::vector<uint32_t> postings;
    bool is_prefix = false;
  };
  std::map<uint64_t, Entry> entries_;  // in order, so that the file is the same for the same source
};

constexpr std::string_view kArticle = "ال";  // al-, the

// The name without the article of its first word; empty when it has none or too little is left.
std::string without_article(const std::string& name) {
  constexpr size_t kLeastBytes = 6;  // three letters
  if (!name.starts_with(kArticle) || name.size() < kArticle.size() + kLeastBytes) return {};
  return name.substr(kArticle.size());
}

// First words that are the kind of a place and may be left out: حي الجورة is also الجورة.
constexpr std::string_view kKindWords[] = {
    "حي ",     // quarter
    "مدينة ",  // city
    "قرية ",   // village
};

void add_place_keys(const SourcePlace& place, PlaceRow row, Keys& keys) {
  const auto add = [&](const std::string& name, uint32_t flags) {
    keys.add(name, row | flags);
    if (const std::string bare = without_article(name); !bare.empty())
      keys.add(bare, row | flags | kPostingNoArticle);
  };
  add(place.name_ar, 0);
  for (const std::string& name : place.alternates) {
    // "The city of X" among a governorate's names is the city, which has its own row.
    const bool other_kind = place.feature == PlaceFeature::kAdm1 && name.starts_with(kKindWords[1]);
    if (!other_kind) add(name, kPostingAlternate);
  }
  for (const std::string_view kind : kKindWords) {
    if (place.name_ar.starts_with(kind)) add(place.name_ar.substr(kind.size()), kPostingAlternate);
  }
}

std::vector<CueRecord> make_cues(const GazetteerSource& source, Strings& strings, Keys& keys) {
  std::unordered_map<std::string, PlaceRow> by_id;
  for (PlaceRow row = 0; row < source.places.size(); ++row)
    by_id.emplace(source.places[row].id, row);
  std::vector<CueRecord> records;
  const auto add = [&](const SourceCue& cue, const std::vector<std::string>& forms,
                       uint8_t more_flags) {
    if (forms.empty()) return;
    CueRecord record;
    record.id = strings.add(cue.id);
    record.kind = static_cast<uint8_t>(cue.kind);
    record.mask = cue.mask;
    record.value = cue.value;
    record.flags = static_cast<uint8_t>(cue.flags | more_flags);
    if (cue.country.size() == 2) std::copy_n(cue.country.begin(), 2, record.country);
    if (!cue.place.empty()) record.place = by_id.at(cue.place);
    for (const std::string& form : forms)
      keys.add(form, static_cast<uint32_t>(records.size()) | kPostingCue);
    records.push_back(record);
  };
  for (const SourceCue& cue : source.cues) {
    add(cue, cue.forms, 0);
    add(cue, cue.several, kCueSeveral);
  }
  return records;
}

}  // namespace

ContainerWriter compile_gazetteer(const GazetteerSource& source, std::string provenance,
                                  GazetteerSize* size) {
  Strings strings;
  std::vector<PlaceRecord> records = make_records(source, strings);
  link_governorates(source, records);
  link_towns(source, records);
  seat_governorates(source, records);
  measure_areas(source, records);
  raise_capitals(source, records);
  put_cities_first(source, records);
  Keys keys;
  for (PlaceRow row = 0; row < records.size(); ++row) add_place_keys(source.places[row], row, keys);
  const std::vector<CueRecord> cues = make_cues(source, strings, keys);
  ContainerWriter writer(kGazetteerKind, kGazetteerVersion, std::move(provenance));
  writer.add("places", std::span<const PlaceRecord>(records));
  writer.add("cues", std::span<const CueRecord>(cues));
  keys.write(writer);
  writer.add("strings", std::span<const char>(strings.bytes()));
  if (size != nullptr) *size = {records.size(), cues.size(), keys.size()};
  return writer;
}

Result<GazetteerSize> build_gazetteer(const std::filesystem::path& gazetteer,
                                      const std::filesystem::path& cues,
                                      const std::filesystem::path& out) {
  const auto source = read_gazetteer_source(gazetteer, cues);
  if (!source) return tl::unexpected(source.error());
  GazetteerSize size;
  const ContainerWriter writer =
      compile_gazetteer(*source,
                        "gazetteer/*.tsv: GeoNames (CC BY 4.0), Who's On First, Natural Earth, "
                        "Unicode CLDR, OurAirports, own rows",
                        &size);
  if (auto written = writer.write(out); !written) return tl::unexpected(written.error());
  return size;
}

}  // namespace isnad
