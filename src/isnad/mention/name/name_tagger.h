// SPDX-License-Identifier: Apache-2.0
// Names of persons, places and organisations in an analysed text, known or not, by a linear model
// over neighbouring words and the best sequence of labels.
#pragma once

#include <vector>

#include "isnad/mention/name/name_model.h"

namespace isnad {

struct NameWorkspace {
  std::vector<NameWord> words;
  std::vector<float> scores;    // kNameRow a token of the sentence
  std::vector<uint8_t> before;  // kNameLabels a token
};

// Names in text order; none overlaps another, none crosses a sentence. Linear. `tokens`: of the
// same text and analysis. `wanted`: one a sentence, whether to look there; empty: everywhere.
[[nodiscard]] std::vector<NameMention> find_names(const NameModel& model, const TokenTable& tokens,
                                                  const Analysis& analysis, NameWorkspace& work,
                                                  const std::vector<bool>& wanted = {});

// The best labels of a sentence whose scores are given, kNameRow a token.
void best_labels(const NameModel& model, std::span<const float> scores, NameWorkspace& work,
                 std::vector<uint8_t>& labels);

}  // namespace isnad
