// SPDX-License-Identifier: Apache-2.0
// See lemma_trainer.h.
#include "train/lemma_trainer.h"

#include <map>

#include "isnad/analysis/lemma.h"

namespace isnad::train {
namespace {

std::u16string to_utf16(std::string_view utf8) {
  std::u16string out;
  for (size_t at = 0; at < utf8.size();) {
    const char32_t c = next_character(utf8, at);
    out += c > 0xFFFF ? u'\uFFFD' : static_cast<char16_t>(c);
  }
  return out;
}

}  // namespace

TrainedLemmas train_lemmas(const std::vector<TreebankSentence>& sentences, StringTableBuilder& strings) {
  std::map<uint64_t, std::map<std::u16string, uint32_t>> exact, folded;
  for (const TreebankSentence& sentence : sentences) {
    for (const TreebankWord& word : sentence.words) {
      if (word.lemma == "_" || sentence.tokens[word.token].kind != TokenKind::kWord) continue;
      const std::u16string lemma = to_utf16(word.lemma);
      ++exact[lemma_key(word.plain, word.upos)][lemma];
      ++folded[folded_lemma_key(word.plain, word.upos)][lemma];
    }
  }
  KeyTableBuilder keys;
  for (const auto* table : {&exact, &folded}) {
    for (const auto& [key, lemmas] : *table) {
      const auto best = std::max_element(lemmas.begin(), lemmas.end(),
                                         [](const auto& a, const auto& b) { return a.second < b.second; });
      keys.add(key, strings.add(best->first));
    }
  }
  return {keys.slots()};
}

}  // namespace isnad::train
