// SPDX-License-Identifier: Apache-2.0
// From a report's text to its places: names found in one pass, told from common words and persons,
// resolved among namesakes, and with them the places told relative to others, described by their
// kind, or pointed back to.
//
// Which of them is an event's is decided in event/; `form`, `role`, `preposition`, `specific` and
// `anchor` are there to help. Text in, values out; const and thread-safe after making.
#pragma once

#include <span>
#include <vector>

#include "isnad/lexicon/lexicon.h"
#include "isnad/mention/place/gazetteer.h"
#include "isnad/mention/place/place_context.h"
#include "isnad/mention/place/place_mention.h"
#include "isnad/mention/place/rank_weights.h"
#include "isnad/text/text.h"

namespace isnad {

class PlaceFinder {
 public:
  // Both must outlive the finder. Of the lexicon the finder knows the tables "actors" and
  // "sources": a place name inside a longer match of theirs is `within_actor`. Errors: none as yet;
  // the signature is that of the other finders.
  [[nodiscard]] static Result<PlaceFinder> create(const Gazetteer& gazetteer,
                                                  const Lexicon& lexicon);
  // Without a lexicon: `matches` given to `find` are not looked at.
  [[nodiscard]] static PlaceFinder create(const Gazetteer& gazetteer);

  // Other weights than the built-in ones, for trials.
  void use(const RankWeights& weights) { weights_ = weights; }

  // All place mentions, sorted by begin, the longer first: a relative place comes before the name
  // it hangs on. `matches` are those of the lexicon for the same text.
  [[nodiscard]] std::vector<PlaceMention> find(const Text& text, std::span<const Match> matches,
                                               const PlaceContext& context) const;

 private:
  PlaceFinder(const Gazetteer& gazetteer, std::vector<Table> actor_tables)
      : gazetteer_(&gazetteer), actor_tables_(std::move(actor_tables)) {}
  const Gazetteer* gazetteer_;
  std::vector<Table> actor_tables_;
  RankWeights weights_;
};

}  // namespace isnad
