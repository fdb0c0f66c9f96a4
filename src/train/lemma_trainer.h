// SPDX-License-Identifier: Apache-2.0
// Learns lemmas: for each form and tag the lemma that training gives most often, and for the rest
// how letters of a form become letters of its lemma (isnad/analysis/lemma_speller.h), by an
// averaged perceptron over aligned pairs.
#pragma once

#include <vector>

#include "train/segment_trainer.h"
#include "train/treebank.h"

namespace isnad::train {

struct LemmaOptions {
  uint32_t epochs = 8;
  uint32_t weight_bits = 19;
  uint32_t edit_min_count = 3;
  uint64_t seed = 1;
};

struct TrainedLemmas {
  std::vector<uint32_t> slots;
  std::vector<int16_t> edit_weights;
  ListTableData edits;
};

[[nodiscard]] TrainedLemmas train_lemmas(const std::vector<TreebankSentence>& sentences,
                                         StringTableBuilder& strings, const LemmaOptions& options,
                                         const Progress& progress);

// For each letter of `form` and for its end, the part of `lemma` it becomes, with '=' for the
// letter itself: القرى, قَريَة gives "", "", "=َ", "=", "يَ", "ة".
[[nodiscard]] std::vector<std::u16string> align_lemma(std::u16string_view form,
                                                      std::u16string_view lemma);

}  // namespace isnad::train
