// SPDX-License-Identifier: Apache-2.0
// How a lemma is spelt. PADT writes the vowel after its shadda and a fatḥa before every alef; PUD
// writes the vowel first (Unicode's canonical order), and leaves out such fatḥas in half of the
// words. A lemma of which training knows several spellings gets the one that is commonest by the
// thousand words of its treebank, for all of its forms: one lemma, one spelling
// (docs/decisions/0011).
#pragma once

#include <map>
#include <string>
#include <vector>

#include "isnad/analysis/analysis.h"
#include "train/treebank.h"

namespace isnad::train {

class LemmaSpellings {
 public:
  // Counts the spellings of all words that have a lemma.
  explicit LemmaSpellings(const std::vector<TreebankSentence>& sentences);
  // The spelling of a lemma that the sentences have; `lemma`: as any of them writes it.
  [[nodiscard]] const std::u16string& choose(std::u16string_view lemma, Upos upos) const;

 private:
  using Lemma = std::pair<std::u16string, Upos>;  // as PADT would write it
  std::map<Lemma, std::map<std::u16string, double>> spellings_;
};

// What PADT would write for a lemma of PUD; PADT's own lemmas stay.
[[nodiscard]] std::u16string to_padt_style(std::u16string_view lemma);

// Whether the word has a lemma to learn from.
[[nodiscard]] bool has_lemma(const TreebankSentence& sentence, const TreebankWord& word);
[[nodiscard]] std::u16string lemma_letters(const TreebankWord& word);

}  // namespace isnad::train
