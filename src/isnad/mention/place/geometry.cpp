// SPDX-License-Identifier: Apache-2.0
// Great-circle formulas on a sphere.
#include "isnad/mention/place/geometry.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace isnad {
namespace {
constexpr double kEarthRadius = 6371.0;  // km
constexpr double kDegree = std::numbers::pi / 180;
}  // namespace

double distance_km(GeoPoint a, GeoPoint b) {
  const double half_lat = std::sin((b.latitude - a.latitude) * kDegree / 2);
  const double half_lon = std::sin((b.longitude - a.longitude) * kDegree / 2);
  const double h = half_lat * half_lat + std::cos(a.latitude * kDegree) *
                                             std::cos(b.latitude * kDegree) * half_lon * half_lon;
  return 2 * kEarthRadius * std::asin(std::min(1.0, std::sqrt(h)));
}

GeoPoint moved(GeoPoint from, double bearing, double km) {
  const double angle = km / kEarthRadius;
  const double lat = from.latitude * kDegree;
  const double to_lat =
      std::asin(std::clamp(std::sin(lat) * std::cos(angle) +
                               std::cos(lat) * std::sin(angle) * std::cos(bearing * kDegree),
                           -1.0, 1.0));
  const double turn = std::atan2(std::sin(bearing * kDegree) * std::sin(angle) * std::cos(lat),
                                 std::cos(angle) - std::sin(lat) * std::sin(to_lat));
  return {to_lat / kDegree, std::remainder(from.longitude + turn / kDegree, 360.0)};
}

GeoPoint midpoint(GeoPoint a, GeoPoint b) {
  const double lon = (b.longitude - a.longitude) * kDegree;
  const double x = std::cos(b.latitude * kDegree) * std::cos(lon);
  const double y = std::cos(b.latitude * kDegree) * std::sin(lon);
  const double base = std::cos(a.latitude * kDegree) + x;
  const double lat = std::atan2(std::sin(a.latitude * kDegree) + std::sin(b.latitude * kDegree),
                                std::sqrt(base * base + y * y));
  return {lat / kDegree, std::remainder(a.longitude + std::atan2(y, base) / kDegree, 360.0)};
}

}  // namespace isnad
