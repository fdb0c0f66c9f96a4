// SPDX-License-Identifier: Apache-2.0
// Random numbers that are the same everywhere for the same seed (the standard's distributions are
// not).
#pragma once

#include <cstdint>
#include <vector>

namespace isnad::train {

class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15ULL + 0x1234567) {}
  uint64_t next() {  // splitmix64
    uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
  }
  // In [0, 1).
  float share() { return static_cast<float>(next() >> 40) * (1.0F / 16777216.0F); }
  bool chance(float probability) { return share() < probability; }
  uint32_t below(uint32_t bound) { return static_cast<uint32_t>((next() >> 32) * bound >> 32); }
  // Roughly normal, mean 0, deviation 1.
  float normal() {
    float sum = 0;
    for (int i = 0; i < 12; ++i) sum += share();
    return sum - 6.0F;
  }

 private:
  uint64_t state_;
};

template <class T>
void shuffle(std::vector<T>& values, Random& random) {
  for (size_t i = values.size(); i > 1; --i)
    std::swap(values[i - 1], values[random.below(static_cast<uint32_t>(i))]);
}

}  // namespace isnad::train
