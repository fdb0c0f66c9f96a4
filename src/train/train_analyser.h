// SPDX-License-Identifier: Apache-2.0
// Trains the analyser from treebanks and writes its model file: `isnad train analyser`.
#pragma once

#include <filesystem>
#include <vector>

#include "isnad/base/result.h"
#include "train/lemma_trainer.h"
#include "train/network_trainer.h"
#include "train/segment_trainer.h"

namespace isnad::train {

struct AnalyserTrainingOptions {
  std::vector<std::filesystem::path>
      train;  // CoNLL-U; sentences given twice (by text) are used once, the one with a tree
  std::vector<std::filesystem::path> dev;  // measured and shown, never learnt from
  std::filesystem::path word_vectors;      // folder with words.txt and vectors.f16
  std::filesystem::path self_test;  // text, one sentence of spaced tokens a line; empty: none
  std::filesystem::path
      network_from;  // a model whose network and vectors are kept; empty: train anew
  std::filesystem::path output;
  size_t most_vectors = 60000;
  uint64_t seed = 1;
  SegmentOptions segment;
  SpellerOptions lemmas;
  NetworkOptions network;
};

// Minutes on two cores. The same file for the same inputs, seed and processor, with any number of
// threads.
[[nodiscard]] Result<bool> train_analyser(const AnalyserTrainingOptions& options,
                                          const Progress& progress);

}  // namespace isnad::train
