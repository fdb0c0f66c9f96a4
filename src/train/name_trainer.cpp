// SPDX-License-Identifier: Apache-2.0
// See name_trainer.h. Averaging after Daumé: a second sum, weighted by the number of the step.
#include "train/name_trainer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <unordered_map>

#include "isnad/mention/name/name_model.h"
#include "train/random.h"
#include "train/word_vectors.h"

namespace isnad::train {
namespace {

using Row = std::array<float, kNameLabels>;
using Steps = std::array<float, size_t{kNameLabels} * kNameLabels>;
constexpr float kNever = -std::numeric_limits<float>::infinity();

class NameTrainer {
 public:
  NameTrainer(const std::vector<NameExample>& examples, const NameTrainerOptions& options)
      : examples_(examples), options_(options) {
    gather();
  }
  TrainedNames train(const std::function<void(uint32_t, double)>& after_epoch);

 private:
  void gather();
  void draw(size_t example, Random& random);
  void decode();
  void update(const std::vector<uint8_t>& gold_labels);
  void move(uint32_t row, uint32_t label, float by) {
    weights_[row][label] += by;
    later_[row][label] += by * count_;
  }
  [[nodiscard]] TrainedNames finish() const;

  const std::vector<NameExample>& examples_;
  NameTrainerOptions options_;
  std::vector<uint64_t> keys_;                // of each row
  std::vector<std::vector<uint32_t>> rows_;   // of each example, in place of its keys
  std::vector<std::vector<uint32_t>> begin_;  // as NameExample::begin
  std::vector<Row> weights_, later_;
  Steps steps_{}, later_steps_{};
  float count_ = 1;
  std::vector<Row> scores_;
  std::vector<std::array<uint8_t, kNameLabels>> before_;
  std::vector<uint8_t> labels_;
  std::vector<uint32_t> shown_, shown_begin_;  // of the example at hand: what is not hidden
};

void NameTrainer::gather() {
  std::unordered_map<uint64_t, uint32_t> counts;
  for (const NameExample& example : examples_) {
    for (const uint64_t key : example.keys) ++counts[key];
  }
  std::unordered_map<uint64_t, uint32_t> place;
  for (const NameExample& example : examples_) {
    std::vector<uint32_t> rows, begin{0};
    for (size_t t = 0; t + 1 < example.begin.size(); ++t) {
      for (uint32_t k = example.begin[t]; k < example.begin[t + 1]; ++k) {
        if (counts[example.keys[k]] < options_.least_count) continue;
        const auto [it, fresh] =
            place.emplace(example.keys[k], static_cast<uint32_t>(keys_.size()));
        if (fresh) keys_.push_back(example.keys[k]);
        rows.push_back(it->second);
      }
      begin.push_back(static_cast<uint32_t>(rows.size()));
    }
    rows_.push_back(std::move(rows));
    begin_.push_back(std::move(begin));
  }
  weights_.assign(keys_.size(), {});
  later_.assign(keys_.size(), {});
}

void NameTrainer::draw(size_t example, Random& random) {
  shown_.clear();
  shown_begin_.assign(1, 0);
  const auto& begin = begin_[example];
  for (size_t t = 0; t + 1 < begin.size(); ++t) {
    for (uint32_t k = begin[t]; k < begin[t + 1]; ++k) {
      if (!random.chance(options_.hidden)) shown_.push_back(rows_[example][k]);
    }
    shown_begin_.push_back(static_cast<uint32_t>(shown_.size()));
  }
}

void NameTrainer::decode() {
  const size_t n = shown_begin_.size() - 1;
  scores_.assign(n, {});
  before_.assign(n, {});
  labels_.assign(n, kNoName);
  for (size_t t = 0; t < n; ++t) {
    for (uint32_t k = shown_begin_[t]; k < shown_begin_[t + 1]; ++k) {
      for (uint32_t l = 0; l < kNameLabels; ++l) scores_[t][l] += weights_[shown_[k]][l];
    }
  }
  Row now{};
  for (uint32_t l = 0; l < kNameLabels; ++l)
    now[l] = may_follow(kNoName, l) ? scores_[0][l] + steps_[l] : kNever;
  for (size_t t = 1; t < n; ++t) {
    Row next;
    for (uint32_t l = 0; l < kNameLabels; ++l) {
      next[l] = kNever;
      for (uint32_t b = 0; b < kNameLabels; ++b) {
        if (!may_follow(b, l)) continue;
        const float total = now[b] + steps_[b * kNameLabels + l];
        if (total <= next[l]) continue;
        next[l] = total;
        before_[t][l] = static_cast<uint8_t>(b);
      }
      next[l] += scores_[t][l];
    }
    now = next;
  }
  auto best = static_cast<uint8_t>(std::max_element(now.begin(), now.end()) - now.begin());
  for (size_t t = n; t-- > 0;) {
    labels_[t] = best;
    best = before_[t][best];
  }
}

void NameTrainer::update(const std::vector<uint8_t>& gold_labels) {
  uint32_t gold_before = kNoName, own_before = kNoName;
  for (size_t t = 0; t < labels_.size(); ++t) {
    const uint32_t gold = gold_labels[t], own = labels_[t];
    for (uint32_t k = shown_begin_[t]; gold != own && k < shown_begin_[t + 1]; ++k) {
      move(shown_[k], gold, 1);
      move(shown_[k], own, -1);
    }
    const uint32_t right = gold_before * kNameLabels + gold, wrong = own_before * kNameLabels + own;
    if (right != wrong) {
      steps_[right] += 1;
      steps_[wrong] -= 1;
      later_steps_[right] += count_;
      later_steps_[wrong] -= count_;
    }
    gold_before = gold;
    own_before = own;
  }
}

TrainedNames NameTrainer::finish() const {
  std::vector<Row> mean(weights_.size());
  std::vector<float> size(weights_.size(), 0.0F);
  for (size_t i = 0; i < weights_.size(); ++i) {
    for (uint32_t l = 0; l < kNameLabels; ++l) {
      mean[i][l] = weights_[i][l] - later_[i][l] / count_;
      size[i] = std::max(size[i], std::abs(mean[i][l]));
    }
  }
  std::vector<uint32_t> order(weights_.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(),
                   [&](uint32_t a, uint32_t b) { return size[a] > size[b]; });
  if (order.size() > options_.most_rows) order.resize(options_.most_rows);
  TrainedNames out;
  KeyTableBuilder keys;
  for (const uint32_t i : order) {
    if (size[i] == 0) break;
    std::array<float, kNameRow> row{};
    std::copy(mean[i].begin(), mean[i].end(), row.begin());
    keys.add(keys_[i], static_cast<uint32_t>(out.feature_scales.size()));
    out.feature_rows.resize(out.feature_rows.size() + kNameRow);
    out.feature_scales.push_back(quantise(
        row.data(), kNameRow, out.feature_rows.data() + out.feature_rows.size() - kNameRow));
  }
  out.feature_slots = keys.slots();
  for (size_t i = 0; i < steps_.size(); ++i)
    out.steps.push_back(steps_[i] - later_steps_[i] / count_);
  return out;
}

TrainedNames NameTrainer::train(const std::function<void(uint32_t, double)>& after_epoch) {
  Random random(options_.seed);
  std::vector<uint32_t> order(examples_.size());
  std::iota(order.begin(), order.end(), 0u);
  for (uint32_t epoch = 1; epoch <= options_.epochs; ++epoch) {
    shuffle(order, random);
    size_t right = 0, all = 0;
    for (const uint32_t i : order) {
      const NameExample& example = examples_[i];
      if (example.labels.empty()) continue;
      draw(i, random);
      decode();
      for (size_t t = 0; t < labels_.size(); ++t) right += labels_[t] == example.labels[t];
      all += labels_.size();
      update(example.labels);
      count_ += 1;
    }
    after_epoch(epoch, static_cast<double>(right) / static_cast<double>(std::max<size_t>(all, 1)));
  }
  return finish();
}

}  // namespace

TrainedNames learn_names(const std::vector<NameExample>& examples,
                         const NameTrainerOptions& options,
                         const std::function<void(uint32_t, double)>& after_epoch) {
  return NameTrainer(examples, options).train(after_epoch);
}

std::vector<uint16_t> cluster_vectors(const RowTable& vectors, uint32_t count, uint64_t seed) {
  const size_t rows = vectors.scales.size(), width = vectors.width;
  std::vector<uint16_t> cluster(rows, 1);
  count = static_cast<uint32_t>(std::min<size_t>(count, rows));
  if (count == 0) return cluster;
  std::vector<float> unit(rows * width), centre(count * width);
  for (size_t i = 0; i < rows; ++i) {
    float norm = 0;
    for (size_t k = 0; k < width; ++k) {
      const auto value = static_cast<float>(vectors.row(static_cast<uint32_t>(i))[k]);
      unit[i * width + k] = value;
      norm += value * value;
    }
    const float by = norm > 0 ? 1.0F / std::sqrt(norm) : 0.0F;
    for (size_t k = 0; k < width; ++k) unit[i * width + k] *= by;
  }
  Random random(seed);
  for (uint32_t c = 0; c < count; ++c) {
    const size_t from = random.below(static_cast<uint32_t>(rows));
    std::copy_n(&unit[from * width], width, &centre[c * width]);
  }
  constexpr int kRounds = 12;
  for (int round = 0; round < kRounds; ++round) {
    for (size_t i = 0; i < rows; ++i) {
      float best = -2;
      for (uint32_t c = 0; c < count; ++c) {
        float dot = 0;
        for (size_t k = 0; k < width; ++k) dot += unit[i * width + k] * centre[c * width + k];
        if (dot <= best) continue;
        best = dot;
        cluster[i] = static_cast<uint16_t>(c + 1);
      }
    }
    std::fill(centre.begin(), centre.end(), 0.0F);
    for (size_t i = 0; i < rows; ++i) {
      for (size_t k = 0; k < width; ++k)
        centre[(cluster[i] - 1u) * width + k] += unit[i * width + k];
    }
    for (uint32_t c = 0; c < count; ++c) {
      float norm = 0;
      for (size_t k = 0; k < width; ++k) norm += centre[c * width + k] * centre[c * width + k];
      const float by = norm > 0 ? 1.0F / std::sqrt(norm) : 0.0F;
      for (size_t k = 0; k < width; ++k) centre[c * width + k] *= by;
    }
  }
  return cluster;
}

}  // namespace isnad::train
