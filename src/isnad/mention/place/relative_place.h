// SPDX-License-Identifier: Apache-2.0
// Places told relative to others: a direction, a distance, between two, along a road, the land
// around a town, the border of two countries. Each gets a point and a radius that says what is
// known, no more.
#pragma once

#include <optional>
#include <string>

#include "isnad/mention/place/gazetteer.h"

namespace isnad {

// What the words say about the way from the anchor.
struct RelativeWords {
  std::optional<double> bearing;      // شمال: degrees
  std::optional<double> distance_km;  // على بعد 5 كم
  bool countryside = false;           // ريف: around the town, within the governorate
  bool near = false;                  // قرب, محيط
};

// Whether those words move the place away from its anchor.
[[nodiscard]] bool is_relative(const RelativeWords& words);

// "جنوب مدينة الحسكة": the anchor's place moved and widened. Inside an area (a country, a
// governorate, a region) a direction means that part of it; outside a town it means its
// surroundings there. `name_ar` is as written.
[[nodiscard]] Place relative_place(const Place& anchor, const RelativeWords& words,
                                   std::string name_ar);

// "بين X وY", "طريق X - Y": the middle, as wide as half their distance.
[[nodiscard]] Place place_between(const Place& a, const Place& b, std::string name_ar);

// A site or quarter that the gazetteer lacks, known by its kind and a larger place: "شارع
// المريوطية" in Giza.
[[nodiscard]] Place described_place(const Place& anchor, PlaceFeature feature, std::string name_ar);

}  // namespace isnad
