// SPDX-License-Identifier: Apache-2.0
// Learns how the letters of a form become the letters of its lemma
// (isnad/analysis/lemma_speller.h): an averaged perceptron over aligned pairs, in a seeded order.
#pragma once

#include <string>
#include <vector>

#include "isnad/analysis/lemma_speller.h"
#include "train/segment_trainer.h"

namespace isnad::train {

struct SpellerOptions {
  uint32_t epochs = 8;
  uint32_t weight_bits = 19;
  uint32_t edit_min_count = 3;
  uint64_t seed = 1;
};

struct TrainedSpeller {
  std::vector<int16_t> edit_weights;
  ListTableData edits;
};

// A form with its tag, and what becomes of each of its letters (align_lemma).
struct SpelledPair {
  Letters form;
  Upos upos;
  Features features;
  std::vector<std::u16string> edits;
};

[[nodiscard]] TrainedSpeller train_speller(std::vector<SpelledPair> pairs,
                                           StringTableBuilder& strings,
                                           const SpellerOptions& options, const Progress& progress);

// For each letter of `form` and for its end, the part of `lemma` it becomes, with '=' for the
// letter itself: قرى, قَريَة gives "=َ", "=", "يَ", "ة".
[[nodiscard]] std::vector<std::u16string> align_lemma(std::u16string_view form,
                                                      std::u16string_view lemma);

}  // namespace isnad::train
