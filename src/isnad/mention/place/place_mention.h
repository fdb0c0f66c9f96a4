// SPDX-License-Identifier: Apache-2.0
// A place named in the text, resolved to a row of the gazetteer or placed relative to one.
#pragma once

#include <optional>
#include <string>
#include <string_view>
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
// The kind of that name ("adm1"), or nothing.
[[nodiscard]] std::optional<PlaceFeature> place_feature_of(std::string_view name);

// What the words right around a place make of it. Only kNone, and kOrigin of a movement at most,
// can be where the event told took place.
enum class PlaceRole : uint8_t {
  kNone,
  kOrigin,       // قادماً من X (coming from)
  kDestination,  // متوجهاً إلى X (bound for)
  kHome,         // من أبناء X, من أهالي X (a son of, of the people of)
  kOffice,       // محافظ X, سفير X (governor of, ambassador of)
  kSpeaker,  // قال من X, مراسلنا في X (our correspondent in): where the one who speaks is
};

// How the place hangs on the word before it.
enum class PlacePreposition : uint8_t {
  kNone,
  kIn,
  kFrom,
  kTo,
  kTowards,
  kOn,
  kNear,
  kBetween,
  kOf
};

// How the expression points.
enum class PlaceForm : uint8_t {
  kName,       // a name of the gazetteer
  kDescribed,  // a kind of place with a name the gazetteer lacks, placed by the places around it:
               // شارع المريوطية
  kRelative,   // a direction or distance from a place: جنوب مدينة الحسكة
  kAnaphor,    // points back to a place named before: المدينة, السجن
};

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
  bool capital = false;   // of a country: its name alone may stand for the government
  bool listed = false;  // a later name of a list: وإدلب in "محافظتي حماة وإدلب"
  PlaceForm form = PlaceForm::kName;
  PlaceRole role = PlaceRole::kNone;
  PlacePreposition preposition = PlacePreposition::kNone;
  // Index of the mention this one lies in as the text says (its town, its governorate), starts from
  // (a relative place's anchor) or points back to; UINT32_MAX for none.
  uint32_t anchor = UINT32_MAX;
  bool within_actor =
      false;        // part of an organisation's name or a person's office: never an event's place
  std::string why;  // what decided between candidates, for --explain
  float confidence = 0;  // 0…1 that the chosen candidate is right
};

}  // namespace isnad
