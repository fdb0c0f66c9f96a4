// SPDX-License-Identifier: Apache-2.0
// What a sentence says, as a plain reader of words sees it: stretches of three and four letters
// within words ("letters=_قصف", the edge of a word an underscore), words, pairs of neighbours
// ("words=قتل شخص"), and what it is about as a direction among news vectors ("meaning=07"). It
// knows nothing of events, which is its use: its faults are other ones than those of the traits of
// a claim. After Cavnar and Trenkle, "N-gram-based text categorization" (1994).
#pragma once

#include <vector>

#include "isnad/analysis/tables.h"
#include "isnad/event/confidence_model.h"
#include "isnad/report/report.h"
#include "isnad/text/text.h"

namespace isnad {

// Each feature once, by kind and name. Letters and words: 1 + ln(count), scaled so that each kind
// has length 1; meaning: see analysis/sentence_meaning. `text` as make_text gives it of the report,
// `vectors` of the analyser's model. Linear in the sentence but for one sorting.
[[nodiscard]] std::vector<Feature> sentence_words(const Report& report, const Text& text,
                                                  TokenSpan sentence, const RowTable& vectors);

// The same for a report of one sentence; nothing for any other.
[[nodiscard]] std::vector<Feature> lone_sentence_words(const Report& report, const Text& text,
                                                       const RowTable& vectors);

}  // namespace isnad
