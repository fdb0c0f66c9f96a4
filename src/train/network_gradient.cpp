// SPDX-License-Identifier: Apache-2.0
// See network_gradient.h: the step, its forward pass and its losses; the way back is
// network_backward.cpp. d_x is the gradient of the loss by x; matrices multiply through
// analysis/kernel.h.
#include "train/network_gradient.h"

#include <algorithm>
#include <cmath>

#include "isnad/analysis/kernel.h"
#include "isnad/analysis/tag_layout.h"
#include "train/rows.h"

namespace isnad::train {
namespace {

// 0 or 1/(1-p) a place.
void draw_mask(std::vector<float>& mask, size_t size, float p, Random& random) {
  mask.resize(size);
  const float keep = 1.0F / (1.0F - p);
  for (float& m : mask) m = p > 0 && random.chance(p) ? 0.0F : keep;
}

// Cross entropy of the softmax over scores[0…size) and its gradient times `weight`; skips -inf.
double softmax_loss(const float* scores, size_t size, size_t gold, float weight, float* gradient) {
  const float most = *std::max_element(scores, scores + size);
  float sum = 0;
  for (size_t i = 0; i < size; ++i) sum += gradient[i] = std::exp(scores[i] - most);
  for (size_t i = 0; i < size; ++i) gradient[i] *= weight / sum;
  const double loss = std::log(static_cast<double>(sum)) - static_cast<double>(scores[gold] - most);
  gradient[gold] -= weight;
  return loss * static_cast<double>(weight);
}

constexpr float kFeatureWeight = 0.2F;

}  // namespace

void TransposedWeights::update(const NetworkShape& s, const std::vector<float>& weights) {
  const NetworkLayout place(s);
  const float* w = weights.data();
  for (uint32_t l = 0; l < s.layers; ++l)
    transpose(w + place.layers[l].gates, s.layer_input(l), 6 * s.hidden, layers[l]);
  transpose(w + place.tag, s.output(), s.tags, tag);
  transpose(w + place.view, s.output(), s.views(), view);
  transpose(w + place.bilinear, s.arc, s.arc, bilinear);
  transpose(w + place.label, s.label, s.labels, label);
}

void NetworkGradient::run_cell(uint32_t l, size_t d, const std::vector<float>& weights) {
  const size_t hidden = shape_.hidden, stride = 6 * hidden;
  LayerState& layer = layers_[l];
  Cell& cell = layer.cells[d];
  for (auto* values : {&cell.candidate, &cell.forget, &cell.output, &cell.state, &cell.squashed})
    values->resize(n_ * hidden);
  const float* forget_peep = weights.data() + layout_.layers[l].peeps + 2 * d * hidden;
  const float* output_peep = forget_peep + hidden;
  carry_.assign(hidden, 0.0F);
  const float* previous = carry_.data();
  for (size_t step = 0; step < n_; ++step) {
    const size_t t = d == 1 ? n_ - 1 - step : step;
    const float* gates = layer.gates.data() + t * stride + 3 * d * hidden;
    float* candidate = cell.candidate.data() + t * hidden;
    float* forget = cell.forget.data() + t * hidden;
    float* output = cell.output.data() + t * hidden;
    float* state = cell.state.data() + t * hidden;
    float* squashed = cell.squashed.data() + t * hidden;
    for (size_t j = 0; j < hidden; ++j) {
      candidate[j] = gates[j];
      forget[j] = gates[hidden + j] + forget_peep[j] * previous[j];
    }
    kernel::tanh_all(candidate, hidden);
    kernel::sigmoid(forget, hidden);
    for (size_t j = 0; j < hidden; ++j) {
      state[j] = candidate[j] + forget[j] * (previous[j] - candidate[j]);
      output[j] = gates[2 * hidden + j] + output_peep[j] * state[j];
      squashed[j] = state[j];
    }
    kernel::sigmoid(output, hidden);
    kernel::tanh_all(squashed, hidden);
    previous = state;
  }
}

void NetworkGradient::run_layer(uint32_t l, const std::vector<float>& weights, const float* below,
                                float drop, Random& random) {
  const size_t hidden = shape_.hidden, output = shape_.output(), inputs = shape_.layer_input(l),
               gates = 6 * hidden;
  LayerState& layer = layers_[l];
  fill_rows(layer.gates, n_, weights.data() + layout_.layers[l].bias, gates);
  kernel::multiply_add(below, inputs, weights.data() + layout_.layers[l].gates, gates,
                       layer.gates.data(), gates, n_, inputs, gates);
  draw_mask(layer.mask, output, drop, random);
  layer.above.resize(n_ * output);
  for (size_t d = 0; d < 2; ++d) {
    run_cell(l, d, weights);
    const Cell& cell = layer.cells[d];
    for (size_t t = 0; t < n_; ++t) {
      float* above = layer.above.data() + t * output + d * hidden;
      const float* mask = layer.mask.data() + d * hidden;
      for (size_t j = 0; j < hidden; ++j) {
        above[j] = cell.output[t * hidden + j] * cell.squashed[t * hidden + j] * mask[j];
      }
    }
  }
  if (inputs == output) {
    for (size_t i = 0; i < n_ * output; ++i) layer.above[i] += below[i];
  }
}

double NetworkGradient::tag_loss(const NetworkTarget& target) {
  const size_t tags = shape_.tags;
  d_tags_.assign(n_ * tags, 0.0F);
  double loss = 0;
  for (size_t t = 0; t < n_; ++t) {
    const float* scores = tag_scores_.data() + t * tags;
    float* gradient = d_tags_.data() + t * tags;
    if (target.upos[t] >= 0)
      loss += softmax_loss(scores, kUposCount, static_cast<size_t>(target.upos[t]), 1.0F, gradient);
    for (uint32_t g = 0; g < kFeatureGroupCount; ++g) {
      const int32_t gold = target.features[t * kFeatureGroupCount + g];
      if (gold < 0) continue;
      const TagGroup group = kFeatureGroups[g];
      loss += softmax_loss(scores + group.begin, group.size, static_cast<size_t>(gold),
                           kFeatureWeight, gradient + group.begin);
    }
  }
  return loss;
}

void NetworkGradient::run_views(const std::vector<float>& weights, const float* top,
                                const Dropout& dropout, Random& random) {
  const float* w = weights.data();
  const size_t output = shape_.output(), views = shape_.views(), arc = shape_.arc;
  fill_rows(views_, n_, w + layout_.view_bias, views);
  kernel::multiply_add(top, output, w + layout_.view, views, views_.data(), views, n_, output,
                       views);
  draw_mask(view_mask_, views, dropout.view, random);
  for (size_t t = 0; t < n_; ++t) {
    float* row = views_.data() + t * views;
    for (size_t k = 0; k < 2 * arc; ++k) row[k] = std::max(0.0F, row[k]) * view_mask_[k];
    // Label views keep their sign; their ReLU comes after the sum.
    for (size_t k = 2 * arc; k < views; ++k) row[k] *= view_mask_[k];
  }
  columns_ = (n_ + 1 + 15) / 16 * 16;
  heads_.assign(arc * columns_, 0.0F);
  for (size_t k = 0; k < arc; ++k) {
    heads_[k * columns_] = w[layout_.root_head + k];
    for (size_t t = 0; t < n_; ++t) heads_[k * columns_ + t + 1] = views_[t * views + arc + k];
  }
  fill_rows(queries_, n_, w + layout_.head_bias, arc);
  kernel::multiply_add(views_.data(), views, w + layout_.bilinear, arc, queries_.data(), arc, n_,
                       arc, arc);
  arcs_.assign(n_ * columns_, 0.0F);
  for (uint32_t t = 0; t < n_; ++t) {
    arcs_[t * columns_] = w[layout_.distance];
    for (uint32_t h = 0; h < n_; ++h)
      arcs_[t * columns_ + h + 1] = w[layout_.distance + distance_bucket(t, h)];
  }
  kernel::multiply_add(queries_.data(), arc, heads_.data(), columns_, arcs_.data(), columns_, n_,
                       arc, columns_);
}

double NetworkGradient::arc_loss(const NetworkTarget& target) {
  d_arcs_.assign(n_ * columns_, 0.0F);
  double loss = 0;
  std::vector<float> scores;
  for (size_t t = 0; t < n_; ++t) {
    if (target.heads[t] < 0) continue;
    scores.assign(arcs_.begin() + static_cast<std::ptrdiff_t>(t * columns_),
                  arcs_.begin() + static_cast<std::ptrdiff_t>(t * columns_ + n_ + 1));
    scores[t + 1] = -1e4F;
    const auto head = static_cast<size_t>(target.heads[t]);
    loss += softmax_loss(scores.data(), n_ + 1, head == n_ ? 0 : head + 1, 1.0F,
                         d_arcs_.data() + t * columns_);
  }
  return loss;
}

void NetworkGradient::score_labels(const std::vector<float>& weights,
                                   std::span<const int32_t> heads) {
  const float* w = weights.data();
  const size_t label = shape_.label, views = shape_.views(), first = 2 * size_t{shape_.arc};
  label_sum_.resize(n_ * label);
  for (size_t t = 0; t < n_; ++t) {
    const auto head = static_cast<size_t>(std::max(heads[t], 0));
    const float* dependent = views_.data() + t * views + first;
    const float* above =
        head >= n_ ? w + layout_.root_label : views_.data() + head * views + first + label;
    for (size_t k = 0; k < label; ++k)
      label_sum_[t * label + k] = std::max(0.0F, dependent[k] + above[k]);
  }
  fill_rows(label_scores_, n_, w + layout_.label_bias, shape_.labels);
  kernel::multiply_add(label_sum_.data(), label, w + layout_.label, shape_.labels,
                       label_scores_.data(), shape_.labels, n_, label, shape_.labels);
}

double NetworkGradient::label_loss(const NetworkTarget& target) {
  const size_t labels = shape_.labels;
  d_labels_.assign(n_ * labels, 0.0F);
  double loss = 0;
  for (size_t t = 0; t < n_; ++t) {
    if (target.heads[t] < 0 || target.heads[t] == static_cast<int32_t>(n_)) continue;
    loss +=
        softmax_loss(label_scores_.data() + t * labels, kDeprelCount,
                     static_cast<size_t>(target.labels[t]), 1.0F, d_labels_.data() + t * labels);
  }
  return loss;
}

NetworkLoss NetworkGradient::step(const std::vector<float>& weights,
                                  const TransposedWeights& transposed, std::span<const float> rows,
                                  std::span<const float> vectors, const NetworkTarget& target,
                                  const Dropout& dropout, Random& random, bool learn,
                                  std::vector<float>& gradient, std::vector<float>& row_gradient) {
  const float* w = weights.data();
  const size_t input = shape_.input, output = shape_.output(), tags = shape_.tags;
  n_ = rows.size() / input;
  input_.assign(rows.begin(), rows.end());
  kernel::multiply_add(vectors.data(), shape_.vector, w + layout_.vectors, input, input_.data(),
                       input, n_, shape_.vector, input);
  draw_mask(input_mask_, n_ * input, dropout.input, random);
  for (size_t i = 0; i < input_.size(); ++i) input_[i] *= input_mask_[i];
  const bool parse = !target.heads.empty();
  const uint32_t layers = parse ? shape_.layers : shape_.tag_layer;
  const auto below = [&](uint32_t l) {
    return l == 0 ? input_.data() : layers_[l - 1].above.data();
  };
  for (uint32_t l = 0; l < layers; ++l) run_layer(l, weights, below(l), dropout.layer, random);

  NetworkLoss loss;
  const float* tag_input = layers_[shape_.tag_layer - 1].above.data();
  fill_rows(tag_scores_, n_, w + layout_.tag_bias, tags);
  kernel::multiply_add(tag_input, output, w + layout_.tag, tags, tag_scores_.data(), tags, n_,
                       output, tags);
  loss.tags = tag_loss(target);
  if (parse) {
    run_views(weights, layers_[layers - 1].above.data(), dropout, random);
    loss.arcs = arc_loss(target);
    score_labels(weights, target.heads);
    loss.labels = label_loss(target);
  }
  if (!learn) return loss;

  d_top_.assign(n_ * output, 0.0F);
  if (parse) back_views(transposed, target, layers_[layers - 1].above.data(), gradient);
  for (uint32_t l = layers; l-- > 0;) {
    if (l + 1 == shape_.tag_layer) {
      add_column_sums(d_tags_, n_, tags, gradient.data() + layout_.tag_bias);
      kernel::multiply_transposed_add(tag_input, output, d_tags_.data(), tags,
                                      gradient.data() + layout_.tag, tags, n_, output, tags);
      kernel::multiply_add(d_tags_.data(), tags, transposed.tag.data(), output, d_top_.data(),
                           output, n_, tags, output);
    }
    back_layer(l, weights, transposed, below(l), gradient);
  }
  row_gradient.assign(d_top_.begin(), d_top_.begin() + static_cast<std::ptrdiff_t>(n_ * input));
  for (size_t i = 0; i < row_gradient.size(); ++i) row_gradient[i] *= input_mask_[i];
  kernel::multiply_transposed_add(vectors.data(), shape_.vector, row_gradient.data(), input,
                                  gradient.data() + layout_.vectors, input, n_, shape_.vector,
                                  input);
  return loss;
}

}  // namespace isnad::train
