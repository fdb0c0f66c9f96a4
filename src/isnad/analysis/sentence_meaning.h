// SPDX-License-Identifier: Apache-2.0
// What a sentence is about, as a direction among news vectors: words that no judged sentence had
// speak through their neighbours. A sum in which frequent words weigh less, after Arora, Liang and
// Ma, "A simple but tough-to-beat baseline for sentence embeddings" (2017).
#pragma once

#include <string_view>
#include <vector>

#include "isnad/analysis/tables.h"
#include "isnad/text/text.h"

namespace isnad {

// `vectors.width` numbers of length 1; all 0 where no word of the sentence has a vector. `vectors`:
// most frequent word first (ModelTables::vectors); `report_text`: Report::text. Linear in the
// tokens.
[[nodiscard]] std::vector<float> sentence_meaning(const RowTable& vectors, const Text& text,
                                                  std::string_view report_text, TokenSpan sentence);

}  // namespace isnad
