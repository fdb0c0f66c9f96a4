// SPDX-License-Identifier: Apache-2.0
// What the sure places of a report and its nations say for the places that are not sure: the share
// of a country in it, nearness, a common governorate, the outlet's country and the dateline's.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "isnad/mention/place/occurrence.h"
#include "isnad/mention/place/place_context.h"
#include "isnad/mention/place/rank_weights.h"

namespace isnad {

// Countries, regions and waters: too large to be near anything.
[[nodiscard]] bool is_large(PlaceFeature feature);

class ReportEvidence {
 public:
  // Keeps references to all of them.
  ReportEvidence(const Gazetteer& gazetteer, const NameScan& scan, const PlaceContext& context,
                 const RankWeights& weights);

  // Takes the settled places of this round for what is known from now on.
  void collect(const std::vector<Occurrence>& found);
  [[nodiscard]] bool empty() const { return anchors_.empty() && countries_.empty(); }

  // What the report says for a row of this name, besides the words beside it.
  [[nodiscard]] float support_for(const Occurrence& occurrence, PlaceRow row) const;
  // What the outlet's country says for a row: readers of a Lebanese paper think of the Lebanese
  // Tripoli, the less the more places the report names.
  [[nodiscard]] float of_outlet(PlaceRow row) const;
  // Do enough sure places and nations stand in the report to say where it is about?
  [[nodiscard]] bool speaks_of_places() const { return evidence_ >= 3.0F; }
  // Does nothing in the report point to the row's country, though something points to others?
  [[nodiscard]] bool is_untold_country(PlaceRow row) const;
  // 1 for a small place in an untold country; three quarters for a name that only that country has;
  // else 0.
  [[nodiscard]] float elsewhere(const Occurrence& occurrence, PlaceRow row) const;

 private:
  // A point on the unit sphere.
  struct Direction3 {
    float x = 0, y = 0, z = 0;
  };
  struct Anchor {
    PlaceRow row = kNoPlace;
    PlaceRow adm1 = kNoPlace;
    uint64_t group = 0;
    Direction3 where;
    float weight = 1;
    float reach = 0;          // kilometres within which a place is inside it
    bool point_like = false;  // near enough to measure distances from
  };

  [[nodiscard]] static Direction3 direction_of(GeoPoint point);
  [[nodiscard]] static float chord_km(const Direction3& a, const Direction3& b);
  void read_dateline();
  void add_anchor(const Occurrence& occurrence, PlaceRow row);

  const Gazetteer& gazetteer_;
  const NameScan& scan_;
  const PlaceContext& context_;
  const RankWeights& weights_;
  std::vector<Anchor> anchors_;
  std::unordered_map<std::string, float> countries_;  // share in the report
  float evidence_ = 0;                                // sum of what `countries_` was counted from
  std::string_view dateline_country_;
};

}  // namespace isnad
