// SPDX-License-Identifier: Apache-2.0
// See name_corpus.h.
#include "train/name_corpus.h"

#include <algorithm>
#include <fstream>

#include "isnad/analysis/paragraph.h"
#include "isnad/mention/name/name_mention.h"

namespace isnad::train {
namespace {

// The label of "B-PERS"; kNameLabels for a word that is none.
uint8_t read_label(std::string_view text) {
  if (text == "O") return kNoName;
  if (text.size() < 3 || text[1] != '-') return kNameLabels;
  for (uint32_t t = 0; t < kNameTypes; ++t) {
    if (text.substr(2) == kNameTypeNames[t])
      return static_cast<uint8_t>(first_label(static_cast<NameType>(t)) + (text[0] == 'I' ? 1 : 0));
  }
  return kNameLabels;
}

}  // namespace

Result<bool> read_names(const std::filesystem::path& path, std::vector<NameSentence>& out) {
  std::ifstream file(path);
  if (!file)
    return failure(ErrorCode::kMissingFile, "cannot be opened; check the path", path.string());
  NameSentence sentence;
  const auto finish = [&] {
    if (!sentence.tokens.empty()) out.push_back(std::move(sentence));
    sentence = {};
  };
  std::string line;
  for (size_t number = 1; std::getline(file, line); ++number) {
    if (line.starts_with("# ")) continue;
    const size_t tab = line.find('\t');
    if (line.empty()) {
      finish();
      continue;
    }
    const uint8_t label =
        tab == std::string::npos ? uint8_t{kNameLabels} : read_label(line.substr(tab + 1));
    const bool spaced = line.find(' ') < tab;
    if (label == kNameLabels || tab == 0 || spaced)
      return failure(ErrorCode::kBadValue, "is no token, tab and label such as B-PERS",
                     path.string() + ":" + std::to_string(number));
    // A further token without a first one begins a name.
    const uint8_t before = sentence.labels.empty() ? uint8_t{kNoName} : sentence.labels.back();
    sentence.tokens.push_back(line.substr(0, tab));
    sentence.labels.push_back(may_follow(before, label) ? label : static_cast<uint8_t>(label - 1));
  }
  finish();
  return true;
}

void with_analysis(const NameSentence& sentence, const NameKnowledge& knowledge,
                   AnalysisWorkspace& work,
                   const std::function<void(const TokenTable&, const Analysis&,
                                            const std::vector<uint32_t>&)>& use) {
  std::string joined;
  std::vector<uint32_t> ends;
  for (const std::string& token : sentence.tokens) {
    if (!joined.empty()) joined += ' ';
    joined += token;
    ends.push_back(static_cast<uint32_t>(joined.size()));
  }
  const Text text = make_paragraph(joined);
  const std::vector<Match> matches = knowledge.lexicon.find_matches(text);
  const Analysis analysis = knowledge.analyser.analyse(text, joined, work);
  std::vector<uint32_t> given;
  for (const Token& token : text.tokens)
    given.push_back(static_cast<uint32_t>(
        std::upper_bound(ends.begin(), ends.end(), token.given.begin) - ends.begin()));
  use(TokenTable(text, matches, analysis, knowledge.actors), analysis, given);
}

}  // namespace isnad::train
