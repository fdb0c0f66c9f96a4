// SPDX-License-Identifier: Apache-2.0
// Letter by letter, as far as the clitics that the grammar knows of stand there in so many bytes;
// with a vowel sign between them the rest stays.
#include "isnad/event/party_span.h"

#include <array>

namespace isnad {
namespace {

constexpr std::array<std::string_view, 2> kConjunctions = {
    "و",  // wa, and
    "ف",  // fa, then
};
constexpr std::string_view kWith = "ب";  // bi
constexpr std::string_view kFor = "ل";   // li, and what the article after it leaves of itself
constexpr std::string_view kLike = "ك";  // ka

void skip(std::string_view& word, std::string_view letter) {
  if (word.starts_with(letter)) word.remove_prefix(letter.size());
}

}  // namespace

ByteSpan party_span(const Syntax& syntax, std::string_view given, TokenSpan tokens) {
  ByteSpan span = syntax.text().given_of(tokens);
  const ByteSpan first = syntax.text().tokens[tokens.begin].given;
  const uint8_t clitics = syntax.proclitics(tokens.begin);
  auto word = given.substr(first.begin, first.size());
  if ((clitics & kConjunction) != 0) {
    const auto whole = word;
    for (const auto letter : kConjunctions) {
      if (word == whole) skip(word, letter);
    }
  }
  if ((clitics & kPrepositionB) != 0) skip(word, kWith);
  if ((clitics & kPrepositionK) != 0) skip(word, kLike);
  if ((clitics & kPrepositionL) != 0) {
    const auto whole = word;
    skip(word, kFor);
    if (word != whole && (clitics & kArticle) != 0) skip(word, kFor);
  }
  constexpr size_t kShortest = 4;  // bytes: two letters
  if (word.size() >= kShortest) span.begin += first.size() - static_cast<uint32_t>(word.size());
  return span;
}

}  // namespace isnad
