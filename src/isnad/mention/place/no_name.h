// SPDX-License-Identifier: Apache-2.0
// Words that can hardly begin the name of a place that the gazetteer lacks, by what the analysis
// and the lexicon know of them: "منطقة الاشتباكات" (the area of the clashes), "كمين نصبه" (an
// ambush that he laid).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "isnad/lexicon/lexicon.h"
#include "isnad/text/text.h"

namespace isnad {

struct Analysis;

enum NoName : uint8_t {
  kNeverName = 1,     // a verb, a word behind "and", one that ends in a pronoun
  kQualifies = 2,     // an adjective without the article
  kTellsOfEvent = 4,  // a word that may evoke an event
  kBehindFor = 8,     // carries the preposition لـ (li-, for) and names no party
  kNamesParty = 16,   // a party or people
};

// NoName masks, one element a token. `matches` are those of the lexicon for the same text.
[[nodiscard]] std::vector<uint8_t> tokens_without_name(const Text& text,
                                                       std::span<const Match> matches,
                                                       const Analysis& analysis,
                                                       const Lexicon& lexicon);

}  // namespace isnad
