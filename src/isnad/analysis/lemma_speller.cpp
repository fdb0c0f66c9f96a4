// SPDX-License-Identifier: Apache-2.0
// See lemma_speller.h.
#include "isnad/analysis/lemma_speller.h"

#include <algorithm>

#include "isnad/analysis/segment.h"

namespace isnad {
namespace {

constexpr char16_t kOutside = 1;
constexpr char16_t kRadical = 2;

// Letters that affixes and templates are made of; the others are always of the root.
bool is_servile(char16_t c) {
  constexpr std::u16string_view kServile =
      u"أإآاستلمونيهاةىءؤئ";  // alefs, s, t, l, m, w, n, y, h, hamzas
  return kServile.find(c) != std::u16string_view::npos;
}

uint64_t pack(uint64_t kind, std::initializer_list<uint64_t> values) {
  uint64_t key = kind * 0x9E3779B97F4A7C15ULL;
  for (const uint64_t value : values) key = mix_keys(key, value);
  return key;
}

}  // namespace

SpelledWord::SpelledWord(const Letters& form, Upos upos, const Features& features) : form_(form) {
  template_ = form;
  for (uint32_t i = 0; i < template_.size; ++i) {
    if (!is_servile(template_.at[i])) template_.at[i] = kRadical;
  }
  const auto tag = static_cast<uint64_t>(upos);
  tag_ = tag;
  shape_ = pack(99, {tag, features.number, features.gender, features.aspect, features.voice,
                     features.definite});
}

char16_t SpelledWord::at(int64_t i) const {
  return i < 0 || i >= static_cast<int64_t>(form_.size) ? kOutside
                                                        : form_.at[static_cast<size_t>(i)];
}

uint64_t SpelledWord::edit_list(uint32_t i) const {
  const char16_t letter[] = {i < form_.size ? form_.at[i] : kOutside};
  return key_of(KeyKind::kEdit, {letter, 1});
}

void SpelledWord::find_features(uint32_t i, uint32_t before, uint32_t before_that,
                                std::array<uint64_t, kFeatures>& keys) const {
  const auto p = static_cast<int64_t>(i);
  const uint64_t c = at(p), l1 = at(p - 1), l2 = at(p - 2), r1 = at(p + 1), r2 = at(p + 2),
                 r3 = at(p + 3);
  const auto letters = [](uint64_t kind, std::u16string_view view) {
    return letters_key(static_cast<uint32_t>(kind + 1000), view);
  };
  const std::u16string_view whole = form_.view(), pattern = template_.view();
  const uint64_t from_end = form_.size - i;
  size_t n = 0;
  keys[n++] = pack(1, {c, tag_});
  keys[n++] = pack(2, {c, l1});
  keys[n++] = pack(3, {c, r1});
  keys[n++] = pack(4, {c, l1, r1});
  keys[n++] = pack(5, {c, l1, l2});
  keys[n++] = pack(6, {c, r1, r2});
  keys[n++] = pack(7, {c, r1, r2, r3});
  keys[n++] = pack(8, {c, l1, l2, r1, r2});
  keys[n++] = pack(9, {c, before});
  keys[n++] = pack(10, {c, before, before_that});
  keys[n++] = pack(11, {c, r1, before, tag_});
  keys[n++] = pack(12, {std::min<uint64_t>(i, 5), std::min<uint64_t>(from_end, 5), tag_, c});
  keys[n++] = pack(13, {shape_, c, std::min<uint64_t>(from_end, 4)});
  keys[n++] = pack(14, {shape_, std::min<uint64_t>(i, 5), from_end});
  keys[n++] = pack(15, {letters(1, pattern), i, tag_});
  keys[n++] = pack(16, {letters(2, pattern), i, shape_});
  keys[n++] = pack(17, {letters(3, whole), i});
  keys[n++] = pack(18, {letters(4, whole.substr(0, std::min<size_t>(whole.size(), 4))), i, tag_});
  keys[n++] = pack(19, {letters(5, whole.substr(i)), l1, tag_});
  keys[n++] = pack(20, {letters(6, whole.substr(0, i)), c, tag_});
  keys[n++] = pack(21, {letters(7, pattern.substr(i)), before, tag_});
  keys[n++] = pack(22, {letters(8, pattern.substr(0, i)), before, r1, tag_});
}

size_t LemmaSpeller::best_edit(const std::array<uint64_t, SpelledWord::kFeatures>& keys,
                               size_t edits) const {
  std::array<int32_t, kMostEdits> scores{};
  std::array<const int16_t*, SpelledWord::kFeatures> runs;
  for (size_t k = 0; k < keys.size(); ++k) {
    runs[k] = tables_.weights.data() + edit_weights_of(keys[k], tables_.weights.size());
    __builtin_prefetch(runs[k]);
  }
  constexpr size_t kStep = 8;  // a step more than the list has does no harm
  for (size_t n = 0; n < edits; n += kStep) {
    for (const int16_t* run : runs) {
      for (size_t i = 0; i < kStep; ++i) scores[n + i] += run[n + i];
    }
  }
  return static_cast<size_t>(std::max_element(scores.begin(), scores.begin() + edits) -
                             scores.begin());
}

void LemmaSpeller::spell(const Letters& form, Upos upos, const Features& features,
                         Letters& out) const {
  const SpelledWord word(form, upos, features);
  std::array<uint64_t, SpelledWord::kFeatures> keys;
  uint32_t before = UINT32_MAX, before_that = UINT32_MAX;
  for (uint32_t i = 0; i <= word.size(); ++i) {
    uint32_t best = UINT32_MAX;
    const auto edits = tables_.edits.find(word.edit_list(i));
    if (edits.size() == 1) {
      best = edits.front();
    } else if (!edits.empty()) {
      word.find_features(i, before, before_that, keys);
      best = edits[best_edit(keys, std::min(edits.size(), kMostEdits))];
    }
    before_that = before;
    before = best;
    if (best == UINT32_MAX) {
      if (i < word.size()) out.push(form.at[i]);
      continue;
    }
    for (const char16_t c : tables_.strings.view(best))
      out.push(c == u'=' && i < word.size() ? form.at[i] : c);
  }
}

}  // namespace isnad
