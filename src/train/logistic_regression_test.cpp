// SPDX-License-Identifier: Apache-2.0
#include "train/logistic_regression.h"

#include <gtest/gtest.h>

namespace isnad::train {
namespace {

TEST(LogisticRegression, FindsTheShareOfEachFeature) {
  // Feature 0 goes with yes three times in four, feature 1 once in four.
  std::vector<LogisticExample> examples = {{{{0, 1}}, 0.75F, 100}, {{{1, 1}}, 0.25F, 100}};
  const auto model = fit_logistic(examples, 2, {.penalty = 1e-3, .iterations = 100});
  EXPECT_NEAR(model.probability({{0, 1}}), 0.75, 0.01);
  EXPECT_NEAR(model.probability({{1, 1}}), 0.25, 0.01);
}

TEST(LogisticRegression, PullsWeightsTowardsNoughtByItsPenalty) {
  std::vector<LogisticExample> examples = {{{{0, 1}}, 1, 1}, {{}, 0, 1}};
  const auto free = fit_logistic(examples, 1, {.penalty = 0.01, .iterations = 100});
  const auto bound = fit_logistic(examples, 1, {.penalty = 100, .iterations = 100});
  EXPECT_GT(free.weights[0], 1.0);
  EXPECT_LT(bound.weights[0], 0.1);
}

TEST(LogisticRegression, LeavesOutExamplesWithoutWeight) {
  std::vector<LogisticExample> examples = {{{{0, 1}}, 1, 1}, {{{0, 1}}, 0, 0}};
  const auto model = fit_logistic(examples, 1, {.penalty = 0.01, .iterations = 100});
  EXPECT_GT(model.probability({{0, 1}}), 0.9);
}

}  // namespace
}  // namespace isnad::train
