// SPDX-License-Identifier: Apache-2.0
// `isnad train names`: the tagger of names from corpora of names. `isnad evaluate names`: whole
// names right, as CoNLL counts.
#pragma once

#include "isnad/mention/name/name_model.h"
#include "train/name_corpus.h"
#include "train/name_trainer.h"
#include "train/network_trainer.h"

namespace isnad::train {

struct NameTrainingOptions {
  std::vector<std::filesystem::path> train;  // never a test side
  std::vector<std::filesystem::path> dev;    // measured, never learnt from
  std::filesystem::path output;
  uint32_t fine = 512, coarse = 64;  // clusters of the analyser's word vectors
  NameTrainerOptions names;
};
[[nodiscard]] Result<bool> train_names(const NameTrainingOptions& options,
                                       const NameKnowledge& knowledge, const Progress& progress);

// Counted over names of one type; a name is right if its first and last token and its type are.
struct NameScore {
  size_t right = 0, found = 0, gold = 0;
  [[nodiscard]] double f1() const {
    return found + gold == 0
               ? 0.0
               : 200.0 * static_cast<double>(right) / static_cast<double>(found + gold);
  }
};
struct NameScores {
  NameScore of[kNameTypes];
  NameScore all;  // persons, places, organisations
};
[[nodiscard]] Result<NameScores> evaluate_names(const std::filesystem::path& corpus,
                                                const NameModel& model,
                                                const NameKnowledge& knowledge);
// "PERS 80.1 LOC 85.2 ORG 66.0 all 78.3 (1993 names)".
[[nodiscard]] std::string describe_scores(const NameScores& scores);

}  // namespace isnad::train
