// SPDX-License-Identifier: Apache-2.0
// A treebank sentence as the network learns from it: each word spelt with noise, its feature keys,
// and what should come out.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "isnad/analysis/key_table.h"
#include "isnad/analysis/word_features.h"
#include "train/network_gradient.h"
#include "train/noise.h"
#include "train/random.h"
#include "train/treebank.h"

namespace isnad::train {

// One sentence made ready: rows and vectors of each word, and what should come out.
struct Example {
  std::vector<uint32_t> row_begin;  // n + 1
  std::vector<uint32_t> rows;
  std::vector<uint32_t> vectors;  // row of the word list, or KeyTable::kNone
  NetworkTarget target;
  [[nodiscard]] size_t size() const { return vectors.size(); }
};

// Tags of all its words; heads and labels where it has a tree.
[[nodiscard]] NetworkTarget make_target(const TreebankSentence& sentence);

// Calls use(keys, count, form, token) for each word of the sentence spelt with the noise.
template <class Use>
void for_each_word(const TreebankSentence& sentence, const Noise& noise, Random& random, Use use) {
  std::array<uint64_t, kMaxWordFeatures> keys;
  Letters form, token;
  uint32_t last_token = UINT32_MAX;
  for (size_t w = 0; w < sentence.words.size(); ++w) {
    const TreebankWord& word = sentence.words[w];
    const TreebankToken& owner = sentence.tokens[word.token];
    if (word.token != last_token) {
      token = owner.plain;
      spoil(token, noise, random);
      shape_letters(token);
      last_token = word.token;
    }
    if (owner.words == 1) {
      form = token;
    } else {
      form = word.plain;
      spoil(form, noise, random);
      shape_letters(form);
    }
    const size_t count = find_word_features({.form = &form,
                                             .token = &token,
                                             .part = static_cast<uint8_t>(w - owner.first_word),
                                             .parts = static_cast<uint8_t>(owner.words),
                                             .punctuation = owner.kind == TokenKind::kPunctuation,
                                             .space_before = owner.space_before},
                                            keys);
    use(keys, count, form, token);
  }
}

}  // namespace isnad::train
