// SPDX-License-Identifier: Apache-2.0
// A sentence's label is about its surest claim, and which one that is only a model can say: fit,
// choose, fit again. What the words of a lone sentence say is fitted apart and mixed in: two models
// with faults of their own, halved by each other. Folds go by document.
#include "train/train_confidence.h"

#include <xxhash.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "train/logistic_regression.h"

namespace isnad::train {
namespace {

constexpr float kAccepted = 0.3F;  // a sentence that so many judges accept has a claim it means
constexpr float kOtherOfNone =
    0.5F;  // weight of a claim that is not its rejected sentence's surest

// Gold claims as examples over numbered features.
class Examples {
 public:
  Examples(const ConfidenceGold& gold, size_t least_count) : gold_(gold) {
    std::map<std::string, size_t> counts;
    for (const auto& claim : gold.claims) {
      for (const auto& feature : claim.features) ++counts[feature.name];
    }
    std::map<std::string, uint32_t> numbers;
    for (const auto& [name, count] : counts) {
      if (count < least_count) continue;
      numbers.emplace(name, static_cast<uint32_t>(names_.size()));
      names_.push_back(name);
    }
    for (const auto& claim : gold.claims) {
      LogisticExample example;
      example.label = claim.right;
      for (const auto& feature : claim.features) {
        const auto number = numbers.find(feature.name);
        if (number != numbers.end()) example.features.push_back({number->second, feature.value});
      }
      examples_.push_back(std::move(example));
      bags_[claim.bag].push_back(examples_.size() - 1);
    }
  }

  // Fits to the claims for which `in_training` holds.
  template <class Condition>
  LogisticModel fit(const ConfidenceTrainingOptions& options, Condition in_training) {
    for (size_t i = 0; i < examples_.size(); ++i) {
      const auto& claim = gold_.claims[i];
      const bool used = claim.counts_for_sentence && in_training(claim);
      const double share = is_report(claim) ? options.report_weight
                                            : 1.0 / static_cast<double>(bags_[claim.bag].size());
      examples_[i].weight = used ? static_cast<float>(share) : 0;
    }
    LogisticOptions how;
    how.penalty = options.penalty;
    LogisticModel model = fit_logistic(examples_, names_.size(), how);
    for (int round = 0; round < options.rounds; ++round) {
      choose(model);
      model = fit_logistic(examples_, names_.size(), how);
    }
    return model;
  }

  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
  [[nodiscard]] const std::vector<LogisticExample>& all() const { return examples_; }
  [[nodiscard]] static bool is_report(const RatedClaim& claim) {
    return claim.bag.find('#') != std::string::npos;
  }

 private:
  // The surest claim of a sentence stands for it; the others of an accepted one are left out.
  void choose(const LogisticModel& model) {
    for (const auto& [bag, members] : bags_) {
      size_t surest = SIZE_MAX;
      double best = -1;
      for (const size_t i : members) {
        if (examples_[i].weight <= 0 && !gold_.claims[i].counts_for_sentence) continue;
        const double p = model.probability(examples_[i].features);
        if (was_used(i) && p > best) {
          best = p;
          surest = i;
        }
      }
      if (surest == SIZE_MAX || is_report(gold_.claims[surest])) continue;
      for (const size_t i : members) {
        if (!was_used(i)) continue;
        const float other = gold_.claims[i].right > kAccepted ? 0.0F : kOtherOfNone;
        chosen_weight(i, i == surest ? 1.0F : other);
      }
    }
  }
  // A claim left out in one round may come back in the next: its weight is kept below nought.
  [[nodiscard]] bool was_used(size_t i) const { return examples_[i].weight != 0; }
  void chosen_weight(size_t i, float weight) { examples_[i].weight = weight > 0 ? weight : -1; }

  const ConfidenceGold& gold_;
  std::vector<std::string> names_;
  std::vector<LogisticExample> examples_;
  std::map<std::string, std::vector<size_t>> bags_;
};

int fold_of(const std::string& document, int folds) {
  return static_cast<int>(XXH3_64bits(document.data(), document.size()) %
                          static_cast<uint64_t>(folds));
}

// The judged sentences of one sentence each, by bag.
std::map<std::string, const JudgedSentence*> lone_sentences(const ConfidenceGold& gold) {
  std::map<std::string, const JudgedSentence*> out;
  for (const auto& sentence : gold.sentences) {
    if (!sentence.words.empty()) out.emplace(sentence.bag, &sentence);
  }
  return out;
}

// As ConfidenceModel::probability does it.
float mixed(double probability_of_traits, double nats_of_words, double share) {
  const double nats = std::log(probability_of_traits / (1 - probability_of_traits));
  return static_cast<float>(1 / (1 + std::exp(-((1 - share) * nats + share * nats_of_words))));
}

double average_precision(std::vector<std::pair<float, bool>> scored) {
  std::stable_sort(scored.begin(), scored.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  double hits = 0;
  double area = 0;
  for (size_t i = 0; i < scored.size(); ++i) {
    if (!scored[i].second) continue;
    ++hits;
    area += hits / static_cast<double>(i + 1);
  }
  return hits > 0 ? 100 * area / hits : 0;
}

DetectionScore detection(const std::string& type, const ConfidenceGold& gold,
                         const std::map<std::string, float>& surest) {
  DetectionScore score;
  score.type = type;
  std::vector<std::pair<float, bool>> scored;
  double hit = 0;
  double found = 0;
  for (const auto& sentence : gold.sentences) {
    if (!sentence.bag.starts_with(type + " ") || sentence.label == "ambiguous") continue;
    const auto best = surest.find(sentence.bag);
    const float confidence = best == surest.end() ? 0 : best->second;
    const bool yes = sentence.label == "yes";
    scored.emplace_back(confidence, yes);
    score.positives += yes;
    found += confidence >= 0.5F;
    hit += confidence >= 0.5F && yes;
  }
  score.sentences = scored.size();
  score.precision = found > 0 ? 100 * hit / found : 0;
  score.recall = score.positives > 0 ? 100 * hit / static_cast<double>(score.positives) : 0;
  const double sum = score.precision + score.recall;
  score.f1 = sum > 0 ? 2 * score.precision * score.recall / sum : 0;
  score.average_precision = average_precision(std::move(scored));
  return score;
}

}  // namespace

std::vector<float> cross_validated(const ConfidenceGold& gold,
                                   const ConfidenceTrainingOptions& options) {
  Examples examples(gold, options.least_count);
  const auto lone = lone_sentences(gold);
  std::vector<float> out(gold.claims.size(), 0);
  for (int fold = 0; fold < options.folds; ++fold) {
    const auto held_out = [&](const auto& one) {
      return fold_of(one.document, options.folds) == fold;
    };
    const auto model = examples.fit(options, [&](const auto& claim) { return !held_out(claim); });
    const auto words = fit_sentences(gold, options.words,
                                     [&](const auto& sentence) { return !held_out(sentence); });
    for (size_t i = 0; i < out.size(); ++i) {
      const auto& claim = gold.claims[i];
      if (!held_out(claim)) continue;
      const double of_traits = model.probability(examples.all()[i].features);
      const auto sentence = lone.find(claim.bag);
      const bool has_words = sentence != lone.end() && words.contains(sentence->second->type);
      out[i] = has_words ? mixed(of_traits, nats_of(*sentence->second, words), options.words_share)
                         : static_cast<float>(of_traits);
    }
  }
  return out;
}

ConfidenceScores score_confidence(const ConfidenceGold& gold,
                                  const std::vector<float>& confidences) {
  ConfidenceScores scores;
  scores.bins.resize(10);
  std::map<std::string, float> surest;
  std::map<std::string, std::vector<size_t>> sources;
  size_t counted = 0;
  for (size_t i = 0; i < gold.claims.size(); ++i) {
    const auto& claim = gold.claims[i];
    if (!claim.counts_for_sentence) continue;
    auto& best = surest[claim.bag];
    best = std::max(best, confidences[i]);
    sources[claim.source].push_back(i);
  }
  // Of a sentence's claims its label is about the surest.
  std::map<std::string, bool> told;
  for (size_t i = 0; i < gold.claims.size(); ++i) {
    const auto& claim = gold.claims[i];
    if (!claim.counts_for_sentence || confidences[i] < surest[claim.bag] || told[claim.bag])
      continue;
    told[claim.bag] = true;
    auto& bin = scores.bins[std::min<size_t>(9, static_cast<size_t>(confidences[i] * 10))];
    ++bin.claims;
    bin.said += static_cast<double>(confidences[i]);
    bin.right += static_cast<double>(claim.right);
    ++counted;
  }
  for (auto& bin : scores.bins) {
    if (bin.claims == 0) continue;
    const auto n = static_cast<double>(bin.claims);
    scores.calibration_error += std::abs(bin.said - bin.right) / static_cast<double>(counted);
    bin.said /= n;
    bin.right /= n;
  }
  for (const auto& [source, members] : sources) {
    const auto& first = gold.claims[members.front()];
    if (!Examples::is_report(first)) {
      scores.sentences.push_back(detection(source, gold, surest));
      continue;
    }
    ReportScore score;
    score.source = source;
    score.claims = members.size();
    double all = 0;
    double kept = 0;
    double stands = 0;
    double stands_kept = 0;
    for (const size_t i : members) {
      const bool is_kept = confidences[i] >= 0.5F;
      ++all;
      kept += is_kept;
      stands += gold.claims[i].stands_for_event;
      stands_kept += gold.claims[i].stands_for_event && is_kept;
    }
    const auto found = gold.events.find(source);
    const double events = found == gold.events.end() ? 0 : static_cast<double>(found->second);
    score.precision = kept > 0 ? 100 * stands_kept / kept : 0;
    score.precision_of_all = all > 0 ? 100 * stands / all : 0;
    score.recall = events > 0 ? 100 * stands_kept / events : 0;
    score.recall_of_all = events > 0 ? 100 * stands / events : 0;
    scores.reports.push_back(score);
  }
  return scores;
}

ConfidenceModelText train_confidence(const ConfidenceGold& gold,
                                     const ConfidenceTrainingOptions& options) {
  Examples examples(gold, options.least_count);
  const auto model = examples.fit(options, [](const RatedClaim&) { return true; });
  ConfidenceModelText out;
  out.bias = static_cast<float>(model.bias);
  constexpr double kNegligible = 0.002;  // nats
  for (size_t i = 0; i < model.weights.size(); ++i) {
    if (std::abs(model.weights[i]) >= kNegligible)
      out.weights.emplace(examples.names()[i], static_cast<float>(model.weights[i]));
  }
  out.words_share = static_cast<float>(options.words_share);
  const auto lone = fit_sentences(gold, options.words, [](const auto&) { return true; });
  constexpr float kNegligibleWord =
      0.06F;  // nats; a word has a twentieth of its weight's say, or so
  for (const auto& [type, words] : lone) {
    for (const auto& [word, weight] : words) {
      if (word.empty() || std::abs(weight) >= kNegligibleWord)
        out.weights.emplace(lone_word_name(type, word), weight);
    }
  }
  return out;
}

}  // namespace isnad::train
