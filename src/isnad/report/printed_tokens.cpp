// SPDX-License-Identifier: Apache-2.0
// See printed_tokens.h.
#include "isnad/report/printed_tokens.h"

#include <algorithm>

#include "isnad/report/layout_line.h"
#include "isnad/report/page_word.h"

namespace isnad {
namespace {

bool is_letter(std::string_view plain) {
  const auto c = static_cast<unsigned char>(plain.front());
  return (c >= 'a' && c <= 'z') || c == 0xC3 || c == 0xC4 || (c >= 0xD8 && c <= 0xDB);
}
// The Arabic comma, semicolon and question mark share lead bytes with letters.
bool is_arabic_sign(std::string_view plain) {
  return plain == "\xD8\x8C" || plain == "\xD8\x9B" || plain == "\xD8\x9F";
}

size_t character_size(char lead) {
  const auto c = static_cast<unsigned char>(lead);
  return c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
}

void add_character(PrintedTokens& tokens, const std::string& plain, size_t begin, size_t end) {
  const bool number = plain.size() == 1 && is_printed_digit(plain.front());
  const bool word = !number && is_letter(plain) && !is_arabic_sign(plain);
  const auto kind = number ? PrintedToken::kNumber
                    : word ? PrintedToken::kWord
                           : PrintedToken::kSign;
  const bool joins = !tokens.list.empty() && kind != PrintedToken::kSign &&
                     tokens.list.back().kind == kind && tokens.list.back().end == begin;
  if (!joins) {
    tokens.list.push_back({kind, 0, 0, begin, end});
    tokens.plain.emplace_back();
  }
  PrintedToken& token = tokens.list.back();
  token.end = end;
  tokens.plain.back() += plain;
  if (!number) return;
  ++token.digits;
  token.value = token.value > 99'999'999 ? token.value : token.value * 10 + (plain.front() - '0');
}

}  // namespace

PrintedTokens split_print(std::string_view text) {
  PrintedTokens tokens;
  for (size_t at = 0; at < text.size();) {
    const size_t size = std::min(character_size(text[at]), text.size() - at);
    if (const uint32_t space = white_space_at(text, at)) {
      at += space;
      continue;
    }
    const std::string plain = plain_spelling(text.substr(at, size));
    if (!plain.empty()) {
      add_character(tokens, plain, at, at + size);
    } else if (!tokens.list.empty() && tokens.list.back().end == at) {
      tokens.list.back().end = at + size;  // a mark inside a word or number
    }
    at += size;
  }
  return tokens;
}

}  // namespace isnad
