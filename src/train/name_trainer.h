// SPDX-License-Identifier: Apache-2.0
// Learns the weights of names: an averaged perceptron over whole label sequences, features met too
// seldom or weighing too little left out.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "isnad/mention/name/name_features.h"

namespace isnad::train {

// A sentence as keys: those of token t stand in [begin[t], begin[t+1]).
struct NameExample {
  std::vector<uint64_t> keys;
  std::vector<uint32_t> begin;
  std::vector<uint8_t> labels;
};

struct NameTrainerOptions {
  uint32_t epochs = 16;
  uint32_t least_count = 2;  // a feature met less often gets no weight
  float hidden = 0.35F;      // share of the features hidden while learning: unknown words teach too
  size_t most_rows = 180000;  // the heaviest are kept
  uint64_t seed = 1;
};

struct TrainedNames {
  std::vector<uint32_t> feature_slots;
  std::vector<int8_t> feature_rows;  // kNameRow a row
  std::vector<float> feature_scales;
  std::vector<float> steps;  // kNameLabels × kNameLabels
};

// Deterministic for a seed. `after_epoch` receives the epoch's number and its share of tokens
// right.
[[nodiscard]] TrainedNames learn_names(const std::vector<NameExample>& examples,
                                       const NameTrainerOptions& options,
                                       const std::function<void(uint32_t, double)>& after_epoch);

// Clusters of rows of vectors by k-means over unit length; 1 … count, one a row.
[[nodiscard]] std::vector<uint16_t> cluster_vectors(const RowTable& vectors, uint32_t count,
                                                    uint64_t seed);

}  // namespace isnad::train
