// SPDX-License-Identifier: Apache-2.0
// See companions.h. The filter never misses a word that has_word finds: both cut the same letters.
#include "isnad/event/companions.h"

#include <algorithm>
#include <functional>

namespace isnad {
namespace {

constexpr size_t kLetter = 2;  // bytes
constexpr size_t kMostBefore = 4, kMostAfter = 3;
constexpr std::string_view kBefore = "وفبلكاس";  // and, so, by, for, as, the article's alef, will
constexpr std::string_view kAfter = "اتهيونمك";  // letters of endings and of pronouns

bool is_one_of(std::string_view letters, std::string_view letter) {
  return letters.find(letter) != std::string_view::npos;
}

bool only_letters_of(std::string_view text, std::string_view allowed, size_t most) {
  if (text.size() > most * kLetter || text.size() % kLetter != 0) return false;
  for (size_t i = 0; i < text.size(); i += kLetter) {
    if (!is_one_of(allowed, text.substr(i, kLetter))) return false;
  }
  return true;
}

// Is there an Arabic letter of two bytes at this place? The Arabic comma, semicolon and question
// mark are none.
bool is_letter(std::string_view text, size_t at) {
  if (at + kLetter > text.size()) return false;
  const auto pair = text.substr(at, kLetter);
  const auto lead = static_cast<unsigned char>(pair[0]);
  return lead >= 0xD8 && lead <= 0xDB && pair != "،" && pair != "؛" && pair != "؟";
}

size_t end_of_letters(std::string_view text, size_t at) {
  while (is_letter(text, at)) at += kLetter;
  return at;
}

// Calls `use` with the word less each front and each end that has_word would forgive.
template <typename Use>
void each_core(std::string_view word, Use use) {
  for (size_t front = 0; front < word.size(); front += kLetter) {
    if (front > 0 && (front > kMostBefore * kLetter ||
                      !is_one_of(kBefore, word.substr(front - kLetter, kLetter))))
      return;
    for (size_t back = 0; front + back < word.size(); back += kLetter) {
      if (back > 0 && (back > kMostAfter * kLetter ||
                       !is_one_of(kAfter, word.substr(word.size() - back, kLetter))))
        break;
      use(word.substr(front, word.size() - front - back));
    }
  }
}

}  // namespace

bool has_word(std::string_view folded_text, std::string_view word) {
  if (word.empty()) return false;
  for (size_t at = folded_text.find(word); at != std::string_view::npos;
       at = folded_text.find(word, at + 1)) {
    size_t begin = at;
    while (begin >= kLetter && is_letter(folded_text, begin - kLetter)) begin -= kLetter;
    const size_t end = end_of_letters(folded_text, at + word.size());
    const auto before = folded_text.substr(begin, at - begin);
    const auto after = folded_text.substr(at + word.size(), end - at - word.size());
    // clitics and endings alone
    if (only_letters_of(before, kBefore, kMostBefore) && only_letters_of(after, kAfter, kMostAfter))
      return true;
  }
  return false;
}

void Companions::fill(const Sentence& sentence) {
  cores_.reset();
  const std::string_view text = syntax_.text().folded_of(sentence.tokens);
  for (size_t at = 0; at < text.size();) {
    const size_t end = end_of_letters(text, at);
    each_core(text.substr(at, end - at), [this](std::string_view core) {
      cores_.set(std::hash<std::string_view>{}(core) % kBits);
    });
    at = end == at ? at + 1 : end;
  }
}

bool Companions::any_in(TokenSpan span, const std::vector<std::string>& words) {
  if (words.empty() || span.empty()) return false;
  const uint32_t sentence = syntax_.sentence_index(span.begin);
  if (sentence != sentence_) fill(syntax_.sentence_of(span.begin));
  sentence_ = sentence;
  const std::string_view text = syntax_.text().folded_of(span);
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    // Of several words the first decides; what begins with no letter has no core.
    const auto first = word.substr(0, end_of_letters(word, 0));
    const bool possible =
        first.empty() || cores_.test(std::hash<std::string_view>{}(first) % kBits);
    return possible && has_word(text, word);
  });
}

bool Companions::any_in(TokenSpan span, const std::vector<std::string>& words,
                        std::span<const TokenSpan> taken) {
  if (!any_in(span, words)) return false;
  uint32_t begin = span.begin;
  for (const TokenSpan hole : taken) {  // in text order
    if (hole.end <= begin || hole.begin >= span.end) continue;
    if (hole.begin > begin && any_in({begin, hole.begin}, words)) return true;
    begin = hole.end;
  }
  return begin < span.end && any_in({begin, span.end}, words);
}

}  // namespace isnad
