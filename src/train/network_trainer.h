// SPDX-License-Identifier: Apache-2.0
// Trains the network on treebank sentences: tags on all of them, arcs and labels on those with
// trees. Adam with a falling step; minibatches cut into a fixed number of shards whose gradients
// are summed in order, so that the result depends on the seed alone and not on the threads.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "isnad/analysis/network.h"
#include "train/noise.h"
#include "train/treebank.h"
#include "train/word_vectors.h"

namespace isnad::train {

struct NetworkOptions {
  NetworkShape shape;
  uint32_t epochs = 30;
  float tag_only_share = 0.25F;  // of the sentences without trees, how many join each epoch
  uint32_t batch_words = 400;
  uint32_t feature_min_count = 4;
  float step = 2e-3F;
  float input_dropout = 0.2F;
  float layer_dropout = 0.33F;
  float view_dropout = 0.33F;
  float word_dropout = 0.15F;  // chance that a word's spelling and vector are hidden
  NoiseOptions noise;
  uint64_t seed = 1;
  uint32_t threads = 2;
};

struct TrainedNetwork {
  NetworkShape shape;
  std::vector<float> weights;
  std::vector<uint32_t> feature_slots;
  std::vector<int8_t> feature_rows;
  std::vector<float> feature_scales;
};

using Progress = std::function<void(const std::string&)>;

// `dev`: gold words with trees, measured after each epoch and shown, not used for choices.
[[nodiscard]] TrainedNetwork train_network(const std::vector<TreebankSentence>& sentences,
                                           const std::vector<TreebankSentence>& dev,
                                           const WordVectors& vectors,
                                           const NetworkOptions& options, const Progress& progress);

}  // namespace isnad::train
