// SPDX-License-Identifier: Apache-2.0
// See lemma.h.
#include "isnad/analysis/lemma.h"

namespace isnad {

uint64_t lemma_key(const Letters& form, Upos upos) {
  return mix_keys(key_of(KeyKind::kLemma, form.view()), static_cast<uint64_t>(upos));
}
uint64_t folded_lemma_key(const Letters& form, Upos upos) {
  Letters folded = form;
  fold_letters(folded);
  return mix_keys(key_of(KeyKind::kFoldedLemma, folded.view()), static_cast<uint64_t>(upos));
}

void Lemmatiser::write_lemma(const Letters& form, Upos upos, std::string& out) const {
  uint32_t id = tables_.index.find(lemma_key(form, upos));
  if (id == KeyTable::kNone) id = tables_.index.find(folded_lemma_key(form, upos));
  if (id != KeyTable::kNone) {
    append_utf8(tables_.strings.view(id), out);
    return;
  }
  std::u16string_view letters = form.view();
  if (letters.size() > 4 && letters.substr(0, 2) == u"ال") letters.remove_prefix(2);
  append_utf8(letters, out);
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
