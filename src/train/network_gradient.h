// SPDX-License-Identifier: Apache-2.0
// One training step of the network on one sentence: forward pass with dropout, loss, gradients.
// Mirrors isnad/analysis/network.cpp, which it must equal when dropout is off
// (network_gradient_test.cpp).
#pragma once

#include <span>
#include <vector>

#include "isnad/analysis/network.h"
#include "train/random.h"

namespace isnad::train {

// What a sentence should come out as; -1 = not known, no loss.
struct NetworkTarget {
  std::vector<int32_t> upos;
  std::vector<int32_t> features;  // n × kFeatureGroupCount
  std::vector<int32_t> heads;     // index, n for the root
  std::vector<int32_t> labels;
};

struct Dropout {
  float input = 0;
  float layer = 0;
  float view = 0;
};

struct NetworkLoss {
  double tags = 0;
  double arcs = 0;
  double labels = 0;
  void add(const NetworkLoss& other) {
    tags += other.tags;
    arcs += other.arcs;
    labels += other.labels;
  }
};

// Matrices transposed for the backward pass; made anew after each update.
struct TransposedWeights {
  std::vector<float> layers[kMaxLayers];  // 6·hidden × input
  std::vector<float> tag, view, bilinear, label;
  void update(const NetworkShape& shape, const std::vector<float>& weights);
};

class NetworkGradient {
 public:
  explicit NetworkGradient(const NetworkShape& shape) : shape_(shape), layout_(shape) {}

  // `rows`: n × input, the sums of feature rows; `vectors`: n × vector. Adds to `gradient` (layout
  // of weights) and writes the gradient of `rows` to `row_gradient`. `learn` false: forward only,
  // for measuring.
  NetworkLoss step(const std::vector<float>& weights, const TransposedWeights& transposed,
                   std::span<const float> rows, std::span<const float> vectors,
                   const NetworkTarget& target, const Dropout& dropout, Random& random, bool learn,
                   std::vector<float>& gradient, std::vector<float>& row_gradient);

  // Of the last sentence: n × tags, and n × (n+1 rounded up) with column 0 the root.
  [[nodiscard]] const std::vector<float>& tag_scores() const { return tag_scores_; }
  [[nodiscard]] const std::vector<float>& arcs() const { return arcs_; }
  [[nodiscard]] size_t columns() const { return columns_; }
  // Labels of the last sentence for other heads than the target's.
  [[nodiscard]] const std::vector<float>& label_scores() const { return label_scores_; }
  void score_labels(const std::vector<float>& weights, std::span<const int32_t> heads);

 private:
  struct Cell {  // activations of one direction of one layer, n × hidden each
    std::vector<float> candidate, forget, output, state, squashed;
  };
  struct LayerState {
    std::vector<float> gates, above, mask;
    Cell cells[2];
  };
  void run_layer(uint32_t l, const std::vector<float>& weights, const float* below, float drop,
                 Random& random);
  void run_cell(uint32_t l, size_t d, const std::vector<float>& weights);
  void back_layer(uint32_t l, const std::vector<float>& weights,
                  const TransposedWeights& transposed, const float* below,
                  std::vector<float>& gradient);
  void back_cell(uint32_t l, size_t d, const std::vector<float>& weights,
                 std::vector<float>& gradient);
  double tag_loss(const NetworkTarget& target);
  void run_views(const std::vector<float>& weights, const float* top, const Dropout& dropout,
                 Random& random);
  double arc_loss(const NetworkTarget& target);
  double label_loss(const NetworkTarget& target);
  void back_views(const TransposedWeights& transposed, const NetworkTarget& target,
                  const float* top, std::vector<float>& gradient);

  NetworkShape shape_;
  NetworkLayout layout_;
  size_t n_ = 0, columns_ = 0;
  std::vector<float> input_, input_mask_;
  LayerState layers_[kMaxLayers];
  std::vector<float> tag_scores_, d_tags_;
  std::vector<float> views_, view_mask_, d_views_;
  std::vector<float> heads_, d_heads_t_, queries_, d_queries_, arcs_, d_arcs_, d_arcs_t_,
      head_rows_;
  std::vector<float> label_sum_, d_label_sum_, label_scores_, d_labels_;
  std::vector<float> d_top_, d_gates_, carry_;
};

}  // namespace isnad::train
