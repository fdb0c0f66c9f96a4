// SPDX-License-Identifier: Apache-2.0
// The network that tags and attaches: its shape, where each weight stands in one flat array, and
// the pass over a sentence. Comes in: embedding rows of words. Goes out: tag scores, arc scores,
// label vectors.
//
// For word t: x_t = sum of its feature rows + V·(its news vector). Layers of two gated recurrences
// (forwards, backwards) follow, simple recurrent units after Lei et al. 2018 (no matrix on the
// recurrent path, so a sentence is one matrix product and a cheap elementwise scan):
//   f = σ(F·x + p_f∘c'),  c = f∘c' + (1-f)∘tanh(C·x),  o = σ(O·x + p_o∘c),  h = o∘tanh(c)
// where c' is the neighbour's c; a layer's output is both directions' h, plus its input from the
// second layer on. Tags are read off layer `tag_layer`, arcs and labels off the last. Arcs are
// scored as by Dozat and Manning 2017 (a bilinear form over two ReLU views) plus a term for the
// distance.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "isnad/analysis/quantised.h"

namespace isnad {

// All multiples of 16, but for `layers` and `tag_layer` (counted from 1).
struct NetworkShape {
  uint32_t vector = 64;
  uint32_t input = 128;
  uint32_t hidden = 96;
  uint32_t layers = 3;
  uint32_t tag_layer = 2;
  uint32_t arc = 96;
  uint32_t label = 64;
  uint32_t tags = 64;    // outputs: UPOS, then each feature's values, then nothing
  uint32_t labels = 48;  // outputs: Deprel values
  friend bool operator==(const NetworkShape&, const NetworkShape&) = default;

  [[nodiscard]] uint32_t output() const { return 2 * hidden; }
  [[nodiscard]] uint32_t layer_input(uint32_t layer) const { return layer == 0 ? input : output(); }
  [[nodiscard]] uint32_t views() const { return 2 * arc + 2 * label; }
  // Whether all sizes are in the range that a model may have.
  [[nodiscard]] bool plausible() const;
};

inline constexpr uint32_t kMaxLayers = 4;
inline constexpr uint32_t kDistances = 32;  // buckets of head minus dependent, bucket 0: the root
[[nodiscard]] uint32_t distance_bucket(uint32_t dependent, uint32_t head);

// Places of the weight blocks, in floats from the start. Matrices are [inputs × outputs], row after
// row.
struct NetworkLayout {
  explicit NetworkLayout(const NetworkShape& shape);

  size_t vectors;  // vector × input
  struct Layer {
    size_t gates;  // layer input × 6·hidden: forwards candidate, forget, output; then backwards
    size_t bias;   // 6·hidden
    size_t peeps;  // 4·hidden: forwards forget, output; backwards forget, output
  };
  Layer layers[kMaxLayers];
  size_t tag, tag_bias;  // output × tags
  size_t view,
      view_bias;  // output × views: arc dependent, arc head (ReLU), label dependent, label head
  size_t root_head, root_label;  // arc; label
  size_t bilinear, head_bias;    // arc × arc; arc
  size_t distance;               // kDistances
  size_t label, label_bias;      // label × labels
  size_t size;
};

// Activations of one sentence; grows to the longest and stays.
struct NetworkWorkspace {
  std::vector<float> input;                 // m × input: sums of feature rows
  std::vector<float> vectors;               // m × vector: news vectors
  std::vector<float> entered;               // m × 6·hidden: what `enter` makes of them
  std::vector<float> gates;                 // n × 6·hidden, from the second layer on
  std::vector<const float*> rows_of_gates;  // n: where each word's are
  QuantisedRows rows;                       // what a product is given
  std::vector<float> layer[2];              // n × output, taken in turns
  std::vector<float> state;                 // hidden
  std::vector<float> tag_scores;            // n × tags
  std::vector<float> views;                 // n × views
  std::vector<float> heads;         // arc × columns: views of possible heads, column 0 the root
  std::vector<float> queries;       // n × arc
  std::vector<float> arcs;          // n × columns
  std::vector<float> label_scores;  // n × labels
  uint32_t columns = 0;             // n + 1 rounded up to 16
};

class Network {
 public:
  Network() : layout_(NetworkShape{}) {}
  // Keeps a view of `weights`, and the matrices rounded. Some milliseconds.
  Network(const NetworkShape& shape, std::span<const float> weights);

  [[nodiscard]] const NetworkShape& shape() const { return shape_; }
  // Makes `work.input` and `work.vectors` m rows of zeros.
  void start(size_t m, NetworkWorkspace& work) const;
  // From both to `work.entered`: the first layer's gates before their nonlinearity. A word's row
  // depends on the word alone.
  void enter(size_t m, NetworkWorkspace& work) const;
  // From the first layer's gates, n rows of `gates()` floats at `work.rows_of_gates`, to
  // `tag_scores`, `views` and, if `with_arcs`, `arcs` (quadratic in n).
  void run(size_t n, bool with_arcs, NetworkWorkspace& work) const;
  // From the chosen heads (index, or n for the root) to `label_scores`.
  void score_labels(std::span<const uint32_t> heads, NetworkWorkspace& work) const;
  [[nodiscard]] size_t gates() const { return 6 * size_t{shape_.hidden}; }

 private:
  void run_cells(uint32_t layer, size_t n, float* above, NetworkWorkspace& work) const;
  void score_arcs(size_t n, NetworkWorkspace& work) const;
  [[nodiscard]] const float* at(size_t place) const { return weights_.data() + place; }
  NetworkShape shape_;
  NetworkLayout layout_;
  std::span<const float> weights_;
  QuantisedMatrix vectors_, layers_[kMaxLayers], tag_, view_, bilinear_, label_;
};

}  // namespace isnad
