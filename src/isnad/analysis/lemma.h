// SPDX-License-Identifier: Apache-2.0
// Lemmas: by form and tag where training knew the word, else by the form without its article, else
// spelt letter by letter (lemma_speller.h) and, if the letters are those of a lemma that training
// knew, spelt as that one. Vocalised, without case ending: مجموعة NOUN gives مَجمُوعَة. One lemma of
// one tag is spelt in one way, whatever its form; docs/decisions/0011 says in which.
#pragma once

#include <string>

#include "isnad/analysis/analysis.h"
#include "isnad/analysis/lemma_speller.h"
#include "isnad/analysis/segment.h"
#include "isnad/analysis/tables.h"

namespace isnad {

struct LemmaTables {
  KeyTable index;  // the keys below, to a string
  StringTable strings;
  LemmaSpellerTables speller;
};

[[nodiscard]] uint64_t lemma_key(const Letters& form, Upos upos);
// Hamzas folded, the article dropped: what remains to go by when the form itself is not known.
[[nodiscard]] uint64_t bare_lemma_key(const Letters& form, Upos upos);
// The letters of a lemma, without its vowels: كِتاب and كِتَاب have the same.
[[nodiscard]] uint64_t known_lemma_key(std::u16string_view lemma, Upos upos);

// القرى NOUN gives قرى. Names keep their article, as it may be part of them.
[[nodiscard]] Letters without_article(const Letters& form, Upos upos);

class Lemmatiser {
 public:
  Lemmatiser() = default;
  explicit Lemmatiser(const LemmaTables& tables) : tables_(tables), speller_(tables.speller) {}
  // Appends the lemma in UTF-8 to `out`. `form`: plain letters of the word.
  void write_lemma(const Letters& form, Upos upos, const Features& features,
                   std::string& out) const;

 private:
  // By the tables alone; false if they do not know the word.
  [[nodiscard]] bool find_lemma(const Letters& form, Upos upos, Letters& lemma) const;
  [[nodiscard]] bool look_up(uint64_t key, Letters& lemma) const;
  LemmaTables tables_;
  LemmaSpeller speller_;
};

}  // namespace isnad
