// SPDX-License-Identifier: Apache-2.0
// Anchors are sure places with a point; countries count by what lies in them and by the adjectives
// of their nations.
#include "isnad/mention/place/report_evidence.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace isnad {
namespace {

constexpr size_t kMostAnchors = 24;

}  // namespace

bool is_large(PlaceFeature feature) {
  return feature == PlaceFeature::kCountry || feature == PlaceFeature::kRegion ||
         feature == PlaceFeature::kWater;
}

ReportEvidence::ReportEvidence(const Gazetteer& gazetteer, const NameScan& scan,
                               const PlaceContext& context, const RankWeights& weights)
    : gazetteer_(gazetteer), scan_(scan), context_(context), weights_(weights) {
  read_dateline();
}

ReportEvidence::Direction3 ReportEvidence::direction_of(GeoPoint point) {
  constexpr double kDegree = std::numbers::pi / 180;
  const double lat = point.latitude * kDegree;
  const double lon = point.longitude * kDegree;
  return {static_cast<float>(std::cos(lat) * std::cos(lon)),
          static_cast<float>(std::cos(lat) * std::sin(lon)), static_cast<float>(std::sin(lat))};
}
// Chord length in kilometres: shorter than the arc by 1 % at 3000 km, where it no longer matters.
float ReportEvidence::chord_km(const Direction3& a, const Direction3& b) {
  const float x = a.x - b.x, y = a.y - b.y, z = a.z - b.z;
  return 6371.0F * std::sqrt(x * x + y * y + z * z);
}

// The country of the place that the dateline names, if it names one.
void ReportEvidence::read_dateline() {
  std::string_view first = context_.dateline.substr(0, context_.dateline.find_first_of("-:("));
  while (!first.empty() && first.back() == ' ') first.remove_suffix(1);
  float best = 4.5F;  // below, names are too unsure to count
  for (const uint32_t posting : gazetteer_.find_name(first)) {
    if ((posting & kPostingCue) != 0) continue;
    const PlaceRow row = posting & kPostingIndex;
    if (gazetteer_.record(row).prior < best) continue;
    best = gazetteer_.record(row).prior;
    dateline_country_ = gazetteer_.country(row);
  }
}

// What the report's other places say for a row.
float ReportEvidence::support_for(const Occurrence& occurrence, PlaceRow row) const {
  const PlaceRecord& record = gazetteer_.record(row);
  const std::string_view country = gazetteer_.country(row);
  float score = 0;
  if (gazetteer_.feature(row) != PlaceFeature::kCountry) {
    if (const auto share = countries_.find(std::string(country)); share != countries_.end()) {
      score += weights_.country_share * share->second;
    }
  }
  if (!country.empty() && country == dateline_country_) score += weights_.dateline;
  if (is_large(gazetteer_.feature(row))) return score;
  const Direction3 here = direction_of(gazetteer_.point(row));
  float nearest = 0;
  bool same_adm1 = false;
  for (const Anchor& anchor : anchors_) {
    if (anchor.group == occurrence.group) continue;
    same_adm1 |= record.adm1 != kNoPlace && anchor.adm1 == record.adm1;
    if (!anchor.point_like) continue;
    const float km = std::max(0.0F, chord_km(here, anchor.where) - anchor.reach);
    const float value = weights_.near * std::exp(-km / weights_.near_km) +
                        weights_.region * std::exp(-km / weights_.region_km);
    nearest = std::max(nearest, anchor.weight * value);
  }
  return score + nearest + (same_adm1 ? weights_.same_adm1 : 0.0F);
}

float ReportEvidence::of_outlet(PlaceRow row) const {
  const std::string_view country = gazetteer_.country(row);
  const bool at_home = !country.empty() && country == context_.outlet_country;
  return at_home ? weights_.outlet / (1.0F + evidence_) : 0.0F;
}

bool ReportEvidence::is_untold_country(PlaceRow row) const {
  constexpr float kEnough = 1.0F;
  const std::string_view country = gazetteer_.country(row);
  return evidence_ >= kEnough && !country.empty() && country != context_.outlet_country &&
         country != dateline_country_ && countries_.count(std::string(country)) == 0;
}

float ReportEvidence::elsewhere(const Occurrence& occurrence, PlaceRow row) const {
  constexpr float kSmall = 4.7F;
  if (gazetteer_.record(row).prior >= kSmall || !is_untold_country(row)) return 0;
  const std::string_view country = gazetteer_.country(row);
  // A name that no other country has speaks for itself, a little.
  const bool only_there =
      std::all_of(occurrence.candidates.begin(), occurrence.candidates.end(),
                  [&](const PlaceCandidate& c) { return gazetteer_.country(c.row) == country; });
  return only_there ? 0.75F : 1.0F;
}

// Sure places become anchors; countries are counted by what lies in them and by adjectives of
// nations.
void ReportEvidence::collect(const std::vector<Occurrence>& found) {
  anchors_.clear();
  std::unordered_map<std::string, float> counts;
  float total = 0;
  const auto count = [&](std::string_view country, float weight) {
    if (country.empty()) return;
    counts[std::string(country)] += weight;
    total += weight;
  };
  for (const Occurrence& occurrence : found) {
    if (!occurrence.settled) continue;
    const PlaceRow row = occurrence.candidates[occurrence.chosen].row;
    count(gazetteer_.country(row), occurrence.guarded ? 0.5F : 1.0F);
    add_anchor(occurrence, row);
  }
  for (const CueHit& hit : scan_.cues) {
    const CueRecord& record = gazetteer_.cue(hit.cue);
    if (record.kind == static_cast<uint8_t>(PlaceCueKind::kDemonym))
      count({record.country, 2}, 0.5F);
  }
  countries_.clear();
  evidence_ = total;
  // Two unseen mentions dampen the share of a country named once.
  for (const auto& [country, weight] : counts) countries_[country] = weight / (total + 1.0F);
}

void ReportEvidence::add_anchor(const Occurrence& occurrence, PlaceRow row) {
  if (anchors_.size() >= kMostAnchors || gazetteer_.feature(row) == PlaceFeature::kCountry) return;
  for (Anchor& anchor : anchors_) {
    if (anchor.row == row) return;
  }
  const PlaceFeature feature = gazetteer_.feature(row);
  constexpr float kNarrow = 150;  // regions no wider than this say where their neighbours are
  const float radius = gazetteer_.record(row).radius_km;
  const bool region = feature == PlaceFeature::kRegion && radius <= kNarrow;
  const bool point_like = region || (!is_large(feature) && feature != PlaceFeature::kAdm1);
  anchors_.push_back({row, gazetteer_.record(row).adm1, occurrence.group,
                      direction_of(gazetteer_.point(row)), occurrence.guarded ? 0.5F : 1.0F,
                      region ? radius : 0.0F, point_like});
}

}  // namespace isnad
