// SPDX-License-Identifier: Apache-2.0
// Names of the kinds of places, as the output and the gazetteer's tables spell them.
#include "isnad/mention/place/place_mention.h"

#include <array>

namespace isnad {
namespace {
constexpr std::array<std::string_view, 11> kNames = {
    "country", "adm1",          "adm2", "adm3",  "city",   "town",
    "village", "neighbourhood", "site", "water", "region",
};
}  // namespace

std::string_view place_feature_name(PlaceFeature feature) {
  return kNames[static_cast<size_t>(feature)];
}

std::optional<PlaceFeature> place_feature_of(std::string_view name) {
  for (size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == name) return static_cast<PlaceFeature>(i);
  }
  return std::nullopt;
}

}  // namespace isnad
