// SPDX-License-Identifier: Apache-2.0
// What the tagger of names sees of a token: its word without clitics, letters at its ends, tag,
// cluster of its news vector, what the lexicon's tables say, the head it hangs on, and the same of
// its neighbours. Comes in: an analysed text. Goes out: keys, as letters_key makes them.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "isnad/analysis/analysis.h"
#include "isnad/analysis/tables.h"
#include "isnad/mention/actor/token_facts.h"

namespace isnad {

inline constexpr size_t kMostNameFeatures = 80;

// Clusters of the analyser's news vectors, one element a vector.
struct WordClusters {
  std::span<const uint16_t> fine, coarse;
};

struct NameWord {
  uint64_t stem = 0;      // folded, clitics and article aside
  uint64_t token = 0;     // folded, whole
  uint64_t bare = 0;      // the stem without its article
  uint64_t ends[8] = {};  // first and last 1 … 4 letters of the stem; 0 where it is shorter
  uint64_t head = 0;      // the stem it hangs on, 0 for none
  uint32_t fine = 0, coarse = 0;  // clusters, 0 for none
  uint32_t facts = 0;             // what tables say, as bits
  uint8_t upos = 0, deprel = 0, clitics = 0, shape = 0;
};

// The words of a text, one a token. Linear.
void read_name_words(const TokenTable& tokens, const Analysis& analysis, const RowTable& vectors,
                     const WordClusters& clusters, std::vector<NameWord>& out);

// Keys of token `at` of a sentence; how many. Kinds are fixed: changing them changes the model.
size_t find_name_features(std::span<const NameWord> sentence, size_t at,
                          std::array<uint64_t, kMostNameFeatures>& keys);

}  // namespace isnad
