// SPDX-License-Identifier: Apache-2.0
// Gathers lemmas: for each form and tag the lemma that training gives most often.
#pragma once

#include <vector>

#include "train/segment_trainer.h"
#include "train/treebank.h"

namespace isnad::train {

struct TrainedLemmas {
  std::vector<uint32_t> slots;
};

[[nodiscard]] TrainedLemmas train_lemmas(const std::vector<TreebankSentence>& sentences, StringTableBuilder& strings);

}  // namespace isnad::train
