// SPDX-License-Identifier: Apache-2.0
// What the words of a judged sentence alone say, a regression a type: the part of the confidence
// model that speaks beside the traits of a claim in a report of one sentence.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "train/confidence_gold.h"

namespace isnad::train {

struct WordsOptions {
  double penalty = 0.04;          // L2
  double meaning_penalty = 0.06;  // the same for the meaning, which is fitted alone
  double meaning_share = 0.4;     // of the meaning against letters and words, 0…1
  // Nats added to every sentence: of two cautious models the mean is more cautious than either.
  // Found by fitting shares and lift to probabilities out of fold (decision 0057).
  double lift = 0.55;
  size_t least_letters = 4;  // sentences that a stretch of letters must stand in to count
  size_t least_words = 3;    // the same for words and pairs
};

// Nats by type: the bias under the empty name, then each word's weight.
using LoneWeights = std::map<std::string, std::map<std::string, float>>;

// Fits to the sentences of `gold` for which `in_training` holds; types without one are left out.
[[nodiscard]] LoneWeights fit_sentences(
    const ConfidenceGold& gold, const WordsOptions& options,
    const std::function<bool(const JudgedSentence&)>& in_training);

// Nats that the words of the sentence say; its type must be in `weights`.
[[nodiscard]] double nats_of(const JudgedSentence& sentence, const LoneWeights& weights);

}  // namespace isnad::train
