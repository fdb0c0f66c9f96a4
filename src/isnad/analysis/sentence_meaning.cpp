// SPDX-License-Identifier: Apache-2.0
// See sentence_meaning.h. A word's row number is its rank by frequency.
#include "isnad/analysis/sentence_meaning.h"

#include <algorithm>
#include <cmath>

#include "isnad/analysis/embedding.h"
#include "isnad/analysis/spelling.h"

namespace isnad {
namespace {

// Words from this rank on count whole, the first word not at all; between by the square root of
// the rank, which by Zipf's law is what the root of a small number over the frequency would be.
// 500 and 8,000 do as well (decision 0058).
constexpr float kRareRank = 2000;

}  // namespace

std::vector<float> sentence_meaning(const RowTable& vectors, const Text& text,
                                    std::string_view report_text, TokenSpan sentence) {
  std::vector<float> sum(vectors.width, 0);
  Letters word;
  for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
    if (text.tokens[t].kind != TokenKind::kWord) continue;
    const ByteSpan given = text.tokens[t].given;
    plain_letters(report_text.substr(given.begin, given.size()), word);
    shape_letters(word);
    const uint32_t row = find_word_vector(vectors, word, word);
    if (row == KeyTable::kNone) continue;
    const float weight = std::sqrt(std::min(1.0F, static_cast<float>(row) / kRareRank));
    const float scale = weight * vectors.scales[row];
    const int8_t* const values = vectors.row(row);
    for (uint32_t i = 0; i < vectors.width; ++i) sum[i] += scale * static_cast<float>(values[i]);
  }
  float squares = 0;
  for (const float value : sum) squares += value * value;
  if (squares == 0) return sum;
  for (float& value : sum) value /= std::sqrt(squares);
  return sum;
}

}  // namespace isnad
