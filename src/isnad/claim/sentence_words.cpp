// SPDX-License-Identifier: Apache-2.0
// Names first, then counts by sorting: a sentence has a few hundred of them.
#include "isnad/claim/sentence_words.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

namespace isnad {
namespace {

constexpr size_t kShortest = 3;  // letters, the edges of the word counted
constexpr size_t kLongest = 4;

// Where the letters of UTF-8 text begin, and its end.
std::vector<size_t> letters_of(std::string_view word) {
  std::vector<size_t> begins;
  for (size_t i = 0; i < word.size(); ++i) {
    if ((static_cast<unsigned char>(word[i]) & 0xC0U) != 0x80U) begins.push_back(i);
  }
  begins.push_back(word.size());
  return begins;
}

void add_letters(std::string_view word, std::vector<std::string>& names) {
  const std::string edged = "_" + std::string(word) + "_";
  const auto begins = letters_of(edged);
  const size_t letters = begins.size() - 1;
  for (size_t n = kShortest; n <= kLongest; ++n) {
    for (size_t i = 0; i + n <= letters; ++i)
      names.push_back("letters=" + edged.substr(begins[i], begins[i + n] - begins[i]));
  }
}

// Counts the names, each of one kind, and appends them as a vector of length 1.
void append_scaled(std::vector<std::string> names, std::vector<Feature>& out) {
  std::sort(names.begin(), names.end());
  const size_t first = out.size();
  float squares = 0;
  for (size_t i = 0; i < names.size();) {
    size_t end = i + 1;
    while (end < names.size() && names[end] == names[i]) ++end;
    const float value = 1 + std::log(static_cast<float>(end - i));
    squares += value * value;
    out.push_back({std::move(names[i]), value});
    i = end;
  }
  for (size_t i = first; i < out.size(); ++i) out[i].value /= std::sqrt(squares);
}

}  // namespace

std::vector<Feature> sentence_words(const Text& text, TokenSpan sentence) {
  std::vector<std::string> letters;
  std::vector<std::string> words;
  for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
    const auto word = text.folded_of(text.tokens[t]);
    add_letters(word, letters);
    words.push_back("words=" + std::string(word));
    if (t + 1 < sentence.end)
      words.push_back(words.back() + " " + std::string(text.folded_of(text.tokens[t + 1])));
  }
  std::vector<Feature> out;
  out.reserve(letters.size() + words.size());
  append_scaled(std::move(letters), out);
  append_scaled(std::move(words), out);
  return out;
}

}  // namespace isnad
