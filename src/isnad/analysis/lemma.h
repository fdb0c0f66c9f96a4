// SPDX-License-Identifier: Apache-2.0
// Lemmas: by form and tag where training knew the word, else the spelling without its article.
// Vocalised as PADT vocalises (no case ending): مجموعة NOUN gives مَجمُوعَة.
#pragma once

#include <string>

#include "isnad/analysis/analysis.h"
#include "isnad/analysis/segment.h"
#include "isnad/analysis/tables.h"

namespace isnad {

struct LemmaTables {
  KeyTable index;  // lemma_key and folded_lemma_key to a string
  StringTable strings;
};

// A word's lemma depends on its spelling, tag, and on number and voice where a table row says so.
[[nodiscard]] uint64_t lemma_key(const Letters& form, Upos upos);
[[nodiscard]] uint64_t folded_lemma_key(const Letters& form, Upos upos);

class Lemmatiser {
 public:
  Lemmatiser() = default;
  explicit Lemmatiser(const LemmaTables& tables) : tables_(tables) {}
  // Appends the lemma in UTF-8 to `out`. `form`: plain letters of the word.
  void write_lemma(const Letters& form, Upos upos, std::string& out) const;
  // A number's lemma is the number in Arabic-Indic digits, as PADT writes it: 15 gives ١٥.
  static void write_number(const Letters& form, std::string& out);

 private:
  LemmaTables tables_;
};

}  // namespace isnad
