// SPDX-License-Identifier: Apache-2.0
// Ranked occurrences into mentions: names with their places, expressions relative to them
// (direction, distance, countryside, between, road, border), kinds of places with names the
// gazetteer lacks, and words that point back.
#pragma once

#include <vector>

#include "isnad/mention/place/occurrence.h"
#include "isnad/mention/place/place_context.h"
#include "isnad/mention/place/place_mention.h"

namespace isnad {

// `occurrences` as rank_places left them. Sorted as PlaceFinder::find says.
[[nodiscard]] std::vector<PlaceMention> build_mentions(const Gazetteer& gazetteer, const Text& text,
                                                       const NameScan& scan, const CueIndex& cues,
                                                       const PlaceContext& context,
                                                       const std::vector<Occurrence>& occurrences);

}  // namespace isnad
