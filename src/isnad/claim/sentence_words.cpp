// SPDX-License-Identifier: Apache-2.0
// The words stand in a row in one text, so that stretches and pairs are views of it; counting is
// by sorting the views, and only a name that stays is spelt out.
#include "isnad/claim/sentence_words.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include "isnad/analysis/sentence_meaning.h"

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

// Appends the stretches of letters of a word that stands between its edges.
void add_letters(std::string_view edged, std::vector<std::string_view>& names) {
  const auto begins = letters_of(edged);
  const size_t letters = begins.size() - 1;
  for (size_t n = kShortest; n <= kLongest; ++n) {
    for (size_t i = 0; i + n <= letters; ++i)
      names.push_back(edged.substr(begins[i], begins[i + n] - begins[i]));
  }
}

// Counts the names, all of one kind, and appends them as a vector of length 1.
void append_scaled(std::string_view kind, std::vector<std::string_view> names,
                   std::vector<Feature>& out) {
  std::sort(names.begin(), names.end());
  const size_t first = out.size();
  float squares = 0;
  for (size_t i = 0; i < names.size();) {
    size_t end = i + 1;
    while (end < names.size() && names[end] == names[i]) ++end;
    const float value = 1 + std::log(static_cast<float>(end - i));
    squares += value * value;
    out.push_back({std::string(kind).append(names[i]), value});
    i = end;
  }
  for (size_t i = first; i < out.size(); ++i) out[i].value /= std::sqrt(squares);
}

void append_meaning(const std::vector<float>& meaning, std::vector<Feature>& out) {
  for (size_t i = 0; i < meaning.size(); ++i) {
    const std::string number = std::to_string(i);
    out.push_back({(i < 10 ? "meaning=0" : "meaning=") + number, meaning[i]});
  }
}

}  // namespace

std::vector<Feature> sentence_words(const Report& report, const Text& text, TokenSpan sentence,
                                    const RowTable& vectors) {
  std::string spaced = " ";
  std::vector<size_t> begins;  // of the words in the row
  for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
    begins.push_back(spaced.size());
    spaced.append(text.folded_of(text.tokens[t])).push_back(' ');
  }
  begins.push_back(spaced.size());
  std::string edged = spaced;  // "_word_word_": every word between its edges
  std::replace(edged.begin(), edged.end(), ' ', '_');

  std::vector<std::string_view> letters;
  std::vector<std::string_view> words;
  for (size_t w = 0; w + 1 < begins.size(); ++w) {
    add_letters(std::string_view(edged).substr(begins[w] - 1, begins[w + 1] - begins[w] + 1),
                letters);
    words.push_back(std::string_view(spaced).substr(begins[w], begins[w + 1] - begins[w] - 1));
    if (w + 2 < begins.size())
      words.push_back(std::string_view(spaced).substr(begins[w], begins[w + 2] - begins[w] - 1));
  }
  std::vector<Feature> out;
  out.reserve(letters.size() + words.size() + vectors.width);
  append_scaled("letters=", std::move(letters), out);
  append_scaled("words=", std::move(words), out);
  append_meaning(sentence_meaning(vectors, text, report.text, sentence), out);
  return out;
}

std::vector<Feature> lone_sentence_words(const Report& report, const Text& text,
                                         const RowTable& vectors) {
  if (text.sentences.size() != 1) return {};
  return sentence_words(report, text, text.sentences.front().tokens, vectors);
}

}  // namespace isnad
