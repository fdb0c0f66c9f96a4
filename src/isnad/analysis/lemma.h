// SPDX-License-Identifier: Apache-2.0
// Lemmas: by form and tag where training knew the word, else spelt letter by letter
// (lemma_speller.h). Vocalised as PADT vocalises (no case ending): مجموعة NOUN gives مَجمُوعَة.
#pragma once

#include <string>

#include "isnad/analysis/analysis.h"
#include "isnad/analysis/lemma_speller.h"
#include "isnad/analysis/segment.h"
#include "isnad/analysis/tables.h"

namespace isnad {

struct LemmaTables {
  KeyTable index;  // lemma_key and folded_lemma_key to a string
  StringTable strings;
  LemmaSpellerTables speller;
};

// The two treebanks spell the same lemma differently: PADT writes the vowel after its shadda and a
// fatḥa before every alef; PUD writes the vowel first, and no such fatḥa in names. kPud is for
// files that are measured against PUD.
enum class LemmaStyle : uint8_t { kPadt, kPud };
[[nodiscard]] std::u16string to_padt_style(std::u16string_view lemma);
void to_pud_style(Upos upos, Letters& lemma);

[[nodiscard]] uint64_t lemma_key(const Letters& form, Upos upos);
[[nodiscard]] uint64_t pud_lemma_key(const Letters& form,
                                     Upos upos);  // as PUD has it, where it differs
[[nodiscard]] uint64_t folded_lemma_key(const Letters& form, Upos upos);

class Lemmatiser {
 public:
  Lemmatiser() = default;
  explicit Lemmatiser(const LemmaTables& tables) : tables_(tables), speller_(tables.speller) {}
  // Appends the lemma in UTF-8 to `out`. `form`: plain letters of the word.
  void write_lemma(const Letters& form, Upos upos, const Features& features, LemmaStyle style,
                   std::string& out) const;
  // A number's lemma is the number in Arabic-Indic digits, as PADT writes it: 15 gives ١٥.
  static void write_number(const Letters& form, std::string& out);

 private:
  LemmaTables tables_;
  LemmaSpeller speller_;
};

}  // namespace isnad
