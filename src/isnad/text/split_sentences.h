// SPDX-License-Identifier: Apache-2.0
// Where a sentence ends, inside one zone. The rule of the codebook: after . ! ? ؟ … before white space. Not after:
//   an abbreviation or initial      one letter before the dot: د. (Dr), أ. د., J. K.; but "عام 2015 م." (year, CE) ends
//   a list number                   "1. …" at the sentence's start
//   two dots                        ".." joins clauses in headlines and much prose: "هجوم دموي.. قصف" stays one
// Long stretches without a stop would cost later steps dear: from kLongSentence tokens on, "..", ، ؛ , and ; end
// a sentence too; at kLongestSentence it ends where it stands.
#pragma once

#include <string_view>
#include <vector>

#include "isnad/text/text.h"

namespace isnad {

inline constexpr uint32_t kLongSentence = 250;     // tokens; the longest of 1,838 news articles' usual ones is below
inline constexpr uint32_t kLongestSentence = 500;  // tokens

// Appends the sentences of text.tokens[tokens], which all lie in zone `zone`. Linear.
void split_sentences(std::string_view folded, const std::vector<Token>& all, TokenSpan tokens, uint32_t zone,
                     std::vector<Sentence>& sentences);

}  // namespace isnad
