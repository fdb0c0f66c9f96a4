// SPDX-License-Identifier: Apache-2.0
// See word_features.h.
#include "isnad/analysis/word_features.h"

#include <algorithm>

#include "isnad/analysis/segment.h"

namespace isnad {
namespace {

uint64_t feature_key(uint32_t kind, std::u16string_view letters) {
  return letters_key(static_cast<uint32_t>(KeyKind::kWordFeature) + kind, letters);
}

// Letters, digits or another script: one of a few values.
uint32_t script_of(const Letters& form) {
  bool digit = false, arabic = false, other = false;
  for (uint32_t i = 0; i < form.size; ++i) {
    const char16_t c = form.at[i];
    digit |= c == u'0';
    arabic |= is_arabic_letter(c);
    other |= c != u'0' && !is_arabic_letter(c);
  }
  return (digit ? 1u : 0u) | (arabic ? 2u : 0u) | (other ? 4u : 0u);
}

}  // namespace

size_t find_word_features(const WordInToken& word, std::array<uint64_t, kMaxWordFeatures>& keys) {
  size_t count = 0;
  const std::u16string_view form = word.form->view();
  Letters folded_form = *word.form;
  fold_letters(folded_form);
  const std::u16string_view folded = folded_form.view();
  const uint32_t place = word.parts == 1               ? 0u
                         : word.part == 0              ? 1u
                         : word.part + 1 == word.parts ? 2u
                                                       : 3u;

  keys[count++] = feature_key(0, form);
  keys[count++] = feature_key(1, folded);
  keys[count++] = mix_keys(feature_key(2, {}), script_of(*word.form) * 64 + place * 16 +
                                                   std::min<uint64_t>(form.size(), 7) * 2 +
                                                   (word.punctuation ? 1 : 0));
  keys[count++] = mix_keys(feature_key(3, {}), (word.space_before ? 1u : 0u) +
                                                   2u * std::min<uint32_t>(word.part, 3) +
                                                   8u * std::min<uint32_t>(word.parts, 4));
  if (word.parts > 1) {
    Letters token = *word.token;
    fold_letters(token);
    keys[count++] = mix_keys(feature_key(4, token.view()), word.part);
  } else if (folded.size() > 3) {
    keys[count++] = feature_key(5, folded.substr(0, 4));
  }
  if (form.size() > 1) {
    for (size_t n = 1; n <= 3 && n <= folded.size(); ++n) {
      keys[count++] = feature_key(static_cast<uint32_t>(5 + n), folded.substr(0, n));
      keys[count++] = feature_key(static_cast<uint32_t>(8 + n), form.substr(form.size() - n));
    }
    if (form.size() > 4) keys[count++] = feature_key(12, folded.substr(folded.size() - 4));
    if (form.size() > 4)
      keys[count++] = mix_keys(feature_key(13, folded.substr(0, 2)),
                               feature_key(14, folded.substr(folded.size() - 2)));
  }
  return count;
}

}  // namespace isnad
