// SPDX-License-Identifier: Apache-2.0
// The mentions of a text while they are made, with all they are made from. Each maker adds its
// kind: names (mention_builder), relative places, described places, words that point back.
#pragma once

#include <unordered_map>
#include <vector>

#include "isnad/mention/place/occurrence.h"
#include "isnad/mention/place/place_context.h"

namespace isnad {

struct MentionDraft {
  MentionDraft(const Gazetteer& the_gazetteer, const Text& the_text, const NameScan& the_scan,
               const CueIndex& the_cues, const PlaceContext& the_context,
               const std::vector<Occurrence>& the_found)
      : gazetteer(the_gazetteer),
        text(the_text),
        scan(the_scan),
        cues(the_cues),
        context(the_context),
        found(the_found),
        mention_of(the_found.size(), kNone),
        taken(the_text.tokens.size(), false) {}

  const Gazetteer& gazetteer;
  const Text& text;
  const NameScan& scan;
  const CueIndex& cues;
  const PlaceContext& context;
  const std::vector<Occurrence>& found;

  std::vector<uint32_t> mention_of;                 // index into mentions by occurrence, or kNone
  std::unordered_map<PlaceRow, uint32_t> first_of;  // the first mention of a row
  std::vector<bool> taken;                          // tokens that a mention covers
  std::vector<PlaceMention> mentions;               // not sorted yet

  void add(PlaceMention mention);
  // The words as given, without the clitics of the first token: "بسجن الصناعة" gives سجن الصناعة.
  [[nodiscard]] std::string written(TokenSpan tokens, uint8_t proclitics) const;
  // The mention made of the gazetteer's name that begins at a token, or kNone.
  [[nodiscard]] uint32_t name_at(uint32_t token) const;
  // The preposition that a cue carries or follows.
  [[nodiscard]] PlacePreposition preposition_of(const CueHit& hit) const;
};

// Directions, distances, countryside, between, roads: from the names already there.
void add_relative_places(MentionDraft& draft);
// Kinds of places with names that the gazetteer lacks: شارع المريوطية.
void add_described_places(MentionDraft& draft);
// Words that point back: المدينة, السجن, العاصمة العراقية. Last, since they point at all others.
void add_anaphors(MentionDraft& draft);

}  // namespace isnad
