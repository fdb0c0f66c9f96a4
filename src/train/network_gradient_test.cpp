// SPDX-License-Identifier: Apache-2.0
// Gradients against differences, and the trainer's forward pass against the runtime's.
#include "train/network_gradient.h"

#include <gtest/gtest.h>

#include <cmath>

#include "isnad/analysis/tag_layout.h"
#include "isnad/analysis/tiny_model.h"

namespace isnad::train {
namespace {

constexpr size_t kWords = 5;

NetworkTarget some_target() {
  NetworkTarget target;
  target.upos = {3, 7, 15, 1, 7};
  target.features.assign(kWords * kFeatureGroupCount, 1);
  target.heads = {2, 0, 5, 2, 3};
  target.labels = {5, 8, 1, 10, 30};
  return target;
}

struct Setting {
  NetworkShape shape = TinyParts{}.shape;
  std::vector<float> weights = tiny_weights(NetworkLayout(shape).size, 9);
  std::vector<float> rows = tiny_weights(kWords * shape.input, 10);
  std::vector<float> vectors = tiny_weights(kWords * shape.vector, 11);
  NetworkGradient network{shape};
  Random random{1};

  NetworkLoss run(bool learn, std::vector<float>& gradient, std::vector<float>& row_gradient) {
    TransposedWeights transposed;
    transposed.update(shape, weights);
    gradient.assign(weights.size(), 0.0F);
    return network.step(weights, transposed, rows, vectors, some_target(), {}, random, learn,
                        gradient, row_gradient);
  }
  double loss() {
    std::vector<float> gradient, row_gradient;
    const NetworkLoss loss = run(false, gradient, row_gradient);
    return loss.tags + loss.arcs + loss.labels;
  }
};

double difference(Setting& setting, float& value) {
  constexpr float kStep = 2e-3F;
  const float was = value;
  value = was + kStep;
  const double above = setting.loss();
  value = was - kStep;
  const double below = setting.loss();
  value = was;
  return (above - below) / (2.0 * static_cast<double>(kStep));
}

TEST(NetworkGradient, AgreesWithDifferences) {
  Setting setting;
  std::vector<float> gradient, row_gradient;
  setting.run(true, gradient, row_gradient);
  size_t compared = 0, apart = 0;
  for (size_t i = 0; i < setting.weights.size(); i += 13) {
    const double expected = difference(setting, setting.weights[i]);
    ++compared;
    apart +=
        std::abs(expected - static_cast<double>(gradient[i])) > 0.02 + 0.03 * std::abs(expected);
  }
  for (size_t i = 0; i < setting.rows.size(); ++i) {
    const double expected = difference(setting, setting.rows[i]);
    ++compared;
    apart += std::abs(expected - static_cast<double>(row_gradient[i])) >
             0.02 + 0.03 * std::abs(expected);
  }
  // A ReLU that switches inside the step may disagree; more than one in a hundred may not.
  EXPECT_LE(apart * 100, compared) << apart << " of " << compared;
}

// The runtime's products are in bytes: scores of about ±2 come out so near.
constexpr float kRounding = 0.05F;

TEST(NetworkGradient, RunsForwardAsTheRuntimeDoes) {
  Setting setting;
  setting.loss();
  const Network runtime(setting.shape, setting.weights);
  NetworkWorkspace work;
  runtime.start(kWords, work);
  std::copy(setting.rows.begin(), setting.rows.end(), work.input.begin());
  std::copy(setting.vectors.begin(), setting.vectors.end(), work.vectors.begin());
  runtime.enter(kWords, work);
  for (size_t t = 0; t < kWords; ++t)
    work.rows_of_gates.push_back(work.entered.data() + t * runtime.gates());
  runtime.run(kWords, true, work);
  ASSERT_EQ(work.columns, setting.network.columns());
  for (size_t t = 0; t < kWords; ++t) {
    for (size_t j = 0; j < kTagOutputs; ++j) {
      ASSERT_NEAR(work.tag_scores[t * setting.shape.tags + j],
                  setting.network.tag_scores()[t * setting.shape.tags + j], kRounding);
    }
    for (size_t j = 0; j <= kWords; ++j) {
      ASSERT_NEAR(work.arcs[t * work.columns + j], setting.network.arcs()[t * work.columns + j],
                  kRounding);
    }
  }
  const std::vector<uint32_t> heads = {2, 0, 5, 2, 3};
  runtime.score_labels(heads, work);
  for (size_t i = 0; i < kWords * setting.shape.labels; ++i) {
    ASSERT_NEAR(work.label_scores[i], setting.network.label_scores()[i], kRounding);
  }
}

}  // namespace
}  // namespace isnad::train
