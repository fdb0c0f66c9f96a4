// SPDX-License-Identifier: Apache-2.0
// See self_check.h.
#include "isnad/analysis/self_check.h"

#include <algorithm>

#include "isnad/analysis/spelling.h"

namespace isnad {
namespace {

std::string_view take_until(std::string_view& rest, char separator) {
  const size_t end = std::min(rest.find(separator), rest.size());
  const std::string_view piece = rest.substr(0, end);
  rest.remove_prefix(std::min(rest.size(), end + 1));
  return piece;
}

}  // namespace

std::vector<SelfTestCase> read_self_test(std::string_view section) {
  std::vector<SelfTestCase> cases;
  while (!section.empty()) {
    SelfTestCase one;
    one.tokens = take_until(section, '\n');
    one.expected = take_until(section, '\n');
    if (!one.tokens.empty() && !one.expected.empty()) cases.push_back(one);
  }
  return cases;
}

TokenKind kind_of_token(std::string_view utf8) {
  Letters letters;
  plain_letters(utf8, letters);
  shape_letters(letters);
  bool digit = false, latin = false;
  for (uint32_t i = 0; i < letters.size; ++i) {
    const char16_t c = letters.at[i];
    if (is_arabic_letter(c)) return TokenKind::kWord;
    digit |= c == u'0';
    latin |= (c >= u'a' && c <= u'z') || (c >= 0x00C0 && c <= 0x05FF) || c == 0xFFFD;
  }
  return digit ? TokenKind::kNumber : latin ? TokenKind::kLatin : TokenKind::kPunctuation;
}

SpacedText make_spaced_text(std::string_view tokens) {
  SpacedText out;
  out.bytes = tokens;
  uint32_t at = 0;
  while (!tokens.empty()) {
    const auto size = static_cast<uint32_t>(take_until(tokens, ' ').size());
    if (size > 0) {
      Token token;
      token.given = {at, at + size};
      token.kind = kind_of_token(std::string_view(out.bytes).substr(at, size));
      out.text.tokens.push_back(token);
    }
    at += size + 1;
  }
  Sentence sentence;
  sentence.tokens = {0, static_cast<uint32_t>(out.text.tokens.size())};
  sentence.given = {0, static_cast<uint32_t>(out.bytes.size())};
  if (!sentence.tokens.empty()) out.text.sentences.push_back(sentence);
  return out;
}

std::string describe_for_self_test(const Analysis& analysis, bool doubts) {
  std::string out;
  for (uint32_t w = 0; w < analysis.size(); ++w) {
    if (w > 0) out += ' ';
    out += analysis.form_of(w);
    out += '/';
    out += doubts && analysis.tag_margin[w] < 128 ? "?" : upos_name(analysis.upos[w]);
    out += '/';
    const bool attached = analysis.head[w] < analysis.size();
    const bool sure = !doubts || analysis.head_margin[w] >= 200;
    out += sure ? std::to_string(attached ? analysis.head[w] + 1 : 0) : "?";
    out += '/';
    out += sure ? deprel_name(analysis.deprel[w]) : "?";
  }
  return out;
}

bool matches_self_test(std::string_view expected, std::string_view found) {
  while (!expected.empty() && !found.empty()) {
    std::string_view one = take_until(expected, ' '), other = take_until(found, ' ');
    for (int field = 0; field < 4; ++field) {
      const std::string_view a = take_until(one, '/'), b = take_until(other, '/');
      if (a != "?" && a != b) return false;
    }
  }
  return expected.empty() && found.empty();
}

}  // namespace isnad
