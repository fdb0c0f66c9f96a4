// SPDX-License-Identifier: Apache-2.0
// See lemma.h.
#include "isnad/analysis/lemma.h"

namespace isnad {

namespace {

constexpr char16_t kAlef = u'\u0627';
constexpr char16_t kFatha = u'\u064E';
constexpr char16_t kShadda = u'\u0651';
constexpr char16_t kDaggerAlef = u'\u0670';  // PUD writes a grave accent for it

bool is_vowel(char16_t c) { return c >= 0x064B && c <= 0x0650; }

}  // namespace

std::u16string to_padt_style(std::u16string_view lemma) {
  std::u16string out;
  for (size_t i = 0; i < lemma.size(); ++i) {
    const char16_t c = lemma[i] == 0x0671 ? kAlef : lemma[i] == u'`' ? kDaggerAlef : lemma[i];
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

void to_pud_style(Upos upos, Letters& lemma) {
  const Letters padt = lemma;
  const auto at = [&](uint32_t i) { return i < padt.size ? padt.at[i] : char16_t{0}; };
  const auto dropped = [&](uint32_t i) {
    return upos == Upos::kPROPN && at(i) == kFatha && at(i + 1) == kAlef;
  };
  lemma.size = 0;
  for (uint32_t i = 0; i < padt.size; ++i) {
    if (dropped(i)) continue;
    if (at(i) == kShadda && is_vowel(at(i + 1))) {
      if (!dropped(i + 1)) lemma.push(at(i + 1));
      lemma.push(kShadda);
      ++i;
    } else {
      lemma.push(at(i) == kDaggerAlef ? u'`' : at(i));
    }
  }
}

uint64_t lemma_key(const Letters& form, Upos upos) {
  return mix_keys(key_of(KeyKind::kLemma, form.view()), static_cast<uint64_t>(upos));
}
uint64_t pud_lemma_key(const Letters& form, Upos upos) {
  return mix_keys(key_of(KeyKind::kPudLemma, form.view()), static_cast<uint64_t>(upos));
}
uint64_t folded_lemma_key(const Letters& form, Upos upos) {
  Letters folded = form;
  fold_letters(folded);
  return mix_keys(key_of(KeyKind::kFoldedLemma, folded.view()), static_cast<uint64_t>(upos));
}

void Lemmatiser::write_lemma(const Letters& form, Upos upos, const Features& features,
                             LemmaStyle style, std::string& out) const {
  Letters lemma;
  if (style == LemmaStyle::kPud) {
    const uint32_t pud = tables_.index.find(pud_lemma_key(form, upos));
    if (pud != KeyTable::kNone) return append_utf8(tables_.strings.view(pud), out);
  }
  uint32_t id = tables_.index.find(lemma_key(form, upos));
  if (id == KeyTable::kNone) id = tables_.index.find(folded_lemma_key(form, upos));
  if (id != KeyTable::kNone) {
    lemma.assign(tables_.strings.view(id));
  } else {
    speller_.spell(form, upos, features, lemma);
  }
  if (lemma.size == 0 || lemma.cut) lemma = form;
  if (style == LemmaStyle::kPud) to_pud_style(upos, lemma);
  append_utf8(lemma.view(), out);
}

void Lemmatiser::write_number(const Letters& form, std::string& out) {
  Letters digits = form;
  for (uint32_t i = 0; i < digits.size; ++i) {
    char16_t& c = digits.at[i];
    if (c >= u'0' && c <= u'9') c = static_cast<char16_t>(c - u'0' + 0x0660);
  }
  append_utf8(digits.view(), out);
}

}  // namespace isnad
