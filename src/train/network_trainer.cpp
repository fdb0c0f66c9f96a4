// SPDX-License-Identifier: Apache-2.0
// See network_trainer.h.
#include "train/network_trainer.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <thread>
#include <unordered_map>

#include "isnad/analysis/analyser.h"
#include "isnad/analysis/kernel.h"
#include "isnad/analysis/tag_layout.h"
#include "isnad/analysis/tree.h"
#include "isnad/analysis/word_features.h"
#include "train/network_gradient.h"
#include "train/noise.h"
#include "train/random.h"

namespace isnad::train {
namespace {

constexpr size_t kShards = 4;
constexpr uint32_t kSpellingFeatures =
    2;  // the first keys of a word are its spelling: hidden by word dropout
constexpr size_t kMostTrainedWords = 300;

// One sentence made ready: rows and vectors of each word, and what should come out.
struct Example {
  std::vector<uint32_t> row_begin;  // n + 1
  std::vector<uint32_t> rows;
  std::vector<uint32_t> vectors;  // row of the word list, or KeyTable::kNone
  NetworkTarget target;
  [[nodiscard]] size_t size() const { return vectors.size(); }
};

NetworkTarget make_target(const TreebankSentence& sentence) {
  NetworkTarget target;
  for (const TreebankWord& word : sentence.words) {
    target.upos.push_back(static_cast<int32_t>(word.upos));
    for (uint32_t g = 0; g < kFeatureGroupCount; ++g) {
      target.features.push_back(sentence.has_morphology ? feature_value(word.features, g) : -1);
    }
    if (!sentence.has_tree) continue;
    target.heads.push_back(word.head);
    target.labels.push_back(static_cast<int32_t>(word.deprel));
  }
  return target;
}

// Calls use(keys, count, form, token) for each word of the sentence spelt with the noise.
template <class Use>
void for_each_word(const TreebankSentence& sentence, const Noise& noise, Random& random, Use use) {
  std::array<uint64_t, kMaxWordFeatures> keys;
  Letters form, token;
  uint32_t last_token = UINT32_MAX;
  for (size_t w = 0; w < sentence.words.size(); ++w) {
    const TreebankWord& word = sentence.words[w];
    const TreebankToken& owner = sentence.tokens[word.token];
    if (word.token != last_token) {
      token = owner.plain;
      spoil(token, noise, random);
      shape_letters(token);
      last_token = word.token;
    }
    if (owner.words == 1) {
      form = token;
    } else {
      form = word.plain;
      spoil(form, noise, random);
      shape_letters(form);
    }
    const size_t count = find_word_features({.form = &form,
                                             .token = &token,
                                             .part = static_cast<uint8_t>(w - owner.first_word),
                                             .parts = static_cast<uint8_t>(owner.words),
                                             .punctuation = owner.kind == TokenKind::kPunctuation,
                                             .space_before = owner.space_before},
                                            keys);
    use(keys, count, form, token);
  }
}

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
    gather_features();
    start_weights();
    for (size_t i = 0; i < kShards; ++i) shards_.emplace_back(shape_);
  }

  TrainedNetwork train(const Progress& progress);

 private:
  void gather_features();
  void start_weights();
  Example make_example(const TreebankSentence& sentence, const Noise& noise, float word_dropout,
                       Random& random) const;
  void embed(const Example& example, std::vector<float>& rows, std::vector<float>& vectors) const;
  NetworkLoss run_batch(std::span<const TreebankSentence* const> batch, float step, uint64_t seed);
  void run_shard(Shard& shard);
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
  std::vector<float> weights_, mean_, variance_;
  std::vector<float> rows_, row_mean_, row_variance_, row_gradient_;
  std::vector<uint32_t> touched_;
  std::vector<uint8_t> is_touched_;
  TransposedWeights transposed_;
  std::vector<Shard> shards_;
  uint64_t updates_ = 0;
};

// Keys met often enough get a row, the most frequent first (a stable order: by count, then by first
// sight).
void NetworkTrainer::gather_features() {
  std::unordered_map<uint64_t, uint32_t> place;
  std::vector<std::pair<uint64_t, uint32_t>> counts;
  Random random(options_.seed);
  const Noise dropped{true, 0.5F};
  for (const TreebankSentence& sentence : sentences_) {
    const auto count_keys = [&](const auto& keys, size_t count, const Letters&, const Letters&) {
      for (size_t k = 0; k < count; ++k) {
        const auto [it, fresh] = place.emplace(keys[k], counts.size());
        if (fresh) counts.emplace_back(keys[k], 0);
        ++counts[it->second].second;
      }
    };
    for_each_word(sentence, {}, random, count_keys);
    if (random.chance(options_.noise.careless_sentences))
      for_each_word(sentence, dropped, random, count_keys);
  }
  std::erase_if(counts,
                [&](const auto& entry) { return entry.second < options_.feature_min_count; });
  std::stable_sort(counts.begin(), counts.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  KeyTableBuilder builder;
  for (const auto& [key, count] : counts) builder.add(key, static_cast<uint32_t>(feature_count_++));
  slots_ = builder.slots();
  features_ = KeyTable(slots_);
}

void NetworkTrainer::start_weights() {
  Random random(options_.seed ^ 0xABCDEF);
  weights_.assign(layout_.size, 0.0F);
  const auto fill = [&](size_t place, size_t inputs, size_t outputs, float gain) {
    const float scale = gain * std::sqrt(2.0F / static_cast<float>(inputs + outputs));
    for (size_t i = 0; i < inputs * outputs; ++i) weights_[place + i] = random.normal() * scale;
  };
  fill(layout_.vectors, shape_.vector, shape_.input, 2.0F);
  for (uint32_t l = 0; l < shape_.layers; ++l) {
    fill(layout_.layers[l].gates, shape_.layer_input(l), 6 * shape_.hidden, 1.5F);
    for (size_t d = 0; d < 2; ++d) {  // start by remembering
      std::fill_n(weights_.begin() + static_cast<std::ptrdiff_t>(layout_.layers[l].bias +
                                                                 (3 * d + 1) * shape_.hidden),
                  shape_.hidden, 0.5F);
    }
  }
  fill(layout_.tag, shape_.output(), shape_.tags, 1.0F);
  fill(layout_.view, shape_.output(), shape_.views(), 1.4F);
  fill(layout_.bilinear, shape_.arc, shape_.arc, 0.7F);
  fill(layout_.root_head, shape_.arc, 1, 1.0F);
  fill(layout_.root_label, shape_.label, 1, 1.0F);
  fill(layout_.label, shape_.label, shape_.labels, 1.4F);
  rows_.resize(feature_count_ * shape_.input);
  for (float& value : rows_) value = random.normal() * 0.15F;
  mean_.assign(weights_.size(), 0.0F);
  variance_.assign(weights_.size(), 0.0F);
  row_mean_.assign(rows_.size(), 0.0F);
  row_variance_.assign(rows_.size(), 0.0F);
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

void NetworkTrainer::update(float step, size_t words) {
  const size_t input = shape_.input;
  std::vector<float>& gradient = shards_[0].gradient;
  for (size_t s = 1; s < kShards; ++s) {
    for (size_t i = 0; i < gradient.size(); ++i) gradient[i] += shards_[s].gradient[i];
  }
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
  ++updates_;
  constexpr float kKeepMean = 0.9F, kKeepVariance = 0.98F;
  const auto count = static_cast<float>(updates_);
  const float mean_fix = 1.0F / (1.0F - std::pow(kKeepMean, count));
  const float variance_fix = 1.0F / (1.0F - std::pow(kKeepVariance, count));
  const float scale = 20.0F / static_cast<float>(words);
  double norm = 0;
  for (const float g : gradient)
    norm += static_cast<double>(g * scale) * static_cast<double>(g * scale);
  const float clip = scale * std::min(1.0F, 5.0F / static_cast<float>(std::sqrt(norm) + 1e-9));
  const auto adam = [&](float* weight, float* mean, float* variance, const float* g, size_t size) {
    for (size_t i = 0; i < size; ++i) {
      const float d = g[i] * clip;
      mean[i] = kKeepMean * mean[i] + (1.0F - kKeepMean) * d;
      variance[i] = kKeepVariance * variance[i] + (1.0F - kKeepVariance) * d * d;
      weight[i] -= step * mean[i] * mean_fix / (std::sqrt(variance[i] * variance_fix) + 1e-6F);
    }
  };
  adam(weights_.data(), mean_.data(), variance_.data(), gradient.data(), gradient.size());
  for (const uint32_t row : touched_) {
    const size_t at = size_t{row} * input;
    adam(rows_.data() + at, row_mean_.data() + at, row_variance_.data() + at,
         row_gradient_.data() + at, input);
    std::fill_n(row_gradient_.begin() + static_cast<std::ptrdiff_t>(at), input, 0.0F);
    is_touched_[row] = 0;
  }
  touched_.clear();
  transposed_.update(shape_, weights_);
}

// Scores on the dev sentences with gold words: "UPOS 96.1 UAS 81.0 LAS 75.2".
std::string NetworkTrainer::measure() {
  NetworkGradient& network = shards_[0].network;
  TreeWorkspace tree;
  std::vector<float> rows, vectors, gradient, row_gradient;
  struct Counts {
    size_t words = 0, upos = 0, heads = 0, labels = 0;
  };
  std::vector<Counts> all;
  Random random(7);
  for (const TreebankSentence& sentence : dev_) {
    if (!sentence.has_tree || sentence.words.size() > kMostTrainedWords) continue;
    if (all.size() <= sentence.source) all.resize(sentence.source + 1);
    Counts& counts = all[sentence.source];
    const Example example = make_example(sentence, {}, 0, random);
    embed(example, rows, vectors);
    network.step(weights_, transposed_, rows, vectors, example.target, {}, random, false, gradient,
                 row_gradient);
    const size_t n = example.size();
    std::vector<uint32_t> heads(n);
    best_tree(network.arcs(), network.columns(), n, heads, tree);
    std::vector<int32_t> signed_heads(heads.begin(), heads.end());
    network.score_labels(weights_, signed_heads);
    for (size_t t = 0; t < n; ++t) {
      const float* tags = network.tag_scores().data() + t * shape_.tags;
      const float* labels = network.label_scores().data() + t * shape_.labels;
      const auto label = heads[t] == n
                             ? static_cast<int64_t>(Deprel::kRoot)
                             : std::max_element(labels + 2, labels + kDeprelCount) - labels;
      const bool head_right = signed_heads[t] == example.target.heads[t];
      const auto universal = [](int64_t d) {
        const auto name = deprel_name(static_cast<Deprel>(d));
        return name.substr(0, name.find(':'));
      };
      ++counts.words;
      counts.upos += std::max_element(tags, tags + kUposCount) - tags == example.target.upos[t];
      counts.heads += head_right;
      counts.labels += head_right && universal(label) == universal(example.target.labels[t]);
    }
  }
  std::string out;
  for (const Counts& counts : all) {
    if (counts.words == 0) continue;
    const auto share = [&](size_t right) {
      return std::to_string(100.0 * static_cast<double>(right) / static_cast<double>(counts.words))
          .substr(0, 5);
    };
    out += "  UPOS " + share(counts.upos) + " UAS " + share(counts.heads) + " LAS " +
           share(counts.labels);
  }
  return out;
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
