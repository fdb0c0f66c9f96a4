// SPDX-License-Identifier: Apache-2.0
// Which of its namesakes a name means, and whether it means a place at all, from the words around
// it and the other places of the report. Hand-set weights, all in one table, measured on
// scenarios/place (docs/decisions/0032).
//
// Three rounds: names sure by themselves become anchors; all names are scored by hierarchy,
// distance and country against the anchors; what that settles becomes anchors for the last round.
// Occurrences of one name are decided together unless their own words (مدينة, محافظة) tell them
// apart.
#pragma once

#include <vector>

#include "isnad/mention/place/occurrence.h"
#include "isnad/mention/place/place_context.h"
#include "isnad/mention/place/rank_weights.h"

namespace isnad {

// Fills scores, `chosen`, `margin` and `place_score` of every occurrence. `scan` is where cues
// stand.
void rank_places(const Gazetteer& gazetteer, const NameScan& scan, const PlaceContext& context,
                 const RankWeights& weights, std::vector<Occurrence>& occurrences);

}  // namespace isnad
