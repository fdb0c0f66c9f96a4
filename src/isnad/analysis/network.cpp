// SPDX-License-Identifier: Apache-2.0
// See network.h. The trainer has its own forward pass, which keeps what the gradients need; a test
// compares.
#include "isnad/analysis/network.h"

#include <algorithm>

#include "isnad/analysis/kernel.h"

namespace isnad {
namespace {

void fill_rows(std::vector<float>& rows, size_t n, const float* bias, size_t columns) {
  if (rows.size() < n * columns) rows.resize(n * columns);
  for (size_t t = 0; t < n; ++t)
    std::copy(bias, bias + columns, rows.begin() + static_cast<std::ptrdiff_t>(t * columns));
}

}  // namespace

bool NetworkShape::plausible() const {
  const auto fits = [](uint32_t value, uint32_t most) {
    return value >= 16 && value <= most && value % 16 == 0;
  };
  return fits(vector, 512) && fits(input, 1024) && fits(hidden, 1024) && layers >= 1 &&
         layers <= kMaxLayers && tag_layer >= 1 && tag_layer <= layers && fits(arc, 512) &&
         fits(label, 512) && fits(tags, 256) && fits(labels, 256);
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

void Network::start(size_t n, NetworkWorkspace& work) const {
  work.input.assign(n * shape_.input, 0.0F);
}

void Network::add_vectors(std::span<const float> vectors, size_t n, NetworkWorkspace& work) const {
  kernel::multiply_add(vectors.data(), shape_.vector, at(layout_.vectors), shape_.input,
                       work.input.data(), shape_.input, n, shape_.vector, shape_.input);
}

void Network::run(size_t n, bool with_arcs, NetworkWorkspace& work) const {
  const size_t hidden = shape_.hidden, output = shape_.output(), gates = 6 * hidden;
  work.state.resize(hidden);
  const float* below = work.input.data();
  for (uint32_t l = 0; l < shape_.layers; ++l) {
    const NetworkLayout::Layer& place = layout_.layers[l];
    const size_t inputs = shape_.layer_input(l);
    fill_rows(work.gates, n, at(place.bias), gates);
    kernel::multiply_add(below, inputs, at(place.gates), gates, work.gates.data(), gates, n, inputs,
                         gates);
    std::vector<float>& above = work.layer[l % 2];
    if (above.size() < n * output) above.resize(n * output);
    for (size_t d = 0; d < 2; ++d) {
      const float* peeps = at(place.peeps) + 2 * d * hidden;
      kernel::recurrent_pass(work.gates.data() + 3 * d * hidden, gates, peeps, peeps + hidden,
                             above.data() + d * hidden, output, work.state.data(), n, hidden,
                             d == 1);
    }
    if (inputs == output) kernel::add(above.data(), below, n * output);
    below = above.data();
    if (l + 1 == shape_.tag_layer) {
      fill_rows(work.tag_scores, n, at(layout_.tag_bias), shape_.tags);
      kernel::multiply_add(below, output, at(layout_.tag), shape_.tags, work.tag_scores.data(),
                           shape_.tags, n, output, shape_.tags);
    }
  }
  if (!with_arcs) return;
  const size_t views = shape_.views();
  fill_rows(work.views, n, at(layout_.view_bias), views);
  kernel::multiply_add(below, output, at(layout_.view), views, work.views.data(), views, n, output,
                       views);
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
  fill_rows(work.queries, n, at(layout_.head_bias), arc);
  kernel::multiply_add(work.views.data(), views, at(layout_.bilinear), arc, work.queries.data(),
                       arc, n, arc, arc);
  if (work.arcs.size() < n * columns) work.arcs.resize(n * columns);
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
  if (work.queries.size() < n * label) work.queries.resize(n * label);
  for (size_t t = 0; t < n; ++t) {
    const float* dependent = work.views.data() + t * views + first;
    const float* head = heads[t] >= n ? at(layout_.root_label)
                                      : work.views.data() + heads[t] * views + first + label;
    kernel::relu_of_sum(dependent, head, work.queries.data() + t * label, label);
  }
  fill_rows(work.label_scores, n, at(layout_.label_bias), shape_.labels);
  kernel::multiply_add(work.queries.data(), label, at(layout_.label), shape_.labels,
                       work.label_scores.data(), shape_.labels, n, label, shape_.labels);
}

}  // namespace isnad
