// SPDX-License-Identifier: Apache-2.0
// See network_gradient.h. d_x is the gradient of the loss by x; matrices multiply through
// analysis/kernel.h.
#include "train/network_gradient.h"

#include <algorithm>
#include <cmath>

#include "isnad/analysis/kernel.h"
#include "isnad/analysis/tag_layout.h"

namespace isnad::train {
namespace {

void transpose(const float* from, size_t rows, size_t columns, std::vector<float>& to) {
  to.resize(rows * columns);
  for (size_t i = 0; i < rows; ++i) {
    for (size_t j = 0; j < columns; ++j) to[j * rows + i] = from[i * columns + j];
  }
}

void fill_rows(std::vector<float>& rows, size_t n, const float* bias, size_t columns) {
  rows.resize(n * columns);
  for (size_t t = 0; t < n; ++t)
    std::copy(bias, bias + columns, rows.begin() + static_cast<std::ptrdiff_t>(t * columns));
}

void add_column_sums(const std::vector<float>& rows, size_t n, size_t columns, float* out) {
  for (size_t t = 0; t < n; ++t) {
    for (size_t j = 0; j < columns; ++j) out[j] += rows[t * columns + j];
  }
}

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

void NetworkGradient::back_views(const TransposedWeights& transposed, const NetworkTarget& target,
                                 const float* top, std::vector<float>& gradient) {
  const size_t output = shape_.output(), views = shape_.views(), arc = shape_.arc,
               label = shape_.label;
  const size_t first = 2 * arc, labels = shape_.labels;
  float* g = gradient.data();
  d_views_.assign(n_ * views, 0.0F);
  // Labels.
  add_column_sums(d_labels_, n_, labels, g + layout_.label_bias);
  kernel::multiply_transposed_add(label_sum_.data(), label, d_labels_.data(), labels,
                                  g + layout_.label, labels, n_, label, labels);
  d_label_sum_.assign(n_ * label, 0.0F);
  kernel::multiply_add(d_labels_.data(), labels, transposed.label.data(), label,
                       d_label_sum_.data(), label, n_, labels, label);
  for (size_t t = 0; t < n_; ++t) {
    const auto head = static_cast<size_t>(std::max(target.heads[t], 0));
    float* above =
        head >= n_ ? g + layout_.root_label : d_views_.data() + head * views + first + label;
    for (size_t k = 0; k < label; ++k) {
      const float d = label_sum_[t * label + k] > 0 ? d_label_sum_[t * label + k] : 0.0F;
      d_views_[t * views + first + k] += d;
      above[k] += d;
    }
  }
  // Arcs: scores = queries · heads.
  for (uint32_t t = 0; t < n_; ++t) {
    g[layout_.distance] += d_arcs_[t * columns_];
    for (uint32_t h = 0; h < n_; ++h)
      g[layout_.distance + distance_bucket(t, h)] += d_arcs_[t * columns_ + h + 1];
  }
  transpose(heads_.data(), arc, columns_, head_rows_);
  d_queries_.assign(n_ * arc, 0.0F);
  kernel::multiply_add(d_arcs_.data(), columns_, head_rows_.data(), arc, d_queries_.data(), arc, n_,
                       columns_, arc);
  d_heads_t_.assign(columns_ * arc, 0.0F);
  kernel::multiply_transposed_add(d_arcs_.data(), columns_, queries_.data(), arc, d_heads_t_.data(),
                                  arc, n_, columns_, arc);
  for (size_t k = 0; k < arc; ++k) g[layout_.root_head + k] += d_heads_t_[k];
  add_column_sums(d_queries_, n_, arc, g + layout_.head_bias);
  kernel::multiply_transposed_add(views_.data(), views, d_queries_.data(), arc,
                                  g + layout_.bilinear, arc, n_, arc, arc);
  kernel::multiply_add(d_queries_.data(), arc, transposed.bilinear.data(), arc, d_views_.data(),
                       views, n_, arc, arc);
  for (size_t t = 0; t < n_; ++t) {
    float* row = d_views_.data() + t * views;
    for (size_t k = 0; k < arc; ++k) row[arc + k] += d_heads_t_[(t + 1) * arc + k];
    for (size_t k = 0; k < views; ++k) {
      row[k] = k >= 2 * arc || views_[t * views + k] > 0 ? row[k] * view_mask_[k] : 0.0F;
    }
  }
  add_column_sums(d_views_, n_, views, g + layout_.view_bias);
  kernel::multiply_transposed_add(top, output, d_views_.data(), views, g + layout_.view, views, n_,
                                  output, views);
  kernel::multiply_add(d_views_.data(), views, transposed.view.data(), output, d_top_.data(),
                       output, n_, views, output);
}

void NetworkGradient::back_cell(uint32_t l, size_t d, const std::vector<float>& weights,
                                std::vector<float>& gradient) {
  const size_t hidden = shape_.hidden, stride = 6 * hidden, output = shape_.output();
  const Cell& cell = layers_[l].cells[d];
  const float* mask = layers_[l].mask.data() + d * hidden;
  const float* forget_peep = weights.data() + layout_.layers[l].peeps + 2 * d * hidden;
  const float* output_peep = forget_peep + hidden;
  float* d_forget_peep = gradient.data() + layout_.layers[l].peeps + 2 * d * hidden;
  float* d_output_peep = d_forget_peep + hidden;
  carry_.assign(2 * hidden, 0.0F);
  float* carry = carry_.data();
  const float* zero = carry_.data() + hidden;
  for (size_t step = n_; step-- > 0;) {
    const size_t t = d == 1 ? n_ - 1 - step : step;
    const float* previous =
        step == 0 ? zero : cell.state.data() + (d == 1 ? t + 1 : t - 1) * hidden;
    const float* candidate = cell.candidate.data() + t * hidden;
    const float* forget = cell.forget.data() + t * hidden;
    const float* out = cell.output.data() + t * hidden;
    const float* state = cell.state.data() + t * hidden;
    const float* squashed = cell.squashed.data() + t * hidden;
    const float* d_above = d_top_.data() + t * output + d * hidden;
    float* d_gates = d_gates_.data() + t * stride + 3 * d * hidden;
    for (size_t j = 0; j < hidden; ++j) {
      const float d_h = d_above[j] * mask[j];
      const float d_out = d_h * squashed[j] * out[j] * (1.0F - out[j]);
      const float d_state =
          carry[j] + d_h * out[j] * (1.0F - squashed[j] * squashed[j]) + d_out * output_peep[j];
      const float d_forget =
          d_state * (previous[j] - candidate[j]) * forget[j] * (1.0F - forget[j]);
      d_gates[j] = d_state * (1.0F - forget[j]) * (1.0F - candidate[j] * candidate[j]);
      d_gates[hidden + j] = d_forget;
      d_gates[2 * hidden + j] = d_out;
      d_forget_peep[j] += d_forget * previous[j];
      d_output_peep[j] += d_out * state[j];
      carry[j] = d_state * forget[j] + d_forget * forget_peep[j];
    }
  }
}

// d_top_ is the gradient above layer l on entry and below it on return.
void NetworkGradient::back_layer(uint32_t l, const std::vector<float>& weights,
                                 const TransposedWeights& transposed, const float* below,
                                 std::vector<float>& gradient) {
  const size_t hidden = shape_.hidden, output = shape_.output(), inputs = shape_.layer_input(l),
               gates = 6 * hidden;
  d_gates_.resize(n_ * gates);
  for (size_t d = 0; d < 2; ++d) back_cell(l, d, weights, gradient);
  add_column_sums(d_gates_, n_, gates, gradient.data() + layout_.layers[l].bias);
  kernel::multiply_transposed_add(below, inputs, d_gates_.data(), gates,
                                  gradient.data() + layout_.layers[l].gates, gates, n_, inputs,
                                  gates);
  if (inputs != output) d_top_.assign(n_ * inputs, 0.0F);
  kernel::multiply_add(d_gates_.data(), gates, transposed.layers[l].data(), inputs, d_top_.data(),
                       inputs, n_, gates, inputs);
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
