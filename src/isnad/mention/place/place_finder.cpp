// SPDX-License-Identifier: Apache-2.0
// The way from names and cues to places: names scanned, occurrences judged, candidates ranked,
// mentions built.
#include "isnad/mention/place/place_finder.h"

#include <algorithm>

#include "isnad/mention/place/mention_builder.h"
#include "isnad/mention/place/place_ranker.h"

namespace isnad {
namespace {

// A name inside a longer name of an actor or source (قوات سوريا الديمقراطية) is part of it.
void mark_within_actors(std::span<const Match> matches, const std::vector<Table>& tables,
                        std::vector<PlaceMention>& mentions) {
  for (const Match& match : matches) {
    const bool actor = std::any_of(tables.begin(), tables.end(),
                                   [&](const Table& t) { return t.contains(match.row); });
    if (!actor) continue;
    for (PlaceMention& mention : mentions) {
      if (match.tokens.contains(mention.name) && match.tokens.size() > mention.name.size())
        mention.within_actor = true;
    }
  }
}

}  // namespace

Result<PlaceFinder> PlaceFinder::create(const Gazetteer& gazetteer, const Lexicon& lexicon) {
  return PlaceFinder(gazetteer, {lexicon.table("actors"), lexicon.table("sources")});
}

PlaceFinder PlaceFinder::create(const Gazetteer& gazetteer) { return {gazetteer, {}}; }

std::vector<PlaceMention> PlaceFinder::find(const Text& text, std::span<const Match> matches,
                                            const PlaceContext& context) const {
  const NameScan scan = scan_names(*gazetteer_, text);
  const CueIndex cues(*gazetteer_, scan, text.tokens.size());
  std::vector<Occurrence> occurrences = read_occurrences(*gazetteer_, text, scan, cues);
  rank_places(*gazetteer_, scan, context, occurrences);
  std::vector<PlaceMention> mentions =
      build_mentions(*gazetteer_, text, scan, cues, context, occurrences);
  mark_within_actors(matches, actor_tables_, mentions);
  return mentions;
}

}  // namespace isnad
