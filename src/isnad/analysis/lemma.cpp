// SPDX-License-Identifier: Apache-2.0
// See lemma.h.
#include "isnad/analysis/lemma.h"

namespace isnad {
namespace {

constexpr char16_t kAlef = u'\u0627';
constexpr char16_t kLam = u'\u0644';
constexpr char16_t kAlefWasla = u'\u0671';
constexpr char16_t kGraveForDaggerAlef = u'`';  // as PUD writes it

uint64_t with_tag(uint64_t key, Upos upos) { return mix_keys(key, static_cast<uint64_t>(upos)); }

}  // namespace

uint64_t lemma_key(const Letters& form, Upos upos) {
  return with_tag(key_of(KeyKind::kLemma, form.view()), upos);
}

uint64_t bare_lemma_key(const Letters& form, Upos upos) {
  Letters bare = without_article(form, upos);
  fold_letters(bare);
  return with_tag(key_of(KeyKind::kBareLemma, bare.view()), upos);
}

uint64_t known_lemma_key(std::u16string_view lemma, Upos upos) {
  Letters letters;
  for (const char16_t c : lemma) {
    if (!is_arabic_mark(c) && c != kGraveForDaggerAlef) letters.push(c == kAlefWasla ? kAlef : c);
  }
  return with_tag(key_of(KeyKind::kKnownLemma, letters.view()), upos);
}

Letters without_article(const Letters& form, Upos upos) {
  constexpr uint32_t kShortest =
      5;  // shorter, the two letters are as often of the stem: التي, الوف
  const bool nominal = upos == Upos::kNOUN || upos == Upos::kADJ || upos == Upos::kNUM;
  if (!nominal || form.size < kShortest || form.at[0] != kAlef || form.at[1] != kLam) return form;
  Letters bare;
  bare.assign(form.view().substr(2));
  bare.cut = form.cut;
  return bare;
}

bool Lemmatiser::look_up(uint64_t key, Letters& lemma) const {
  const uint32_t id = tables_.index.find(key);
  if (id == KeyTable::kNone) return false;
  lemma.assign(tables_.strings.view(id));
  return lemma.size > 0 && !lemma.cut;
}

bool Lemmatiser::find_lemma(const Letters& form, Upos upos, Letters& lemma) const {
  return look_up(lemma_key(form, upos), lemma) || look_up(bare_lemma_key(form, upos), lemma);
}

void Lemmatiser::write_lemma(const Letters& form, Upos upos, const Features& features,
                             std::string& out) const {
  Letters lemma;
  if (!find_lemma(form, upos, lemma)) {
    lemma.assign({});
    speller_.spell(without_article(form, upos), upos, features, lemma);
    if (lemma.size == 0 || lemma.cut) lemma = form;
    Letters known;
    if (look_up(known_lemma_key(lemma.view(), upos), known)) lemma = known;
  }
  append_utf8(lemma.view(), out);
}

}  // namespace isnad
