// SPDX-License-Identifier: Apache-2.0
// Names that too few sentences have are left out; the rest is a plain logistic regression on the
// share of judges.
#include "train/lone_sentences.h"

#include "train/logistic_regression.h"

namespace isnad::train {
namespace {

using Sentences = std::vector<const JudgedSentence*>;

// Letters and words are one kind, the meaning another: fitted apart, either has its say.
bool is_meaning(const Feature& feature) { return feature.name.starts_with("meaning="); }

size_t least_of(const std::string& name, const WordsOptions& options) {
  if (name.starts_with("letters=")) return options.least_letters;
  return name.starts_with("words=") ? options.least_words : 1;
}

// The names of one kind that enough sentences have, numbered in order.
std::map<std::string, uint32_t> numbers_of(const Sentences& sentences, bool meaning,
                                           const WordsOptions& options) {
  std::map<std::string, size_t> counts;
  for (const auto* sentence : sentences) {
    for (const auto& word : sentence->words) {
      if (is_meaning(word) == meaning) ++counts[word.name];
    }
  }
  std::map<std::string, uint32_t> numbers;
  for (const auto& [name, count] : counts) {
    if (count >= least_of(name, options))
      numbers.emplace(name, static_cast<uint32_t>(numbers.size()));
  }
  return numbers;
}

// Adds `share` of the nats of a regression over the names of one kind.
void add_fitted(const Sentences& sentences, bool meaning, double share, const WordsOptions& options,
                std::map<std::string, float>& weights) {
  const auto numbers = numbers_of(sentences, meaning, options);
  std::vector<LogisticExample> examples;
  for (const auto* sentence : sentences) {
    LogisticExample example;
    example.label = sentence->right;
    for (const auto& word : sentence->words) {
      const auto number = numbers.find(word.name);
      if (number != numbers.end()) example.features.push_back({number->second, word.value});
    }
    examples.push_back(std::move(example));
  }
  LogisticOptions how;
  how.penalty = meaning ? options.meaning_penalty : options.penalty;
  const auto model = fit_logistic(examples, numbers.size(), how);
  weights[""] += static_cast<float>(share * model.bias);
  for (const auto& [name, number] : numbers)
    weights.emplace(name, static_cast<float>(share * model.weights[number]));
}

std::map<std::string, float> fit(const Sentences& sentences, const WordsOptions& options) {
  std::map<std::string, float> weights{{"", static_cast<float>(options.lift)}};
  add_fitted(sentences, false, 1 - options.meaning_share, options, weights);
  add_fitted(sentences, true, options.meaning_share, options, weights);
  return weights;
}

}  // namespace

LoneWeights fit_sentences(const ConfidenceGold& gold, const WordsOptions& options,
                          const std::function<bool(const JudgedSentence&)>& in_training) {
  std::map<std::string, Sentences> by_type;
  for (const auto& sentence : gold.sentences) {
    if (!sentence.words.empty() && in_training(sentence))
      by_type[sentence.type].push_back(&sentence);
  }
  LoneWeights out;
  for (const auto& [type, sentences] : by_type) out.emplace(type, fit(sentences, options));
  return out;
}

double nats_of(const JudgedSentence& sentence, const LoneWeights& weights) {
  const auto& of_type = weights.at(sentence.type);
  double sum = of_type.at("");
  for (const auto& word : sentence.words) {
    const auto weight = of_type.find(word.name);
    if (weight != of_type.end())
      sum += static_cast<double>(word.value) * static_cast<double>(weight->second);
  }
  return sum;
}

}  // namespace isnad::train
