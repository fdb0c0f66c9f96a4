// SPDX-License-Identifier: Apache-2.0
// Trees are trees whatever the scores, and the best one where a brute search can say which that is.
#include "isnad/analysis/tree.h"

#include <gtest/gtest.h>

#include <functional>
#include <limits>
#include <random>

namespace isnad {
namespace {

constexpr size_t kStride = 16;

bool is_tree(const std::vector<uint32_t>& heads) {
  const size_t n = heads.size();
  size_t roots = 0;
  for (size_t i = 0; i < n; ++i) {
    roots += heads[i] == n;
    size_t up = i;
    for (size_t steps = 0; up != n; ++steps) {
      if (steps > n || heads[up] == up) return false;
      up = heads[up];
    }
  }
  return roots == 1;
}

float score_of(const std::vector<float>& scores, size_t stride,
               const std::vector<uint32_t>& heads) {
  float sum = 0;
  for (size_t i = 0; i < heads.size(); ++i)
    sum += scores[i * stride + (heads[i] == heads.size() ? 0 : heads[i] + 1)];
  return sum;
}

float best_score(const std::vector<float>& scores, size_t n) {
  float best = -std::numeric_limits<float>::infinity();
  std::vector<uint32_t> heads(n);
  const std::function<void(size_t)> choose = [&](size_t i) {
    if (i == n) {
      if (is_tree(heads)) best = std::max(best, score_of(scores, kStride, heads));
      return;
    }
    for (uint32_t h = 0; h <= n; ++h) {
      heads[i] = h;
      choose(i + 1);
    }
  };
  choose(0);
  return best;
}

TEST(BestTree, FindsTheBestTreeOfSmallSentences) {
  std::mt19937 random(1);
  TreeWorkspace work;
  for (int round = 0; round < 600; ++round) {
    const size_t n = 1 + random() % 5;
    std::vector<float> scores(n * kStride);
    for (float& score : scores) score = static_cast<float>(random() % 41);
    // One word clearly likes the root, so that the choice of root is no toss-up.
    for (size_t i = 0; i < n; ++i) scores[i * kStride] = i == 0 ? 60.0F : -60.0F;
    std::vector<uint32_t> heads(n);
    best_tree(scores, kStride, n, heads, work);
    ASSERT_TRUE(is_tree(heads));
    ASSERT_EQ(score_of(scores, kStride, heads), best_score(scores, n)) << "round " << round;
  }
}

TEST(BestTree, IsATreeWhateverTheScores) {
  std::mt19937 random(2);
  TreeWorkspace work;
  const float odd[] = {0.0F, std::numeric_limits<float>::quiet_NaN(),
                       std::numeric_limits<float>::infinity(),
                       -std::numeric_limits<float>::infinity(), 1e30F};
  for (int round = 0; round < 300; ++round) {
    const size_t n = 1 + random() % 60, stride = (n + 16) / 16 * 16;
    std::vector<float> scores(n * stride);
    for (float& score : scores) {
      score = random() % 4 == 0 ? odd[random() % 5] : static_cast<float>(random() % 2001) - 1000.0F;
    }
    std::vector<uint32_t> heads(n);
    best_tree(scores, stride, n, heads, work);
    ASSERT_TRUE(is_tree(heads)) << "round " << round;
  }
}

}  // namespace
}  // namespace isnad
