// SPDX-License-Identifier: Apache-2.0
// A name found in the text that may be a place: what it could stand for and what the words around
// it say. Made by context_reader from the scan, scored by place_ranker, turned into mentions by
// place_finder.
#pragma once

#include <string_view>
#include <vector>

#include "isnad/mention/place/cue_index.h"
#include "isnad/mention/place/place_cue.h"

namespace isnad {

struct PlaceCandidate {
  PlaceRow row = kNoPlace;
  float spelling = 0;  // 0 = the name as it is; less for alternates, articles added or dropped,
                       // letters taken off
  float score = 0;
};

struct Occurrence {
  TokenSpan tokens;        // the name
  uint8_t proclitics = 0;  // of the reading that takes least off
  uint64_t group = 0;      // equal for occurrences of the same candidates: same name
  std::vector<PlaceCandidate> candidates;

  // What stands to its left, from the name outward.
  uint32_t type = kNone;  // index into NameScan::cues: مدينة; inherited along a list after مدينتي
  bool type_inherited = false;
  uint32_t direction = kNone;  // شمال; before the type
  uint32_t relation = kNone;   // قرب, وسط, بين
  uint32_t role = kNone;       // محافظ, متوجها إلى
  PlacePreposition preposition = PlacePreposition::kNone;
  bool guarded = false;  // right after the head of an organisation's name
  bool sport = false;    // in a sentence about sport: the name is most likely a club's
  bool person = false;   // beside a given name or title
  bool listed = false;   // joined by و or a comma to the name before
  uint32_t left = 0;     // first token of the whole expression

  // What stands to its right.
  uint32_t direction_after = kNone;  // الشمالي
  uint32_t demonym = kNone;          // العراقية: index into NameScan::cues
  uint32_t container =
      kNone;  // index of the occurrence that the text says it lies in: بلدة X في محافظة Y
  uint32_t right = 0;  // one past the last token of the whole expression

  uint8_t common = 0;       // 0…3: how common a word it is besides
  bool settled = false;     // an anchor: sure without the rest of the report
  float support = 0;        // what other places of the report say for it
  float place_score = 0;    // > 0: a place
  uint32_t chosen = kNone;  // index into candidates
  float margin = 0;         // of the chosen candidate over the next
};

// The occurrences of a text, in order and disjoint, with what stands around them. `given`: the
// report's text, or empty when it is not at hand.
[[nodiscard]] std::vector<Occurrence> read_occurrences(const Gazetteer& gazetteer, const Text& text,
                                                       const NameScan& scan, const CueIndex& cues,
                                                       std::string_view given);

}  // namespace isnad
