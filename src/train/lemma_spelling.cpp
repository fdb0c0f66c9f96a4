// SPDX-License-Identifier: Apache-2.0
// See lemma_spelling.h.
#include "train/lemma_spelling.h"

#include <algorithm>

#include "isnad/analysis/spelling.h"

namespace isnad::train {
namespace {

constexpr char16_t kAlef = u'\u0627';
constexpr char16_t kFatha = u'\u064E';
constexpr char16_t kShadda = u'\u0651';
constexpr char16_t kDaggerAlef = u'\u0670';  // PUD writes a grave accent for it
constexpr char16_t kAlefWasla = u'\u0671';

// A lemma as common in PUD as in PADT is spelt as PADT spells it: its lemmas were made by hand.
constexpr double kShareOfPud = 0.7;

bool is_vowel(char16_t c) { return c >= 0x064B && c <= 0x0650; }

// Which of the files spell lemmas as PUD does: a vowel before its shadda.
std::vector<bool> find_pud_sources(const std::vector<TreebankSentence>& sentences) {
  std::vector<int64_t> balance;
  for (const TreebankSentence& sentence : sentences) {
    if (balance.size() <= sentence.source) balance.resize(sentence.source + 1);
    for (const TreebankWord& word : sentence.words) {
      const std::u16string lemma = lemma_letters(word);
      for (size_t i = 1; i < lemma.size(); ++i) {
        if (lemma[i] == kShadda && is_vowel(lemma[i - 1])) ++balance[sentence.source];
        if (lemma[i - 1] == kShadda && is_vowel(lemma[i])) --balance[sentence.source];
      }
    }
  }
  std::vector<bool> pud(balance.size());
  for (size_t i = 0; i < balance.size(); ++i) pud[i] = balance[i] > 0;
  return pud;
}

}  // namespace

bool has_lemma(const TreebankSentence& sentence, const TreebankWord& word) {
  return word.lemma != "_" && !word.plain.cut &&
         sentence.tokens[word.token].kind == TokenKind::kWord;
}

std::u16string lemma_letters(const TreebankWord& word) {
  std::u16string out;
  for (size_t at = 0; at < word.lemma.size();) {
    const char32_t c = next_character(word.lemma, at);
    out += c > 0xFFFF ? u'\uFFFD' : static_cast<char16_t>(c);
  }
  return out;
}

std::u16string to_padt_style(std::u16string_view lemma) {
  std::u16string out;
  for (size_t i = 0; i < lemma.size(); ++i) {
    const char16_t c = lemma[i] == kAlefWasla ? kAlef : lemma[i] == u'`' ? kDaggerAlef : lemma[i];
    if (is_vowel(c) && i + 1 < lemma.size() && lemma[i + 1] == kShadda) {
      out += kShadda;
      out += c;
      ++i;
      continue;
    }
    if (c == kAlef && !out.empty() && !is_vowel(out.back()) &&
        (out.back() == kShadda || is_arabic_letter(out.back()))) {
      out += kFatha;
    }
    out += c;
  }
  return out;
}

LemmaSpellings::LemmaSpellings(const std::vector<TreebankSentence>& sentences) {
  const std::vector<bool> pud_sources = find_pud_sources(sentences);
  double words[2] = {0, 0};  // of PADT, of PUD
  for (const TreebankSentence& sentence : sentences) {
    for (const TreebankWord& word : sentence.words)
      words[pud_sources[sentence.source]] += has_lemma(sentence, word);
  }
  for (const TreebankSentence& sentence : sentences) {
    const bool pud = pud_sources[sentence.source];
    const double share = (pud ? kShareOfPud : 1.0) / words[pud];
    for (const TreebankWord& word : sentence.words) {
      if (!has_lemma(sentence, word)) continue;
      const std::u16string lemma = lemma_letters(word);
      spellings_[{to_padt_style(lemma), word.upos}][lemma] += share;
    }
  }
}

const std::u16string& LemmaSpellings::choose(std::u16string_view lemma, Upos upos) const {
  const auto& spellings = spellings_.at({to_padt_style(lemma), upos});
  return std::max_element(spellings.begin(), spellings.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

}  // namespace isnad::train
