// SPDX-License-Identifier: Apache-2.0
#include "isnad/mention/place/relative_place.h"

#include <gtest/gtest.h>

namespace isnad {
namespace {

Place aleppo() {
  Place place;
  place.name_en = "Aleppo";
  place.feature = PlaceFeature::kCity;
  place.latitude = 36.2;
  place.longitude = 37.15;
  place.radius_km = 10;
  place.country = "SY";
  place.path = {"Syria", "Aleppo"};
  return place;
}

TEST(Geometry, MovingAndMeasuringAgree) {
  const GeoPoint from{36.2, 37.15};
  for (const double bearing : {0.0, 90.0, 225.0})
    EXPECT_NEAR(distance_km(from, moved(from, bearing, 50)), 50, 0.01);
  const GeoPoint middle = midpoint({36, 37}, {34, 39});
  EXPECT_NEAR(distance_km(middle, {36, 37}), distance_km(middle, {34, 39}), 0.01);
}

TEST(RelativePlace, DistanceAndDirectionMoveThePoint) {
  const Place place = relative_place(
      aleppo(), {.bearing = 270, .distance_km = 20, .countryside = false, .near = false}, "");
  EXPECT_NEAR(distance_km({36.2, 37.15}, {*place.latitude, *place.longitude}), 20, 0.1);
  EXPECT_LT(*place.longitude, 37.15);
  EXPECT_EQ(place.radius_km, 5);
  EXPECT_TRUE(place.gazetteer_id.empty());
}

TEST(RelativePlace, AreaPartLiesInsideTheArea) {
  Place syria = aleppo();
  syria.feature = PlaceFeature::kCountry;
  syria.radius_km = 260;
  const Place north = relative_place(
      syria, {.bearing = 0, .distance_km = {}, .countryside = false, .near = false}, "");
  EXPECT_NEAR(distance_km({36.2, 37.15}, {*north.latitude, *north.longitude}), 130, 0.5);
  EXPECT_LT(north.radius_km, syria.radius_km);
}

TEST(RelativePlace, BetweenTwoKnowsOnlyWhatTheyShare) {
  Place homs = aleppo();
  homs.latitude = 34.73;
  homs.longitude = 36.72;
  homs.path = {"Syria", "Homs"};
  const Place between = place_between(aleppo(), homs, "");
  EXPECT_EQ(between.path, std::vector<std::string>{"Syria"});
  EXPECT_NEAR(between.radius_km, distance_km({36.2, 37.15}, {34.73, 36.72}) / 2, 0.01);
}

}  // namespace
}  // namespace isnad
