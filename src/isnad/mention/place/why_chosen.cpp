// SPDX-License-Identifier: Apache-2.0
// The signs that decided, in words.
#include "isnad/mention/place/why_chosen.h"

#include <algorithm>
#include <cmath>

#include "isnad/mention/place/report_evidence.h"

namespace isnad {
namespace {

std::string kilometres(double km) {
  return std::to_string(static_cast<int>(std::lround(km))) + " km";
}

}  // namespace

std::string why_chosen(const Gazetteer& gazetteer, const NameScan& scan,
                       const std::vector<Occurrence>& occurrences, uint32_t index) {
  const Occurrence& occurrence = occurrences[index];
  const PlaceRow row = occurrence.candidates[occurrence.chosen].row;
  std::string why = occurrence.candidates.size() == 1
                        ? "the only place of that name"
                        : "1 of " + std::to_string(occurrence.candidates.size()) + " of that name";
  if (occurrence.type != kNone) {
    why += "; called a " +
           std::string(gazetteer.text(gazetteer.cue(scan.cues[occurrence.type].cue).id));
  }
  if (occurrence.demonym != kNone) {
    why += "; said to be " +
           std::string(gazetteer.text(gazetteer.cue(scan.cues[occurrence.demonym].cue).id));
  }
  if (occurrence.container != kNone) {
    const Occurrence& outer = occurrences[occurrence.container];
    if (outer.chosen != kNone)
      why += "; in " + std::string(gazetteer.name_en(outer.candidates[outer.chosen].row));
  }
  double nearest = 200;
  PlaceRow nearest_row = kNoPlace;
  constexpr uint32_t kWindow = 20;  // names on either side
  for (uint32_t i = index - std::min(index, kWindow);
       i < std::min<size_t>(occurrences.size(), index + kWindow); ++i) {
    const Occurrence& other = occurrences[i];
    if (!other.settled || other.group == occurrence.group) continue;
    const PlaceRow there = other.candidates[other.chosen].row;
    if (is_large(gazetteer.feature(there)) || gazetteer.feature(there) == PlaceFeature::kAdm1)
      continue;
    const double km = distance_km(gazetteer.point(row), gazetteer.point(there));
    if (km < nearest) {
      nearest = km;
      nearest_row = there;
    }
  }
  if (nearest_row != kNoPlace)
    why += "; " + kilometres(nearest) + " from " + std::string(gazetteer.name_en(nearest_row));
  return why;
}

}  // namespace isnad
