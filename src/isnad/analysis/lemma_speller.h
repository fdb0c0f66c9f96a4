// SPDX-License-Identifier: Apache-2.0
// Lemmas of words the table does not know: letter by letter, what becomes of it (kept with which
// vowel, changed, dropped), chosen by a linear model of the letters around, the word's template and
// its tag.
//   اتهامات NOUN → اِتِّهَام        (accusation), though training never met the word
// An edit is a string in which '=' stands for the letter itself; "" drops it.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "isnad/analysis/analysis.h"
#include "isnad/analysis/spelling.h"
#include "isnad/analysis/tables.h"

namespace isnad {

struct LemmaSpellerTables {
  std::span<const int16_t> weights;  // at least kMostEdits of them
  ListTable edits;                   // by letter_class: string ids of the edits it may undergo
  StringTable strings;
};

// The word with what the features of all its letters share.
class SpelledWord {
 public:
  SpelledWord(const Letters& form, Upos upos, const Features& features);

  static constexpr size_t kFeatures = 22;
  // Keys of what surrounds letter i (i == size: the end) after the edits `before` and
  // `before_that`.
  void find_features(uint32_t i, uint32_t before, uint32_t before_that,
                     std::array<uint64_t, kFeatures>& keys) const;
  // The key of the list of edits of letter i.
  [[nodiscard]] uint64_t edit_list(uint32_t i) const;
  [[nodiscard]] uint32_t size() const { return form_.size; }
  [[nodiscard]] char16_t letter(uint32_t i) const { return form_.at[i]; }

 private:
  [[nodiscard]] char16_t at(int64_t i) const;
  Letters form_;      // folded hamzas
  Letters template_;  // servile letters as they are, others as one
  uint64_t tag_;
  uint64_t shape_;
};

// A letter's list of edits may be this long; a longer one is cut.
inline constexpr size_t kMostEdits = 64;

// Where the weights of a feature begin, one for each edit of the letter's list: side by side, so
// that a feature costs one cache line. `weights`: at least kMostEdits of them.
[[nodiscard]] inline size_t edit_weights_of(uint64_t feature, size_t weights) {
  const auto places = static_cast<uint64_t>(weights - kMostEdits + 1);
  return static_cast<size_t>(((feature >> 32) * places) >> 32);
}

class LemmaSpeller {
 public:
  LemmaSpeller() = default;
  explicit LemmaSpeller(const LemmaSpellerTables& tables) : tables_(tables) {}
  [[nodiscard]] bool usable() const { return !tables_.weights.empty(); }
  // Appends the lemma as UTF-16. Letters no edit is known for stay.
  void spell(const Letters& form, Upos upos, const Features& features, Letters& out) const;

 private:
  // The number of the best of a letter's first `edits` edits.
  [[nodiscard]] size_t best_edit(const std::array<uint64_t, SpelledWord::kFeatures>& keys,
                                 size_t edits) const;
  LemmaSpellerTables tables_;
};

}  // namespace isnad
