// SPDX-License-Identifier: Apache-2.0
// Points on the globe: distance, a point some way off in a direction, the middle of two. Spherical
// earth, which is right to half a per cent; degrees in, kilometres out.
#pragma once

namespace isnad {

struct GeoPoint {
  double latitude = 0;
  double longitude = 0;
};

// Great-circle distance in kilometres.
[[nodiscard]] double distance_km(GeoPoint a, GeoPoint b);
// The point `km` from `from` towards `bearing` (degrees clockwise from north).
[[nodiscard]] GeoPoint moved(GeoPoint from, double bearing, double km);
// Half way between two points less than half the globe apart.
[[nodiscard]] GeoPoint midpoint(GeoPoint a, GeoPoint b);

}  // namespace isnad
