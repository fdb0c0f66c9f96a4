// SPDX-License-Identifier: Apache-2.0
// Adam (Kingma and Ba 2015): each weight's step by the running mean of its gradient over the root
// of the running mean of its square, both freed of their start at zero.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace isnad::train {

class Adam {
 public:
  Adam() = default;
  explicit Adam(size_t weights) : mean_(weights, 0.0F), variance_(weights, 0.0F) {}

  // Of all updates so far, this one counted; hold it still while the parts of one update are made.
  struct Update {
    float step;
    float scale;  // of the gradient
    float mean_fix, variance_fix;
  };
  [[nodiscard]] static Update at(uint64_t count, float step, float scale);

  // Moves `size` weights, the first of them the optimiser's `begin`-th, against `gradient`.
  void move(const Update& update, size_t begin, float* weights, const float* gradient, size_t size);

 private:
  std::vector<float> mean_, variance_;
};

}  // namespace isnad::train
