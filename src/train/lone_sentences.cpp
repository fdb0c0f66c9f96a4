// SPDX-License-Identifier: Apache-2.0
// Names that too few sentences have are left out; the rest is a plain logistic regression on the
// share of judges.
#include "train/lone_sentences.h"

#include "train/logistic_regression.h"

namespace isnad::train {
namespace {

using Sentences = std::vector<const JudgedSentence*>;

// The names that enough sentences have, numbered in order.
std::map<std::string, uint32_t> numbers_of(const Sentences& sentences,
                                           const WordsOptions& options) {
  std::map<std::string, size_t> counts;
  for (const auto* sentence : sentences) {
    for (const auto& word : sentence->words) ++counts[word.name];
  }
  std::map<std::string, uint32_t> numbers;
  for (const auto& [name, count] : counts) {
    const size_t least = name.starts_with("letters=") ? options.least_letters : options.least_words;
    if (count >= least) numbers.emplace(name, static_cast<uint32_t>(numbers.size()));
  }
  return numbers;
}

std::map<std::string, float> fit(const Sentences& sentences, const WordsOptions& options) {
  const auto numbers = numbers_of(sentences, options);
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
  how.penalty = options.penalty;
  const auto model = fit_logistic(examples, numbers.size(), how);
  std::map<std::string, float> weights{{"", static_cast<float>(model.bias + options.lift)}};
  for (const auto& [name, number] : numbers)
    weights.emplace(name, static_cast<float>(model.weights[number]));
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
