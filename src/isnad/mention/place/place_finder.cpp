// SPDX-License-Identifier: Apache-2.0
// The way from names and cues to places: names scanned, occurrences judged, candidates ranked,
// mentions built.
#include "isnad/mention/place/place_finder.h"

#include <algorithm>
#include <array>

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

// "الخرطوم: الدندر", "لندن – الشرق الأوسط": what follows the mark in a dateline names who reports,
// though it may be spelt like a place.
void mark_within_dateline(const Text& text, const PlaceContext& context,
                          std::vector<PlaceMention>& mentions) {
  if (context.dateline.empty()) return;
  const size_t begin = context.given.find(context.dateline);
  constexpr std::array<std::string_view, 6> kMarks = {":", "-", "–", "—", "(", "/"};
  size_t mark = std::string_view::npos;
  for (const std::string_view each : kMarks) mark = std::min(mark, context.dateline.find(each));
  if (begin == std::string_view::npos || mark == std::string_view::npos) return;
  for (PlaceMention& mention : mentions) {
    const ByteSpan span = text.given_of(mention.tokens);
    if (span.begin > begin + mark && span.end <= begin + context.dateline.size())
      mention.within_actor = true;
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
  std::vector<Occurrence> occurrences =
      read_occurrences(*gazetteer_, text, scan, cues, context.given);
  rank_places(*gazetteer_, scan, context, weights_, occurrences);
  std::vector<PlaceMention> mentions =
      build_mentions(*gazetteer_, text, scan, cues, context, occurrences);
  mark_within_actors(matches, actor_tables_, mentions);
  mark_within_dateline(text, context, mentions);
  return mentions;
}

}  // namespace isnad
