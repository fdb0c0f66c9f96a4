// SPDX-License-Identifier: Apache-2.0
// A report's text made ready for matching: folded, cut into sentences and tokens, quotations found.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "isnad/base/span.h"
#include "isnad/report/report.h"
#include "isnad/text/offset_map.h"

namespace isnad {

enum class TokenKind : uint8_t {
  kWord,         // Arabic letters, clitics still attached
  kNumber,       // digits of any of three sets, with separators inside: 1,200  ٠٧:٣٠  16/1/2024
  kLatin,        // a word in another script
  kPunctuation,  // one mark
};

struct Token {
  TextSpan folded;
  ByteSpan given;  // the same characters in Report::text, marks and tatweel included
  TokenKind kind = TokenKind::kWord;
  bool space_before = true;  // white space (or the sentence's start) stands before it
  // Written with ة at its end, which folding makes ه: that ه is an ending, never the pronoun "his".
  bool feminine_ending = false;
};

struct Sentence {
  TokenSpan tokens;
  ByteSpan given;
  uint32_t zone = 0;  // index into Report::zones
};

// What stands between a pair of quotation marks; nested ones follow the one that holds them.
struct Quotation {
  TokenSpan tokens;    // without the marks
  uint32_t depth = 0;  // 0 = outermost
  bool closed = true;  // false: the paragraph ended before the closing mark
};

struct Text {
  std::string folded;  // see fold.h
  OffsetMap map;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<Quotation> quotations;

  // From the first token's folded text to the last one's, what stands between included.
  [[nodiscard]] std::string_view folded_of(TokenSpan span) const {
    if (span.empty()) return {};
    const uint32_t begin = tokens[span.begin].folded.begin;
    return std::string_view(folded).substr(begin, tokens[span.end - 1].folded.end - begin);
  }
  [[nodiscard]] std::string_view folded_of(const Token& token) const {
    return std::string_view(folded).substr(token.folded.begin, token.folded.size());
  }
  // Given bytes from the first token's begin to the last one's end. `tokens` must not be empty.
  [[nodiscard]] ByteSpan given_of(TokenSpan span) const {
    return {tokens[span.begin].given.begin, tokens[span.end - 1].given.end};
  }
};

// Folds, tokenises, splits and pairs quotation marks; bylines and datelines give no sentences.
// Linear in the text. Sentences never cross a zone; inside one they end after . ! ? ؟ … before
// white space, abbreviations (د. "Dr", initials) excepted.
[[nodiscard]] Text make_text(const Report& report);
Text make_text(Report&&) = delete;

}  // namespace isnad
