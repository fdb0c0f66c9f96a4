// SPDX-License-Identifier: Apache-2.0
// Learns lemmas: for each form and tag, for each form without its article, and for each lemma's
// letters the lemma that training gives most often; and for the rest how to spell it
// (lemma_speller_trainer.h).
#pragma once

#include <vector>

#include "train/lemma_speller_trainer.h"
#include "train/treebank.h"

namespace isnad::train {

struct TrainedLemmas {
  std::vector<uint32_t> slots;
  TrainedSpeller speller;
};

[[nodiscard]] TrainedLemmas train_lemmas(const std::vector<TreebankSentence>& sentences,
                                         StringTableBuilder& strings, const SpellerOptions& options,
                                         const Progress& progress);

}  // namespace isnad::train
