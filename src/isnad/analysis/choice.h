// SPDX-License-Identifier: Apache-2.0
// The best and the second best of a row of scores, and how far they lie apart.
#pragma once

#include <cmath>
#include <cstdint>

namespace isnad {

// Places in the row; the row's size where there is none.
struct Choice {
  uint32_t best;
  uint32_t second;
};

// Of scores[0…size) for which `allowed` holds; the first of equals.
template <class Allowed>
[[nodiscard]] Choice choose(const float* scores, uint32_t size, Allowed allowed) {
  Choice choice{size, size};
  for (uint32_t i = 0; i < size; ++i) {
    if (!allowed(i)) continue;
    if (choice.best == size || scores[i] > scores[choice.best]) {
      choice.second = choice.best;
      choice.best = i;
    } else if (choice.second == size || scores[i] > scores[choice.second]) {
      choice.second = i;
    }
  }
  return choice;
}

// How far the best one's share of the softmax leads the second one's, 0 … 1.
template <class Allowed>
[[nodiscard]] float lead_of(const float* scores, uint32_t size, Choice choice, Allowed allowed) {
  if (choice.second == size) return 1;
  constexpr float kNothing = -12;  // e^-12 of a share does not show in a margin of 255 steps
  float sum = 0;
  for (uint32_t i = 0; i < size; ++i) {
    const float gap = scores[i] - scores[choice.best];
    if (gap > kNothing && allowed(i)) sum += std::exp(gap);
  }
  return (1.0F - std::exp(scores[choice.second] - scores[choice.best])) / sum;
}

}  // namespace isnad
