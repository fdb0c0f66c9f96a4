// SPDX-License-Identifier: Apache-2.0
// Logistic regression over sparse features with soft labels and an L2 penalty, by L-BFGS.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace isnad::train {

struct SparseFeature {
  uint32_t index = 0;
  float value = 1;
};

struct LogisticExample {
  std::vector<SparseFeature> features;
  float label = 0;   // 0…1: the share of judges who say yes
  float weight = 1;  // 0: left out
};

struct LogisticModel {
  std::vector<double> weights;
  double bias = 0;
  [[nodiscard]] double probability(const std::vector<SparseFeature>& features) const;
};

struct LogisticOptions {
  double penalty = 3;  // L2, on every weight but the bias
  int iterations = 100;
};

// Deterministic. `size`: number of features. Linear in iterations times features present.
[[nodiscard]] LogisticModel fit_logistic(const std::vector<LogisticExample>& examples, size_t size,
                                         const LogisticOptions& options);

}  // namespace isnad::train
