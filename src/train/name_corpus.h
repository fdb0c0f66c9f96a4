// SPDX-License-Identifier: Apache-2.0
// A corpus of names: a token and its label (O, B-PERS, I-LOC …) a line, an empty line after each
// sentence. Read, and analysed as running text would be.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "isnad/analysis/analyser.h"
#include "isnad/mention/actor/token_facts.h"
#include "isnad/mention/name/name_features.h"

namespace isnad::train {

struct NameSentence {
  std::vector<std::string> tokens;
  std::vector<uint8_t> labels;  // as name_mention.h counts them
};

// Appends the sentences of a file. Errors: kMissingFile, kBadValue with the line.
[[nodiscard]] Result<bool> read_names(const std::filesystem::path& path,
                                      std::vector<NameSentence>& out);

// What reading names needs besides a model.
struct NameKnowledge {
  const Analyser& analyser;
  const Lexicon& lexicon;
  const ActorKnowledge& actors;
};

// Calls use(tokens, analysis, given) with the sentence read as running text of one sentence;
// given[t]: which of the sentence's tokens token t of that text is of, for a corpus may cut words
// otherwise.
void with_analysis(const NameSentence& sentence, const NameKnowledge& knowledge,
                   AnalysisWorkspace& work,
                   const std::function<void(const TokenTable&, const Analysis&,
                                            const std::vector<uint32_t>&)>& use);

}  // namespace isnad::train
