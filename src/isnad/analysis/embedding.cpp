// SPDX-License-Identifier: Apache-2.0
// See embedding.h.
#include "isnad/analysis/embedding.h"

#include <algorithm>

#include "isnad/analysis/kernel.h"
#include "isnad/analysis/segment.h"

namespace isnad {
namespace {

uint64_t vector_key(const Letters& form) { return key_of(KeyKind::kVector, form.view()); }

uint32_t find_vector(const RowTable& vectors, const Letters& form) {
  const uint32_t row = vectors.index.find(vector_key(form));
  if (row != KeyTable::kNone) return row;
  Letters folded = form;
  fold_letters(folded);
  return vectors.index.find(key_of(KeyKind::kFoldedVector, folded.view()));
}

void prefetch_row(const RowTable& table, uint32_t row) {
  constexpr uint32_t kLine = 64;
  for (uint32_t at = 0; at < table.width; at += kLine) __builtin_prefetch(table.row(row) + at);
  __builtin_prefetch(&table.scales[row]);
}

}  // namespace

uint32_t find_word_vector(const RowTable& vectors, const Letters& form, const Letters& token) {
  Letters name = form;
  const bool number =
      form.size > 0 && std::all_of(form.at.begin(), form.at.begin() + form.size,
                                   [](char16_t c) { return c == u'0' || c == u'.' || c == u','; });
  if (number) name.assign(u"0");
  const uint32_t row = find_vector(vectors, name);
  return row == KeyTable::kNone && form.size > 2 && token.size > form.size
             ? find_vector(vectors, token)
             : row;
}

void Embedding::add(const WordInToken& word, Workspace& work) const {
  Word& entry = work.words.emplace_back();
  entry.form = *word.form;
  entry.token = word.token;
  shape_letters(entry.form);
  WordInToken shaped = word;
  shaped.form = &entry.form;
  entry.features = find_word_features(shaped, entry.keys);
  for (size_t k = 0; k < entry.features; ++k) features_.index.prefetch(entry.keys[k]);
  vectors_.index.prefetch(vector_key(entry.form));
}

void Embedding::sum(Workspace& work, std::span<float> inputs, std::span<float> vectors) const {
  for (Word& word : work.words) {
    size_t found = 0;
    for (size_t k = 0; k < word.features; ++k) {
      const uint32_t row = features_.index.find(word.keys[k]);
      if (row == KeyTable::kNone) continue;
      word.rows[found++] = row;
      prefetch_row(features_, row);
    }
    word.features = found;
    word.vector = find_word_vector(vectors_, word.form, *word.token);
    if (word.vector != KeyTable::kNone) prefetch_row(vectors_, word.vector);
  }
  for (size_t t = 0; t < work.words.size(); ++t) {
    const Word& word = work.words[t];
    kernel::add_scaled_bytes(features_.rows.data(), features_.scales.data(), word.rows.data(),
                             word.features, inputs.data() + t * features_.width, features_.width);
    if (word.vector == KeyTable::kNone) continue;
    kernel::add_scaled_bytes(vectors_.rows.data(), vectors_.scales.data(), &word.vector, 1,
                             vectors.data() + t * vectors_.width, vectors_.width);
  }
}

}  // namespace isnad
