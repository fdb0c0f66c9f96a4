// SPDX-License-Identifier: Apache-2.0
// What a sentence says, as a plain reader of words sees it: stretches of three and four letters
// within words ("letters=_قصف", the edge of a word an underscore), words, and pairs of neighbours
// ("words=قتل شخص"). It knows nothing of events, which is its use: its faults are other ones than
// those of the traits of a claim. After Cavnar and Trenkle, "N-gram-based text categorization"
// (1994).
#pragma once

#include <vector>

#include "isnad/event/confidence_model.h"
#include "isnad/text/text.h"

namespace isnad {

// Each feature once, sorted by name; values 1 + ln(count), scaled so that the letters of a sentence
// have length 1, and its words, too. `text` as make_text gives it. Linear in the sentence but for
// one sorting.
[[nodiscard]] std::vector<Feature> sentence_words(const Text& text, TokenSpan sentence);

}  // namespace isnad
