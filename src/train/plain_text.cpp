// SPDX-License-Identifier: Apache-2.0
// See plain_text.h.
#include "train/plain_text.h"

#include "isnad/analysis/spelling.h"

namespace isnad::train {
namespace {

enum class Class : uint8_t { kSpace, kLetter, kDigit, kLatin, kMark };

Class class_of(char32_t c) {
  if (c == ' ' || c == '\t' || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200A)) return Class::kSpace;
  if ((c >= '0' && c <= '9') || (c >= 0x0660 && c <= 0x0669) || (c >= 0x06F0 && c <= 0x06F9)) return Class::kDigit;
  if (is_arabic_mark(c) || (c < 0x10000 && is_arabic_letter(static_cast<char16_t>(c))) || (c >= 0xFB50 && c <= 0xFEFC)) {
    return Class::kLetter;
  }
  if ((c | 32) >= 'a' && (c | 32) <= 'z') return Class::kLatin;
  if (c >= 0xC0 && c < 0x0600 && c != 0xD7 && c != 0xF7) return Class::kLatin;
  return Class::kMark;
}

bool is_separator(char32_t c) { return c == '.' || c == ',' || c == ':' || c == 0x060C || c == 0x066B || c == 0x066C; }

TokenKind kind_of(Class c) {
  switch (c) {
    case Class::kLetter: return TokenKind::kWord;
    case Class::kDigit: return TokenKind::kNumber;
    case Class::kLatin: return TokenKind::kLatin;
    default: return TokenKind::kPunctuation;
  }
}

}  // namespace

Text tokenise_line(std::string_view line) {
  Text text;
  bool space = true;
  for (size_t at = 0; at < line.size();) {
    const size_t begin = at;
    const Class first = class_of(next_character(line, at));
    if (first == Class::kSpace) {
      space = true;
      continue;
    }
    while (first != Class::kMark && at < line.size()) {
      size_t next = at;
      const char32_t c = next_character(line, next);
      if (class_of(c) == first) {
        at = next;
        continue;
      }
      size_t after = next;
      const bool number_goes_on = first == Class::kDigit && is_separator(c) && next < line.size() &&
                                  class_of(next_character(line, after)) == Class::kDigit;
      if (!number_goes_on) break;
      at = after;
    }
    Token token;
    token.given = {static_cast<uint32_t>(begin), static_cast<uint32_t>(at)};
    token.kind = kind_of(first);
    token.space_before = space;
    text.tokens.push_back(token);
    space = false;
  }
  Sentence sentence;
  sentence.tokens = {0, static_cast<uint32_t>(text.tokens.size())};
  sentence.given = {0, static_cast<uint32_t>(line.size())};
  if (!sentence.tokens.empty()) text.sentences.push_back(sentence);
  return text;
}

}  // namespace isnad::train
