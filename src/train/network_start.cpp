// SPDX-License-Identifier: Apache-2.0
// See network_start.h. The order of the random draws is part of the result: a seed gives one model.
#include "train/network_start.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "train/network_example.h"

namespace isnad::train {

FeatureRows gather_feature_rows(const std::vector<TreebankSentence>& sentences,
                                const NetworkOptions& options) {
  std::unordered_map<uint64_t, uint32_t> place;
  std::vector<std::pair<uint64_t, uint32_t>> counts;
  Random random(options.seed);
  const Noise dropped{true, 0.5F};
  for (const TreebankSentence& sentence : sentences) {
    const auto count_keys = [&](const auto& keys, size_t count, const Letters&, const Letters&) {
      for (size_t k = 0; k < count; ++k) {
        const auto [it, fresh] = place.emplace(keys[k], counts.size());
        if (fresh) counts.emplace_back(keys[k], 0);
        ++counts[it->second].second;
      }
    };
    for_each_word(sentence, {}, random, count_keys);
    if (random.chance(options.noise.careless_sentences))
      for_each_word(sentence, dropped, random, count_keys);
  }
  std::erase_if(counts,
                [&](const auto& entry) { return entry.second < options.feature_min_count; });
  std::stable_sort(counts.begin(), counts.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  FeatureRows rows;
  KeyTableBuilder builder;
  for (const auto& [key, count] : counts) builder.add(key, static_cast<uint32_t>(rows.count++));
  rows.slots = builder.slots();
  return rows;
}

std::vector<float> draw_weights(const NetworkShape& shape, Random& random) {
  const NetworkLayout layout(shape);
  std::vector<float> weights(layout.size, 0.0F);
  const auto fill = [&](size_t place, size_t inputs, size_t outputs, float gain) {
    const float scale = gain * std::sqrt(2.0F / static_cast<float>(inputs + outputs));
    for (size_t i = 0; i < inputs * outputs; ++i) weights[place + i] = random.normal() * scale;
  };
  fill(layout.vectors, shape.vector, shape.input, 2.0F);
  for (uint32_t l = 0; l < shape.layers; ++l) {
    fill(layout.layers[l].gates, shape.layer_input(l), 6 * shape.hidden, 1.5F);
    for (size_t d = 0; d < 2; ++d) {  // start by remembering
      std::fill_n(weights.begin() + static_cast<std::ptrdiff_t>(layout.layers[l].bias +
                                                                (3 * d + 1) * shape.hidden),
                  shape.hidden, 0.5F);
    }
  }
  fill(layout.tag, shape.output(), shape.tags, 1.0F);
  fill(layout.view, shape.output(), shape.views(), 1.4F);
  fill(layout.bilinear, shape.arc, shape.arc, 0.7F);
  fill(layout.root_head, shape.arc, 1, 1.0F);
  fill(layout.root_label, shape.label, 1, 1.0F);
  fill(layout.label, shape.label, shape.labels, 1.4F);
  return weights;
}

}  // namespace isnad::train
