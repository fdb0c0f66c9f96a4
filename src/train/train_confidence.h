// SPDX-License-Identifier: Apache-2.0
// Trains the confidence model and measures it out of fold: `isnad train confidence`, `isnad
// evaluate confidence`.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "isnad/event/confidence_model.h"
#include "train/confidence_gold.h"
#include "train/lone_sentences.h"

namespace isnad::train {

struct ConfidenceTrainingOptions {
  double penalty = 12;     // L2
  size_t least_count = 2;  // features of fewer claims are left out
  int folds = 5;
  int rounds = 2;            // how often the claim that a sentence's label means is chosen anew
  double report_weight = 1;  // of a claim of a report against one of a sentence
  double words_share = 0.5;  // of a lone sentence's words against its claim's traits, 0…1
  WordsOptions words;
};

// One tenth of the claims by confidence: how many, what was said, what was right.
struct ReliabilityBin {
  size_t claims = 0;
  double said = 0;   // mean confidence
  double right = 0;  // mean share of judges who say yes
};

struct DetectionScore {
  std::string type;
  double precision = 0, recall = 0, f1 = 0, average_precision = 0;  // per cent, "yes" against "no"
  size_t positives = 0, sentences = 0;
};

struct ReportScore {
  std::string source;
  // Per cent, of claims at or above 0.5 and of annotated events; with all claims in brackets'
  // stead.
  double precision = 0, recall = 0;
  double precision_of_all = 0, recall_of_all = 0;
  size_t claims = 0;
};

struct ConfidenceScores {
  std::vector<DetectionScore> sentences;
  std::vector<ReportScore> reports;
  std::vector<ReliabilityBin> bins;  // ten
  double calibration_error = 0;      // expected, 0…1, over the ten bins
};

// Confidences of `gold.claims`, each by a model that saw nothing of its document.
[[nodiscard]] std::vector<float> cross_validated(const ConfidenceGold& gold,
                                                 const ConfidenceTrainingOptions& options);

[[nodiscard]] ConfidenceScores score_confidence(const ConfidenceGold& gold,
                                                const std::vector<float>& confidences);

// The model over all of the gold.
[[nodiscard]] ConfidenceModelText train_confidence(const ConfidenceGold& gold,
                                                   const ConfidenceTrainingOptions& options);

// The reliability diagram as SVG: a bar a tenth, the diagonal, how many claims each.
[[nodiscard]] std::string reliability_svg(const ConfidenceScores& scores);

}  // namespace isnad::train
