// SPDX-License-Identifier: Apache-2.0
// The gazetteer as people edit it: gazetteer/places/*.tsv (places, one file a country),
// gazetteer/*.tsv (our own sites and corrections, read after and winning) and
// languages/ar/place/*.tsv (words around names), read into plain rows. Everything that is wrong is
// named, not only the first.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "isnad/base/result.h"
#include "isnad/mention/place/gazetteer_format.h"
#include "isnad/mention/place/place_mention.h"
#include "isnad/mention/place/place_table.h"

namespace isnad {

struct SourcePlace {
  std::string id, name_ar, name_en, country, adm1, parent;
  std::vector<std::string> alternates;
  PlaceFeature feature = PlaceFeature::kVillage;
  double latitude = 0, longitude = 0;
  uint32_t population = 0;
  double radius_km = 0;  // 0 = by kind
  double prior = 0;      // 0 = by kind and population (place_prior.h)
};

struct SourceCue {
  std::string id;
  PlaceCueKind kind = PlaceCueKind::kFunction;
  std::vector<std::string> forms;    // as spelt, singular
  std::vector<std::string> several;  // dual and plural forms, which head a list of names
  uint32_t mask = 0;
  int16_t value = 0;
  uint8_t flags = 0;  // CueFlag
  std::string country;
  std::string place;  // gazetteer id (a demonym's capital)
};

struct GazetteerSource {
  std::vector<SourcePlace> places;  // sorted by id
  std::vector<SourceCue> cues;      // sorted by kind and id
};

// Adds a table of places: new ids as new rows, known ones corrected field by field (an empty field
// keeps what stands; alternates are added). Faults go to `faults`.
void add_places(const PlaceTable& table, GazetteerSource& source, std::vector<Error>& faults);
// Adds a table of cues of one kind.
void add_cues(const PlaceTable& table, PlaceCueKind kind, GazetteerSource& source,
              std::vector<Error>& faults);
// Sorts both lists; call once after the last table.
void finish_source(GazetteerSource& source, std::vector<Error>& faults);

// Reads the two folders ("gazetteer", "languages/ar/place"). The error lists every fault found, a
// line each.
[[nodiscard]] Result<GazetteerSource> read_gazetteer_source(const std::filesystem::path& gazetteer,
                                                            const std::filesystem::path& cues);

// What a user should look at though it compiles: names that no key can tell from a function word,
// quarters and sites without a town, two places of one kind and name within 1 km. For `isnad
// gazetteer check`.
[[nodiscard]] std::vector<Error> doubtful_rows(const GazetteerSource& source);

}  // namespace isnad
