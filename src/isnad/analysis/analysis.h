// SPDX-License-Identifier: Apache-2.0
// The linguistic analysis of a text: syntactic words (clitics split off their tokens) in parallel
// columns. Tags, features and relations are those of Universal Dependencies v2, spelt as UD spells
// them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/base/span.h"
#include "isnad/base/string_pool.h"

namespace isnad {

enum class Upos : uint8_t {
  kADJ,
  kADP,
  kADV,
  kAUX,
  kCCONJ,
  kDET,
  kINTJ,
  kNOUN,
  kNUM,
  kPART,
  kPRON,
  kPROPN,
  kPUNCT,
  kSCONJ,
  kSYM,
  kVERB,
  kX,
};
[[nodiscard]] std::string_view upos_name(Upos upos);
[[nodiscard]] std::optional<Upos> upos_named(std::string_view name);

// Morphological features later steps use; 0 = not stated.
struct Features {
  uint8_t gender : 2 = 0;            // 1 Masc 2 Fem
  uint8_t number : 2 = 0;            // 1 Sing 2 Dual 3 Plur
  uint8_t person : 2 = 0;            // 1 2 3
  uint8_t aspect : 2 = 0;            // 1 Perf 2 Imp
  uint8_t mood : 3 = 0;              // 1 Ind 2 Sub 3 Jus 4 Imp
  uint8_t voice : 2 = 0;             // 1 Act 2 Pass
  uint8_t definite : 2 = 0;          // 1 Ind 2 Def 3 Cons
  uint8_t grammatical_case : 2 = 0;  // 1 Nom 2 Gen 3 Acc
  uint8_t negative : 1 = 0;          // Polarity=Neg
  friend bool operator==(const Features&, const Features&) = default;
};
// "Case=Nom|Number=Sing" in UD's order, "_" for none; and back, leaving out what Features has no
// place for.
void append_features(const Features& features, std::string& out);
[[nodiscard]] Features read_features(std::string_view text);

// UD v2 universal relations; subtypes that matter here have their own value.
enum class Deprel : uint8_t {
  kNone,
  kRoot,
  kAcl,
  kAclRelcl,
  kAdvcl,
  kAdvmod,
  kAmod,
  kAppos,
  kAux,
  kAuxPass,
  kCase,
  kCc,
  kCcomp,
  kClf,
  kCompound,
  kConj,
  kCop,
  kCsubj,
  kDep,
  kDet,
  kDiscourse,
  kDislocated,
  kExpl,
  kFixed,
  kFlat,
  kFlatForeign,
  kGoeswith,
  kIobj,
  kList,
  kMark,
  kNmod,
  kNsubj,
  kNsubjPass,
  kNummod,
  kObj,
  kObl,
  kOblArg,
  kOrphan,
  kParataxis,
  kPunct,
  kReparandum,
  kVocative,
  kXcomp,
};
[[nodiscard]] std::string_view deprel_name(Deprel deprel);
// An unknown subtype gives its universal relation, anything else kDep.
[[nodiscard]] Deprel deprel_named(std::string_view name);

inline constexpr uint32_t kRootHead = UINT32_MAX;    // this word is its sentence's root
inline constexpr uint32_t kNoHead = UINT32_MAX - 1;  // no tree was made

struct Analysis {
  // One element a word, in text order.
  std::vector<uint32_t> token;  // index into Text::tokens
  std::vector<StringId> form;   // the word as UD spells it (للقرية gives ل and القرية)
  std::vector<StringId> lemma;  // vocalised where known, else the folded stem
  std::vector<Upos> upos;
  std::vector<Features> features;
  std::vector<uint32_t> head;  // index of the head word in these columns, kRootHead or kNoHead
  std::vector<Deprel> deprel;
  // How sure segmentation, tag and head are: 0 (a toss-up) … 255 (sure), one element a word each.
  std::vector<uint8_t> segment_margin;
  std::vector<uint8_t> tag_margin;
  std::vector<uint8_t> head_margin;

  std::vector<WordSpan> sentences;   // parallel to Text::sentences
  std::vector<uint32_t> first_word;  // one element a token and one more: words of token t are
                                     // [first_word[t], first_word[t+1])
  StringPool strings;

  [[nodiscard]] size_t size() const { return token.size(); }
  [[nodiscard]] std::string_view form_of(uint32_t word) const { return strings.view(form[word]); }
  [[nodiscard]] std::string_view lemma_of(uint32_t word) const { return strings.view(lemma[word]); }
};

}  // namespace isnad
