// SPDX-License-Identifier: Apache-2.0
// See network_trainer.h.
#include "train/network_trainer.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <thread>

#include "isnad/analysis/analyser.h"
#include "isnad/analysis/kernel.h"
#include "train/adam.h"
#include "train/dev_scores.h"
#include "train/network_example.h"
#include "train/network_gradient.h"
#include "train/network_start.h"
#include "train/noise.h"
#include "train/random.h"

namespace isnad::train {
namespace {

constexpr size_t kShards = 4;
constexpr uint32_t kSpellingFeatures =
    2;  // the first keys of a word are its spelling: hidden by word dropout
constexpr size_t kMostTrainedWords = 300;

struct Shard {
  explicit Shard(const NetworkShape& shape) : network(shape) {}
  NetworkGradient network;
  std::vector<float> gradient;
  NetworkLoss loss;
  std::vector<const TreebankSentence*> sentences;
  std::vector<uint64_t> seeds;
  std::vector<Example> examples;  // kept until the rows' gradients are added up
  std::vector<std::vector<float>> row_gradients;
};

class NetworkTrainer {
 public:
  NetworkTrainer(const std::vector<TreebankSentence>& sentences,
                 const std::vector<TreebankSentence>& dev, const WordVectors& vectors,
                 const NetworkOptions& options)
      : sentences_(sentences),
        dev_(dev),
        options_(options),
        shape_(options.shape),
        layout_(options.shape) {
    vectors_.index = KeyTable(vectors.slots);
    vectors_.rows = vectors.rows;
    vectors_.scales = vectors.scales;
    vectors_.width = options.shape.vector;
    start();
    for (size_t i = 0; i < kShards; ++i) shards_.emplace_back(shape_);
  }

  TrainedNetwork train(const Progress& progress);

 private:
  void start();
  Example make_example(const TreebankSentence& sentence, const Noise& noise, float word_dropout,
                       Random& random) const;
  void embed(const Example& example, std::vector<float>& rows, std::vector<float>& vectors) const;
  NetworkLoss run_batch(std::span<const TreebankSentence* const> batch, float step, uint64_t seed);
  void run_shard(Shard& shard);
  void gather_row_gradients();
  void update(float step, size_t words);
  std::string measure();
  [[nodiscard]] TrainedNetwork finish() const;

  const std::vector<TreebankSentence>& sentences_;
  const std::vector<TreebankSentence>& dev_;
  NetworkOptions options_;
  NetworkShape shape_;
  NetworkLayout layout_;
  RowTable vectors_;
  std::vector<uint32_t> slots_;
  KeyTable features_;
  size_t feature_count_ = 0;
  std::vector<float> weights_;
  Adam weight_steps_;
  std::vector<float> rows_, row_gradient_;
  Adam row_steps_;
  std::vector<uint32_t> touched_;
  std::vector<uint8_t> is_touched_;
  TransposedWeights transposed_;
  std::vector<Shard> shards_;
  uint64_t updates_ = 0;
};

void NetworkTrainer::start() {
  FeatureRows found = gather_feature_rows(sentences_, options_);
  feature_count_ = found.count;
  slots_ = std::move(found.slots);
  features_ = KeyTable(slots_);
  Random random(options_.seed ^ 0xABCDEF);
  weights_ = draw_weights(shape_, random);
  rows_.resize(feature_count_ * shape_.input);
  for (float& value : rows_) value = random.normal() * 0.15F;
  weight_steps_ = Adam(weights_.size());
  row_steps_ = Adam(rows_.size());
  row_gradient_.assign(rows_.size(), 0.0F);
  is_touched_.assign(feature_count_, 0);
  transposed_.update(shape_, weights_);
}

Example NetworkTrainer::make_example(const TreebankSentence& sentence, const Noise& noise,
                                     float word_dropout, Random& random) const {
  Example example;
  example.target = make_target(sentence);
  example.row_begin.push_back(0);
  for_each_word(sentence, noise, random,
                [&](const auto& keys, size_t count, const Letters& form, const Letters& token) {
                  const bool hide_spelling = word_dropout > 0 && random.chance(word_dropout);
                  const bool hide_vector = word_dropout > 0 && random.chance(word_dropout);
                  for (size_t k = hide_spelling ? kSpellingFeatures : 0; k < count; ++k) {
                    const uint32_t row = features_.find(keys[k]);
                    if (row != KeyTable::kNone) example.rows.push_back(row);
                  }
                  example.row_begin.push_back(static_cast<uint32_t>(example.rows.size()));
                  example.vectors.push_back(hide_vector ? KeyTable::kNone
                                                        : find_word_vector(vectors_, form, token));
                });
  return example;
}

void NetworkTrainer::embed(const Example& example, std::vector<float>& rows,
                           std::vector<float>& vectors) const {
  const size_t input = shape_.input;
  rows.assign(example.size() * input, 0.0F);
  vectors.assign(example.size() * shape_.vector, 0.0F);
  for (size_t t = 0; t < example.size(); ++t) {
    float* sum = rows.data() + t * input;
    for (uint32_t i = example.row_begin[t]; i < example.row_begin[t + 1]; ++i) {
      const float* row = rows_.data() + size_t{example.rows[i]} * input;
      for (size_t j = 0; j < input; ++j) sum[j] += row[j];
    }
    const uint32_t vector = example.vectors[t];
    if (vector == KeyTable::kNone) continue;
    kernel::add_scaled_bytes(vectors_.rows.data(), vectors_.scales.data(), &vector, 1,
                             vectors.data() + t * shape_.vector, shape_.vector);
  }
}

void NetworkTrainer::run_shard(Shard& shard) {
  shard.gradient.assign(weights_.size(), 0.0F);
  shard.loss = {};
  shard.examples.clear();
  shard.row_gradients.resize(shard.sentences.size());
  std::vector<float> rows, vectors;
  for (size_t i = 0; i < shard.sentences.size(); ++i) {
    Random random(shard.seeds[i]);
    const Noise noise = draw_noise(random, options_.noise);
    shard.examples.push_back(
        make_example(*shard.sentences[i], noise, options_.word_dropout, random));
    const Example& example = shard.examples.back();
    embed(example, rows, vectors);
    shard.loss.add(
        shard.network.step(weights_, transposed_, rows, vectors, example.target,
                           {options_.input_dropout, options_.layer_dropout, options_.view_dropout},
                           random, true, shard.gradient, shard.row_gradients[i]));
  }
}

NetworkLoss NetworkTrainer::run_batch(std::span<const TreebankSentence* const> batch, float step,
                                      uint64_t seed) {
  size_t words = 0;
  for (Shard& shard : shards_) {
    shard.sentences.clear();
    shard.seeds.clear();
  }
  for (size_t i = 0; i < batch.size(); ++i) {
    Shard& shard = shards_[i % kShards];
    shard.sentences.push_back(batch[i]);
    shard.seeds.push_back(seed * 1000003 + i);
    words += batch[i]->words.size();
  }
  const size_t threads = std::clamp<size_t>(options_.threads, 1, kShards);
  const auto work = [&](size_t first) {
    for (size_t s = first; s < kShards; s += threads) run_shard(shards_[s]);
  };
  std::vector<std::jthread> others;
  for (size_t t = 1; t < threads; ++t) others.emplace_back(work, t);
  work(0);
  others.clear();
  NetworkLoss loss;
  for (const Shard& shard : shards_) loss.add(shard.loss);
  update(step, words);
  return loss;
}

// Adds up what each word's gradient gives the rows that its input is the sum of.
void NetworkTrainer::gather_row_gradients() {
  const size_t input = shape_.input;
  for (Shard& shard : shards_) {
    for (size_t e = 0; e < shard.examples.size(); ++e) {
      const Example& example = shard.examples[e];
      for (size_t t = 0; t < example.size(); ++t) {
        const float* from = shard.row_gradients[e].data() + t * input;
        for (uint32_t i = example.row_begin[t]; i < example.row_begin[t + 1]; ++i) {
          const uint32_t row = example.rows[i];
          if (!is_touched_[row]) {
            is_touched_[row] = 1;
            touched_.push_back(row);
          }
          float* to = row_gradient_.data() + size_t{row} * input;
          for (size_t j = 0; j < input; ++j) to[j] += from[j];
        }
      }
    }
  }
}

void NetworkTrainer::update(float step, size_t words) {
  const size_t input = shape_.input;
  std::vector<float>& gradient = shards_[0].gradient;
  for (size_t s = 1; s < kShards; ++s) {
    for (size_t i = 0; i < gradient.size(); ++i) gradient[i] += shards_[s].gradient[i];
  }
  gather_row_gradients();
  const float scale = 20.0F / static_cast<float>(words);
  double norm = 0;
  for (const float g : gradient)
    norm += static_cast<double>(g * scale) * static_cast<double>(g * scale);
  const float clip = scale * std::min(1.0F, 5.0F / static_cast<float>(std::sqrt(norm) + 1e-9));
  const Adam::Update now = Adam::at(++updates_, step, clip);
  weight_steps_.move(now, 0, weights_.data(), gradient.data(), gradient.size());
  for (const uint32_t row : touched_) {
    const size_t at = size_t{row} * input;
    row_steps_.move(now, at, rows_.data() + at, row_gradient_.data() + at, input);
    std::fill_n(row_gradient_.begin() + static_cast<std::ptrdiff_t>(at), input, 0.0F);
    is_touched_[row] = 0;
  }
  touched_.clear();
  transposed_.update(shape_, weights_);
}

std::string NetworkTrainer::measure() {
  NetworkGradient& network = shards_[0].network;
  DevScores scores(shape_);
  std::vector<float> rows, vectors, gradient, row_gradient;
  Random random(7);
  for (const TreebankSentence& sentence : dev_) {
    if (!sentence.has_tree || sentence.words.size() > kMostTrainedWords) continue;
    const Example example = make_example(sentence, {}, 0, random);
    embed(example, rows, vectors);
    network.step(weights_, transposed_, rows, vectors, example.target, {}, random, false, gradient,
                 row_gradient);
    scores.count(sentence.source, network, weights_, example.target);
  }
  return scores.line();
}

TrainedNetwork NetworkTrainer::finish() const {
  TrainedNetwork out;
  out.shape = shape_;
  out.weights = weights_;
  out.feature_slots = slots_;
  out.feature_rows.resize(rows_.size());
  for (size_t i = 0; i < feature_count_; ++i) {
    out.feature_scales.push_back(quantise(rows_.data() + i * shape_.input, shape_.input,
                                          out.feature_rows.data() + i * shape_.input));
  }
  return out;
}

TrainedNetwork NetworkTrainer::train(const Progress& progress) {
  progress("network: " + std::to_string(feature_count_) + " feature rows, " +
           std::to_string(weights_.size()) + " weights");
  std::vector<const TreebankSentence*> trees, tags;
  for (const TreebankSentence& sentence : sentences_) {
    if (sentence.words.size() > kMostTrainedWords) continue;
    (sentence.has_tree ? trees : tags).push_back(&sentence);
  }
  Random random(options_.seed + 17);
  shuffle(tags, random);
  size_t next_tag = 0;
  uint64_t batch_number = 0;
  const auto start = std::chrono::steady_clock::now();
  for (uint32_t epoch = 0; epoch < options_.epochs; ++epoch) {
    std::vector<const TreebankSentence*> order = trees;
    const auto extra =
        static_cast<size_t>(static_cast<float>(tags.size()) * options_.tag_only_share);
    for (size_t i = 0; i < extra && !tags.empty(); ++i)
      order.push_back(tags[next_tag++ % tags.size()]);
    shuffle(order, random);
    NetworkLoss loss;
    size_t words = 0;
    for (size_t at = 0; at < order.size();) {
      size_t end = at, batch = 0;
      while (end < order.size() && (batch == 0 || batch < options_.batch_words))
        batch += order[end++]->words.size();
      const float done =
          (static_cast<float>(epoch) + static_cast<float>(at) / static_cast<float>(order.size())) /
          static_cast<float>(options_.epochs);
      const float warm = std::min(1.0F, static_cast<float>(batch_number + 1) / 200.0F);
      loss.add(run_batch({order.data() + at, end - at},
                         options_.step * warm * (1.0F - 0.98F * done),
                         options_.seed * 7919 + ++batch_number));
      words += batch;
      at = end;
    }
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    char line[160];
    std::snprintf(line, sizeof line,
                  "network: epoch %u/%u, %.0f s, loss tags %.3f arcs %.3f labels %.3f a word;",
                  epoch + 1, options_.epochs, seconds, loss.tags / static_cast<double>(words),
                  loss.arcs / static_cast<double>(words), loss.labels / static_cast<double>(words));
    progress(line + (epoch % 3 == 2 || epoch + 1 == options_.epochs ? measure() : std::string()));
  }
  return finish();
}

}  // namespace

TrainedNetwork train_network(const std::vector<TreebankSentence>& sentences,
                             const std::vector<TreebankSentence>& dev, const WordVectors& vectors,
                             const NetworkOptions& options, const Progress& progress) {
  return NetworkTrainer(sentences, dev, vectors, options).train(progress);
}

}  // namespace isnad::train
