// SPDX-License-Identifier: Apache-2.0
// The gold that `train confidence` and `evaluate confidence` share, and how it is read.
#pragma once

#include <string>
#include <vector>

#include "data_folder.h"
#include "train/train_confidence.h"

namespace isnad {

struct GoldOptions {
  std::vector<std::string> sentences;
  std::vector<std::string> reports;
  std::string penalty = "12";
  std::string words_share = "0.5";
  std::string words_penalty = "0.04";
  std::string meaning_penalty = "0.06";
  std::string meaning_share = "0.4";
  std::string lift = "0.55";
  std::string report_weight = "1";
  std::string least = "0.05";
  DataOptions data;
};

[[nodiscard]] std::vector<Argument> gold_arguments(GoldOptions& options);
[[nodiscard]] train::ConfidenceTrainingOptions training_of(const GoldOptions& options);
// Codes all of the gold without a confidence model. Errors: those of load_coder and of the readers.
[[nodiscard]] Result<train::ConfidenceGold> read_gold(const GoldOptions& options);
// What the model's head says of its making: names of files, not their paths.
[[nodiscard]] std::vector<std::string> provenance_of(const GoldOptions& options,
                                                     const train::ConfidenceGold& gold);

}  // namespace isnad
