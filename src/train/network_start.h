// SPDX-License-Identifier: Apache-2.0
// What training starts from: the features that get a row of numbers, and weights drawn at random.
#pragma once

#include <cstdint>
#include <vector>

#include "train/network_trainer.h"
#include "train/random.h"

namespace isnad::train {

struct FeatureRows {
  std::vector<uint32_t> slots;  // for KeyTable: feature key to row
  size_t count = 0;
};

// Keys met at least `options.feature_min_count` times, the most frequent first, of equals the one
// met first; noise counted in as training will make it.
[[nodiscard]] FeatureRows gather_feature_rows(const std::vector<TreebankSentence>& sentences,
                                              const NetworkOptions& options);

// Weights as NetworkLayout places them, scaled by the size of each matrix (Glorot and Bengio 2010).
[[nodiscard]] std::vector<float> draw_weights(const NetworkShape& shape, Random& random);

}  // namespace isnad::train
