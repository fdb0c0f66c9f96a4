// SPDX-License-Identifier: Apache-2.0
// See adam.h.
#include "train/adam.h"

#include <cmath>

namespace isnad::train {
namespace {

constexpr float kKeepMean = 0.9F, kKeepVariance = 0.98F;

}  // namespace

Adam::Update Adam::at(uint64_t count, float step, float scale) {
  const auto updates = static_cast<float>(count);
  return {step, scale, 1.0F / (1.0F - std::pow(kKeepMean, updates)),
          1.0F / (1.0F - std::pow(kKeepVariance, updates))};
}

void Adam::move(const Update& update, size_t begin, float* weights, const float* gradient,
                size_t size) {
  float* mean = mean_.data() + begin;
  float* variance = variance_.data() + begin;
  for (size_t i = 0; i < size; ++i) {
    const float d = gradient[i] * update.scale;
    mean[i] = kKeepMean * mean[i] + (1.0F - kKeepMean) * d;
    variance[i] = kKeepVariance * variance[i] + (1.0F - kKeepVariance) * d * d;
    weights[i] -= update.step * mean[i] * update.mean_fix /
                  (std::sqrt(variance[i] * update.variance_fix) + 1e-6F);
  }
}

}  // namespace isnad::train
