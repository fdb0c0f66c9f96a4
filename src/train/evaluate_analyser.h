// SPDX-License-Identifier: Apache-2.0
// Measures the analyser on a treebank from raw text: `isnad evaluate analyser`. The counts are
// those of the CoNLL shared tasks: F1 of words, tags, lemmas, heads and labelled heads, aligned by
// characters; inside a token of several words by the longest common run of forms. Universal
// relations only (subtypes cut).
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "isnad/analysis/analyser.h"
#include "isnad/base/result.h"

namespace isnad::train {

struct AnalyserScores {
  double words = 0, upos = 0, lemmas = 0, uas = 0, las = 0;  // F1, per cent
  size_t gold_words = 0;
  double words_per_second =
      0;  // of analyse() alone, one thread, by the thread's own processor time
};

struct EvaluationOptions {
  bool drop_hamzas = false;  // أ إ آ of the input written ا
};

// Errors: those of read_treebank; kBadValue if a sentence has no line "# text = " or tokens that
// are not its text.
[[nodiscard]] Result<AnalyserScores> evaluate_analyser(const Analyser& analyser,
                                                       const std::filesystem::path& treebank,
                                                       const EvaluationOptions& options = {});

}  // namespace isnad::train
