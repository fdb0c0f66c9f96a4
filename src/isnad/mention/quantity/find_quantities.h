// SPDX-License-Identifier: Apache-2.0
// How many: every number of a report with what it counts, and every noun that counts by its form
// alone.
//
// Comes in: tokens, lexicon matches, the times found in the same text (their digits count nothing).
// Goes out: mentions in text order: "82 قتيلاً" (82 killed), "قتيلان" (two killed), "عشرات الآلاف"
// (tens of thousands), "بينهم ثلاثة أطفال" (three children among them, a part of the figure before
// it). Numbers that are names (resolution 2254, channel 12) are left out. What befell those counted
// is given where the noun says it; the rest is the governing verb's, and the event step's business.
#pragma once

#include <span>
#include <vector>

#include "isnad/lexicon/lexicon.h"
#include "isnad/mention/quantity/quantity_mention.h"
#include "isnad/mention/quantity/word_table.h"
#include "isnad/mention/time/time_mention.h"
#include "isnad/text/text.h"

namespace isnad {

class QuantityFinder {
 public:
  // Reads the tables of languages/<code>/time and quantity. Errors: kBadLexicon.
  [[nodiscard]] static Result<QuantityFinder> create(const Lexicon& lexicon);

  // Linear in the text; const and thread-safe. `times` in text order, as TimeFinder gives them.
  [[nodiscard]] std::vector<QuantityMention> find(const Text& text, std::span<const Match> matches,
                                                  std::span<const TimeMention> times) const;

 private:
  explicit QuantityFinder(WordTable words) : words_(std::move(words)) {}
  WordTable words_;
};

}  // namespace isnad
