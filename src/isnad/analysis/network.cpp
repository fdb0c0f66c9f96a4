// SPDX-License-Identifier: Apache-2.0
// See network.h. The trainer has its own forward pass, which keeps what the gradients need; a test
// compares.
#include "isnad/analysis/network.h"

#include <algorithm>

#include "isnad/analysis/kernel.h"

namespace isnad {
namespace {

void grow(std::vector<float>& values, size_t size) {
  if (values.size() < size) values.resize(size);
}

}  // namespace

bool NetworkShape::plausible() const {
  const auto fits = [](uint32_t value, uint32_t most) {
    return value >= 16 && value <= most && value % 16 == 0;
  };
  return fits(vector, 512) && fits(input, 1024) && fits(hidden, 1024) && layers >= 1 &&
         layers <= kMaxLayers && tag_layer >= 1 && tag_layer <= layers && fits(arc, 512) &&
         fits(label, 512) && fits(tags, 256) && fits(labels, 256) &&
         input != output();  // else the first layer would add its input, which `run` has not
}

uint32_t distance_bucket(uint32_t dependent, uint32_t head) {
  const auto gap = static_cast<int64_t>(head) - static_cast<int64_t>(dependent);
  const int64_t size = gap < 0 ? -gap : gap;
  // 1 … 8 by themselves, then 9-12, 13-18, 19-30, more.
  const int64_t step = size <= 8 ? size : size <= 12 ? 9 : size <= 18 ? 10 : size <= 30 ? 11 : 12;
  return static_cast<uint32_t>(gap < 0 ? step : 12 + step);
}

NetworkLayout::NetworkLayout(const NetworkShape& s) {
  size_t next = 0;
  const auto take = [&next](size_t count) {
    const size_t place = next;
    next += (count + 15) / 16 * 16;
    return place;
  };
  vectors = take(size_t{s.vector} * s.input);
  for (uint32_t l = 0; l < kMaxLayers; ++l) {
    if (l < s.layers) {
      layers[l].gates = take(size_t{s.layer_input(l)} * 6 * s.hidden);
      layers[l].bias = take(size_t{6} * s.hidden);
      layers[l].peeps = take(size_t{4} * s.hidden);
    } else {
      layers[l] = {0, 0, 0};
    }
  }
  tag = take(size_t{s.output()} * s.tags);
  tag_bias = take(s.tags);
  view = take(size_t{s.output()} * s.views());
  view_bias = take(s.views());
  root_head = take(s.arc);
  root_label = take(s.label);
  bilinear = take(size_t{s.arc} * s.arc);
  head_bias = take(s.arc);
  distance = take(kDistances);
  label = take(size_t{s.label} * s.labels);
  label_bias = take(s.labels);
  size = next;
}

Network::Network(const NetworkShape& shape, std::span<const float> weights)
    : shape_(shape), layout_(shape), weights_(weights) {
  const size_t output = shape.output();
  vectors_ = QuantisedMatrix(at(layout_.vectors), nullptr, shape.vector, shape.input);
  for (uint32_t l = 0; l < shape.layers; ++l) {
    layers_[l] = QuantisedMatrix(at(layout_.layers[l].gates), at(layout_.layers[l].bias),
                                 shape.layer_input(l), gates());
  }
  tag_ = QuantisedMatrix(at(layout_.tag), at(layout_.tag_bias), output, shape.tags);
  view_ = QuantisedMatrix(at(layout_.view), at(layout_.view_bias), output, shape.views());
  bilinear_ = QuantisedMatrix(at(layout_.bilinear), at(layout_.head_bias), shape.arc, shape.arc);
  label_ = QuantisedMatrix(at(layout_.label), at(layout_.label_bias), shape.label, shape.labels);
}

void Network::start(size_t m, NetworkWorkspace& work) const {
  work.input.assign(m * shape_.input, 0.0F);
  work.vectors.assign(m * shape_.vector, 0.0F);
}

void Network::enter(size_t m, NetworkWorkspace& work) const {
  grow(work.entered, m * std::max<size_t>(gates(), shape_.input));
  work.rows.assign(work.vectors.data(), shape_.vector, m, shape_.vector);
  vectors_.multiply(work.rows, work.entered.data(), shape_.input);
  kernel::add(work.input.data(), work.entered.data(), m * shape_.input);
  work.rows.assign(work.input.data(), shape_.input, m, shape_.input);
  layers_[0].multiply(work.rows, work.entered.data(), gates());
}

void Network::run_cells(uint32_t layer, size_t n, float* above, NetworkWorkspace& work) const {
  const size_t hidden = shape_.hidden;
  for (size_t d = 0; d < 2; ++d) {
    const float* peeps = at(layout_.layers[layer].peeps) + 2 * d * hidden;
    kernel::recurrent_pass(work.rows_of_gates.data(), 3 * d * hidden, peeps, peeps + hidden,
                           above + d * hidden, 2 * hidden, work.state.data(), n, hidden, d == 1);
  }
}

void Network::run(size_t n, bool with_arcs, NetworkWorkspace& work) const {
  const size_t output = shape_.output(), views = shape_.views();
  work.state.resize(shape_.hidden);
  const uint32_t layers = with_arcs ? shape_.layers : shape_.tag_layer;
  for (uint32_t l = 0; l < layers; ++l) {
    std::vector<float>& above = work.layer[l % 2];
    grow(above, n * output);
    run_cells(l, n, above.data(), work);
    if (l > 0) kernel::add(above.data(), work.layer[1 - l % 2].data(), n * output);
    work.rows.assign(above.data(), output, n, output);
    if (l + 1 == shape_.tag_layer) {
      grow(work.tag_scores, n * shape_.tags);
      tag_.multiply(work.rows, work.tag_scores.data(), shape_.tags);
    }
    if (l + 1 == layers) break;
    grow(work.gates, n * gates());
    layers_[l + 1].multiply(work.rows, work.gates.data(), gates());
    for (size_t t = 0; t < n; ++t) work.rows_of_gates[t] = work.gates.data() + t * gates();
  }
  if (!with_arcs) return;
  grow(work.views, n * views);
  view_.multiply(work.rows, work.views.data(), views);
  for (size_t t = 0; t < n; ++t)
    kernel::relu(work.views.data() + t * views, 2 * size_t{shape_.arc});
  score_arcs(n, work);
}

void Network::score_arcs(size_t n, NetworkWorkspace& work) const {
  const size_t arc = shape_.arc, views = shape_.views(), columns = (n + 1 + 15) / 16 * 16;
  work.columns = static_cast<uint32_t>(columns);
  work.heads.assign(arc * columns, 0.0F);
  for (size_t k = 0; k < arc; ++k) {
    float* row = work.heads.data() + k * columns;
    row[0] = at(layout_.root_head)[k];
    for (size_t t = 0; t < n; ++t) row[t + 1] = work.views[t * views + arc + k];
  }
  grow(work.queries, n * arc);
  work.rows.assign(work.views.data(), views, n, arc);
  bilinear_.multiply(work.rows, work.queries.data(), arc);
  grow(work.arcs, n * columns);
  const float* distance = at(layout_.distance);
  for (uint32_t t = 0; t < n; ++t) {
    float* row = work.arcs.data() + t * columns;
    row[0] = distance[0];
    for (uint32_t h = 0; h < n; ++h) row[h + 1] = distance[distance_bucket(t, h)];
  }
  kernel::multiply_add(work.queries.data(), arc, work.heads.data(), columns, work.arcs.data(),
                       columns, n, arc, columns);
}

void Network::score_labels(std::span<const uint32_t> heads, NetworkWorkspace& work) const {
  const size_t n = heads.size(), views = shape_.views(), label = shape_.label,
               first = 2 * size_t{shape_.arc};
  grow(work.queries, n * label);
  for (size_t t = 0; t < n; ++t) {
    const float* dependent = work.views.data() + t * views + first;
    const float* head = heads[t] >= n ? at(layout_.root_label)
                                      : work.views.data() + heads[t] * views + first + label;
    kernel::relu_of_sum(dependent, head, work.queries.data() + t * label, label);
  }
  grow(work.label_scores, n * shape_.labels);
  work.rows.assign(work.queries.data(), label, n, label);
  label_.multiply(work.rows, work.label_scores.data(), shape_.labels);
}

}  // namespace isnad
