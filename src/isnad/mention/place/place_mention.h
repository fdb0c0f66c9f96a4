// SPDX-License-Identifier: Apache-2.0
// A place named in the text, resolved to a row of the gazetteer or placed relative to one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "isnad/base/span.h"

namespace isnad {

enum class PlaceFeature : uint8_t {
  kCountry,
  kAdm1,
  kAdm2,
  kAdm3,
  kCity,
  kTown,
  kVillage,
  kNeighbourhood,
  kSite,
  kWater,
  kRegion,
};
[[nodiscard]] std::string_view place_feature_name(PlaceFeature feature);

struct Place {
  std::string name_ar, name_en;  // canonical; empty where the place is only described
  std::string gazetteer_id;      // empty when not in the gazetteer
  PlaceFeature feature = PlaceFeature::kCity;
  std::optional<double> latitude, longitude;
  double radius_km = 0;           // what is not known: site 1, town 5, governorate its half width
  std::string country;            // ISO alpha-2
  std::string adm1;               // English name
  std::vector<std::string> path;  // English names from the country inward
};

struct PlaceMention {
  TokenSpan tokens;  // whole expression: "حي غويران جنوب مدينة الحسكة" holds two, the inner one its
                     // own mention
  TokenSpan name;    // the name alone, for scoring and display
  Place place;
  bool specific = false;  // a site, neighbourhood, village … inside another mentioned place
  bool within_actor =
      false;        // part of an organisation's name or a person's office: never an event's place
  std::string why;  // what decided between candidates, for --explain
  float confidence = 0;  // 0…1 that the chosen candidate is right
};

}  // namespace isnad
