// SPDX-License-Identifier: Apache-2.0
// See network_gradient.h: from the gradients of the losses back to those of weights and inputs, in
// the reverse order of network_gradient.cpp. d_x is the gradient of the loss by x.
#include "isnad/analysis/kernel.h"
#include "train/network_gradient.h"
#include "train/rows.h"

namespace isnad::train {

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

}  // namespace isnad::train
