// SPDX-License-Identifier: Apache-2.0
// What the network sees of a word: keys of its spelling, its folded spelling, its ends, its shape
// and its place in its token. Each key has an embedding row if training met it often enough.
// docs/decisions/0010 lists why.
#pragma once

#include <array>
#include <cstdint>

#include "isnad/analysis/spelling.h"

namespace isnad {

inline constexpr size_t kMaxWordFeatures = 16;

struct WordInToken {
  const Letters* form = nullptr;   // shaped letters of the word
  const Letters* token = nullptr;  // shaped letters of its whole token
  uint8_t part = 0;                // which word of the token
  uint8_t parts = 1;               // of how many
  bool punctuation = false;
  bool space_before = true;
};

// Writes the keys; returns how many. The kinds of key are fixed: changing them changes the model
// version.
size_t find_word_features(const WordInToken& word, std::array<uint64_t, kMaxWordFeatures>& keys);

}  // namespace isnad
