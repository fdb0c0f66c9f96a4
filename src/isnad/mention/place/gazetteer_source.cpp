// SPDX-License-Identifier: Apache-2.0
// Tables into rows: each field checked where it is read, so that a fault names its file and line.
#include "isnad/mention/place/gazetteer_source.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

#include "isnad/mention/place/geometry.h"
#include "isnad/mention/place/place_cue.h"
#include "isnad/mention/place/place_key.h"

namespace isnad {
namespace {

// Appends a fault of a row.
void fault(const PlaceTable& table, size_t row, std::string what, std::vector<Error>& faults) {
  faults.push_back({ErrorCode::kBadLexicon, std::move(what), table.where(row)});
}

// Reads a number into `value` when the field has one, and checks its bounds.
template <class Number>
void read_number(const PlaceTable& table, size_t row, std::string_view column, double low,
                 double high, Number& value, std::vector<Error>& faults) {
  const std::string_view field = table.field(row, column);
  if (field.empty()) return;
  const auto number = number_of(field, table.where(row));
  if (!number) {
    faults.push_back(number.error());
  } else if (*number < low || *number > high) {
    fault(table, row,
          std::string(column) + " " + std::string(field) + " is out of bounds; correct it", faults);
  } else {
    value = static_cast<Number>(*number);
  }
}

void read_text(const PlaceTable& table, size_t row, std::string_view column, std::string& value) {
  if (const std::string_view field = table.field(row, column); !field.empty()) value = field;
}

void read_place(const PlaceTable& table, size_t row, SourcePlace& place,
                std::vector<Error>& faults) {
  read_text(table, row, "ar", place.name_ar);
  read_text(table, row, "en", place.name_en);
  read_text(table, row, "country", place.country);
  read_text(table, row, "adm1", place.adm1);
  read_text(table, row, "parent", place.parent);
  for (const std::string_view name : list_of(table.field(row, "alternates")))
    place.alternates.emplace_back(name);
  if (const std::string_view word = table.field(row, "feature"); !word.empty()) {
    if (const auto feature = place_feature_of(word)) {
      place.feature = *feature;
    } else {
      fault(table, row,
            "feature " + std::string(word) + " is unknown; see docs/formats/gazetteer.md", faults);
    }
  }
  read_number(table, row, "lat", -90, 90, place.latitude, faults);
  read_number(table, row, "lon", -180, 180, place.longitude, faults);
  read_number(table, row, "population", 0, 2e9, place.population, faults);
  read_number(table, row, "radius", 0, 6000, place.radius_km, faults);
  read_number(table, row, "prior", 0, 10, place.prior, faults);
  if (place.name_ar.empty()) fault(table, row, "has no Arabic name; give it one", faults);
  if (!place.country.empty() && place.country.size() != 2) {
    fault(table, row, "country " + place.country + " is no ISO alpha-2 code; correct it", faults);
  }
}

uint32_t features_of(const PlaceTable& table, size_t row, std::vector<Error>& faults) {
  uint32_t mask = 0;
  for (const std::string_view word : list_of(table.field(row, "features"))) {
    if (const auto feature = place_feature_of(word)) {
      mask |= feature_bit(*feature);
    } else {
      fault(table, row,
            "feature " + std::string(word) + " is unknown; see docs/formats/gazetteer.md", faults);
    }
  }
  return mask;
}

// The number that a word of the row's own column stands for.
template <class Value>
int16_t word_value(std::optional<Value> value, const PlaceTable& table, size_t row,
                   std::string_view word, std::vector<Error>& faults) {
  if (value) return static_cast<int16_t>(*value);
  fault(table, row,
        "\"" + std::string(word) + "\" is no word of this column; see docs/formats/gazetteer.md",
        faults);
  return 0;
}

void read_cue(const PlaceTable& table, size_t row, SourceCue& cue, std::vector<Error>& faults) {
  const auto column = [&](std::string_view name) { return table.field(row, name); };
  switch (cue.kind) {
    case PlaceCueKind::kType: {
      cue.mask = features_of(table, row, faults);
      const std::string_view makes = column("makes");
      cue.value = makes.empty() ? kMakesNothing
                                : word_value(place_feature_of(makes), table, row, makes, faults);
      break;
    }
    case PlaceCueKind::kDirection:
      read_number(table, row, "bearing", 0, 359, cue.value, faults);
      break;
    case PlaceCueKind::kRelation:
      cue.value =
          word_value(relation_of(column("relation")), table, row, column("relation"), faults);
      break;
    case PlaceCueKind::kRole:
      cue.value = word_value(place_role_of(column("role")), table, row, column("role"), faults);
      break;
    case PlaceCueKind::kPerson:
      cue.value = word_value(person_cue_of(column("cue")), table, row, column("cue"), faults);
      break;
    case PlaceCueKind::kCommon:
      read_number(table, row, "tier", 1, 3, cue.value, faults);
      break;
    case PlaceCueKind::kDemonym:
      cue.country = column("country");
      cue.place = column("capital");
      break;
    case PlaceCueKind::kUnit:
      read_number(table, row, "metres", 1, 10000, cue.value, faults);
      break;
    case PlaceCueKind::kPreposition:
      cue.value = word_value(place_preposition_of(column("preposition")), table, row,
                             column("preposition"), faults);
      break;
    case PlaceCueKind::kGuard:
      cue.value = column("kind") == "sport" ? 1 : 0;
      break;
    case PlaceCueKind::kFunction:
    case PlaceCueKind::kEpithet:
    case PlaceCueKind::kPlain:
      break;
  }
}

// Words of the column `flags`, as the bits that `finish` puts into the record.
uint32_t flags_of(const PlaceTable& table, size_t row, std::vector<Error>& faults) {
  constexpr std::array<std::pair<std::string_view, uint32_t>, 8> kWords = {{
      {"anaphor", kCueAnaphor},
      {"countryside", kCueCountryside},
      {"capital", kCueCapital},
      {"site", kCueSite},
      {"adjective", kCueAdjective},
      {"label", kCueLabel},
      {"kingdom", kCueKingdom},
      {"attribute", kCueAttribute},
  }};
  uint32_t flags = 0;
  for (const std::string_view word : list_of(table.field(row, "flags"))) {
    const auto* found = std::find_if(kWords.begin(), kWords.end(),
                                     [&](const auto& pair) { return pair.first == word; });
    if (found == kWords.end()) {
      fault(table, row, "flag " + std::string(word) + " is unknown; see docs/formats/gazetteer.md",
            faults);
    } else {
      flags |= found->second;
    }
  }
  return flags;
}

}  // namespace

void add_places(const PlaceTable& table, GazetteerSource& source, std::vector<Error>& faults) {
  std::unordered_map<std::string, size_t> known;
  for (size_t i = 0; i < source.places.size(); ++i) known.emplace(source.places[i].id, i);
  for (size_t row = 0; row < table.size(); ++row) {
    std::string id(table.field(row, "id"));
    const auto [found, is_new] = known.emplace(id, source.places.size());
    if (is_new) {
      source.places.emplace_back();
      source.places.back().id = std::move(id);
    }
    SourcePlace& place = source.places[found->second];
    read_place(table, row, place, faults);
    if (is_new && (table.field(row, "lat").empty() || table.field(row, "lon").empty())) {
      fault(table, row, "has no coordinates, and no earlier row with this id has; give it some",
            faults);
    }
  }
}

void add_cues(const PlaceTable& table, PlaceCueKind kind, GazetteerSource& source,
              std::vector<Error>& faults) {
  for (size_t row = 0; row < table.size(); ++row) {
    SourceCue cue;
    cue.id = table.field(row, "id");
    cue.kind = kind;
    if (const std::string_view form = table.field(row, "ar"); !form.empty())
      cue.forms.emplace_back(form);
    for (const std::string_view form : list_of(table.field(row, "variants")))
      cue.forms.emplace_back(form);
    for (const std::string_view form : list_of(table.field(row, "several")))
      cue.several.emplace_back(form);
    read_cue(table, row, cue, faults);
    cue.flags = static_cast<uint8_t>(flags_of(table, row, faults));
    if (cue.forms.empty()) fault(table, row, "has no Arabic form; give it one", faults);
    source.cues.push_back(std::move(cue));
  }
}

void finish_source(GazetteerSource& source, std::vector<Error>& faults) {
  std::sort(source.places.begin(), source.places.end(),
            [](const SourcePlace& a, const SourcePlace& b) { return a.id < b.id; });
  std::stable_sort(source.cues.begin(), source.cues.end(),
                   [](const SourceCue& a, const SourceCue& b) {
                     return a.kind != b.kind ? a.kind < b.kind : a.id < b.id;
                   });
  const auto known = [&source](const std::string& id) {
    const auto found =
        std::lower_bound(source.places.begin(), source.places.end(), id,
                         [](const SourcePlace& a, const std::string& b) { return a.id < b; });
    return found != source.places.end() && found->id == id;
  };
  for (const SourcePlace& place : source.places) {
    if (!place.parent.empty() && !known(place.parent)) {
      faults.push_back({ErrorCode::kBadLexicon,
                        "names the parent " + place.parent + ", which is no place", place.id});
    }
  }
  for (const SourceCue& cue : source.cues) {
    if (!cue.place.empty() && !known(cue.place)) {
      faults.push_back({ErrorCode::kBadLexicon,
                        "names the capital " + cue.place + ", which is no place", cue.id});
    }
  }
}

namespace {

std::vector<std::filesystem::path> tables_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  std::error_code code;
  for (const auto& entry : std::filesystem::directory_iterator(folder, code)) {
    if (entry.path().extension() == ".tsv") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

struct CueFile {
  std::string_view name;
  PlaceCueKind kind;
};
constexpr std::array<CueFile, 12> kCueFiles = {{
    {"types.tsv", PlaceCueKind::kType},
    {"directions.tsv", PlaceCueKind::kDirection},
    {"relations.tsv", PlaceCueKind::kRelation},
    {"roles.tsv", PlaceCueKind::kRole},
    {"guards.tsv", PlaceCueKind::kGuard},
    {"persons.tsv", PlaceCueKind::kPerson},
    {"demonyms.tsv", PlaceCueKind::kDemonym},
    {"functions.tsv", PlaceCueKind::kFunction},
    {"units.tsv", PlaceCueKind::kUnit},
    {"prepositions.tsv", PlaceCueKind::kPreposition},
    {"epithets.tsv", PlaceCueKind::kEpithet},
    {"plain_words.tsv", PlaceCueKind::kPlain},
}};
constexpr std::string_view kCommonNames = "common_names.tsv";

// Calls `use` with the table, or notes why it cannot be read.
template <class Use>
void with_table(const std::filesystem::path& path, std::vector<Error>& faults, Use use) {
  if (const auto table = PlaceTable::read(path)) {
    use(*table);
  } else {
    faults.push_back(table.error());
  }
}

Error joined(const std::vector<Error>& faults) {
  constexpr size_t kMostShown = 200;
  std::string all = std::to_string(faults.size()) + " faults in the gazetteer's tables:";
  for (size_t i = 0; i < std::min(faults.size(), kMostShown); ++i)
    all += "\n" + describe(faults[i]);
  return {faults.front().code, std::move(all), faults.front().where};
}

}  // namespace

Result<GazetteerSource> read_gazetteer_source(const std::filesystem::path& gazetteer,
                                              const std::filesystem::path& cues) {
  GazetteerSource source;
  std::vector<Error> faults;
  const auto add = [&](const PlaceTable& table) { add_places(table, source, faults); };
  for (const auto& path : tables_in(gazetteer / "places")) with_table(path, faults, add);
  for (const auto& path : tables_in(gazetteer)) {
    if (path.filename() != kCommonNames) with_table(path, faults, add);
  }
  with_table(gazetteer / kCommonNames, faults, [&](const PlaceTable& table) {
    add_cues(table, PlaceCueKind::kCommon, source, faults);
  });
  for (const CueFile& file : kCueFiles) {
    with_table(cues / file.name, faults,
               [&](const PlaceTable& table) { add_cues(table, file.kind, source, faults); });
  }
  finish_source(source, faults);
  if (!faults.empty()) return tl::unexpected(joined(faults));
  return source;
}

std::vector<Error> doubtful_rows(const GazetteerSource& source) {
  std::vector<Error> doubts;
  std::unordered_multimap<uint64_t, size_t> by_key;
  for (size_t i = 0; i < source.places.size(); ++i)
    by_key.emplace(place_key(source.places[i].name_ar), i);
  for (const SourceCue& cue : source.cues) {
    if (cue.kind != PlaceCueKind::kFunction) continue;
    for (const std::string& form : cue.forms) {
      const auto [begin, end] = by_key.equal_range(place_key(form));
      for (auto it = begin; it != end; ++it) {
        doubts.push_back({ErrorCode::kBadLexicon, "is spelt like the function word " + cue.id,
                          source.places[it->second].id});
      }
    }
  }
  for (size_t i = 0; i < source.places.size(); ++i) {
    const SourcePlace& place = source.places[i];
    const auto [begin, end] = by_key.equal_range(place_key(place.name_ar));
    for (auto it = begin; it != end; ++it) {
      const SourcePlace& other = source.places[it->second];
      if (it->second > i && other.feature == place.feature &&
          distance_km({place.latitude, place.longitude}, {other.latitude, other.longitude}) < 1) {
        doubts.push_back(
            {ErrorCode::kBadLexicon, "stands within 1 km of its namesake " + other.id, place.id});
      }
    }
  }
  return doubts;
}

}  // namespace isnad
