// SPDX-License-Identifier: Apache-2.0
// What enters the network for each word: the sum of the rows of its features (word_features.h), and
// its news vector. The tables are some megabytes and every look-up misses the cache, so the words
// of a sentence go through in steps, and each step asks for what the next one will read.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "isnad/analysis/tables.h"
#include "isnad/analysis/word_features.h"

namespace isnad {

// The row of a word's news vector: as spelt, else folded, else (for a word with clitics) that of
// its whole token; KeyTable::kNone if the list has none. Letters are shaped.
[[nodiscard]] uint32_t find_word_vector(const RowTable& vectors, const Letters& form,
                                        const Letters& token);

class Embedding {
 public:
  struct Word {
    Letters form;  // shaped
    const Letters* token = nullptr;
    std::array<uint64_t, kMaxWordFeatures> keys;
    std::array<uint32_t, kMaxWordFeatures> rows;
    size_t features = 0;
    uint32_t vector = KeyTable::kNone;
  };
  struct Workspace {
    std::vector<Word> words;
  };

  Embedding() = default;
  Embedding(const RowTable& features, const RowTable& vectors)
      : features_(features), vectors_(vectors) {}

  // The next word of a sentence; `word.form` need not be shaped. What `word.token` points at must
  // stay until `sum`.
  void add(const WordInToken& word, Workspace& work) const;
  // Adds each word's rows to `inputs` and its vector to `vectors`, word after word.
  void sum(Workspace& work, std::span<float> inputs, std::span<float> vectors) const;

 private:
  RowTable features_, vectors_;
};

}  // namespace isnad
