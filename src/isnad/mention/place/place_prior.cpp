// SPDX-License-Identifier: Apache-2.0
// Hand-set numbers, checked against the table of ambiguous mentions (scenarios/place): a trained
// ranker has to beat them there (docs/decisions/0032).
#include "isnad/mention/place/place_prior.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace isnad {
namespace {

constexpr std::array<std::string_view, 26> kNearCountries = {
    "AE", "BH", "DJ", "DZ", "EG", "EH", "IL", "IQ", "IR", "JO", "KW", "LB", "LY",
    "MA", "MR", "OM", "PS", "QA", "SA", "SD", "SO", "SS", "SY", "TN", "TR", "YE",
};

// Countries far off whose provinces are in the news all the same.
constexpr std::array<std::string_view, 27> kToldOf = {
    "AF", "AM", "AU", "AZ", "BR", "CA", "CF", "CN", "CY", "DE", "ER", "ES", "ET", "FR",
    "GB", "GR", "IN", "IT", "JP", "ML", "NE", "NG", "PK", "RU", "TD", "UA", "US",
};

// A settlement's worth by its population alone.
float by_population(uint32_t population) {
  return 1.3F * std::log10(static_cast<float>(population) + 1) - 0.6F;
}

float settlement(const SourcePlace& place, bool near) {
  const float known = by_population(place.population);
  switch (place.feature) {
    case PlaceFeature::kCity: {
      const float worth = place.population == 0 ? 5.0F : std::clamp(known, 4.5F, 8.3F);
      return near ? worth : worth - (worth < 6.8F ? 2.4F : worth < 7.6F ? 1.2F : 0.4F);
    }
    case PlaceFeature::kTown: {
      const float worth = place.population == 0 ? 3.8F : std::clamp(known, 3.6F, 5.6F);
      return near ? worth : worth - 2.4F;
    }
    default:
      return near ? std::clamp(known, 2.0F, 3.2F) : 0.8F;
  }
}

float division(const SourcePlace& place, bool near) {
  if (place.feature == PlaceFeature::kAdm1) {
    if (near) return 6.0F;
    const bool told_of = std::binary_search(kToldOf.begin(), kToldOf.end(), place.country);
    if (!told_of) return 2.6F;
    return place.population == 0 ? 4.6F
                                 : std::clamp(by_population(place.population) - 2.0F, 3.6F, 6.0F);
  }
  return place.feature == PlaceFeature::kAdm2 ? 3.9F : 2.8F;
}

}  // namespace

bool is_near_country(std::string_view iso2) {
  return std::binary_search(kNearCountries.begin(), kNearCountries.end(), iso2);
}

float place_prior(const SourcePlace& place) {
  if (place.prior > 0) return static_cast<float>(place.prior);
  const bool near = place.country.empty() || is_near_country(place.country);
  switch (place.feature) {
    case PlaceFeature::kCountry:
      return 9.0F;
    case PlaceFeature::kAdm1:
    case PlaceFeature::kAdm2:
    case PlaceFeature::kAdm3:
      return division(place, near);
    case PlaceFeature::kRegion:
    case PlaceFeature::kWater:
      return 6.2F;
    case PlaceFeature::kSite:
      return 4.6F;
    case PlaceFeature::kNeighbourhood:
      return 2.1F;
    default:
      return settlement(place, near);
  }
}

float default_radius(const SourcePlace& place) {
  switch (place.feature) {
    case PlaceFeature::kCountry:
      return 250;
    case PlaceFeature::kAdm1:
      return 45;
    case PlaceFeature::kAdm2:
      return 18;
    case PlaceFeature::kAdm3:
      return 10;
    case PlaceFeature::kCity:
      return place.population > 3000000 ? 15.0F : place.population > 800000 ? 10.0F : 6.0F;
    case PlaceFeature::kTown:
      return 5;
    case PlaceFeature::kVillage:
      return 2;
    case PlaceFeature::kNeighbourhood:
      return 1.5F;
    case PlaceFeature::kSite:
      return 1;
    case PlaceFeature::kWater:
    case PlaceFeature::kRegion:
      return 60;
  }
  return 5;
}

}  // namespace isnad
