// SPDX-License-Identifier: Apache-2.0
// What must hold of any report and its text, whatever bytes they came from. Stops the fuzzer where
// it does not.
#pragma once

#include <cstdlib>
#include <string_view>

#include "isnad/text/char_index.h"
#include "isnad/text/fold.h"
#include "isnad/text/text.h"

namespace isnad::fuzzing {

inline void require(bool holds) {
  if (!holds) std::abort();
}

inline bool starts_character(std::string_view text, uint32_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

inline void check_zones(const Report& report) {
  uint32_t before = 0;
  for (const Zone& zone : report.zones) {
    require(zone.span.begin >= before && zone.span.begin < zone.span.end &&
            zone.span.end <= report.text.size());
    require(starts_character(report.text, zone.span.begin) &&
            starts_character(report.text, zone.span.end));
    before = zone.span.end;
  }
}

inline void check_tokens(const Report& report, const Text& text) {
  uint32_t folded = 0;
  uint32_t given = 0;
  for (const Token& token : text.tokens) {
    require(token.folded.begin >= folded && !token.folded.empty() &&
            token.folded.end <= text.folded.size());
    require(token.given.begin >= given && !token.given.empty() &&
            token.given.end <= report.text.size());
    require(starts_character(report.text, token.given.begin) &&
            starts_character(report.text, token.given.end));
    require(
        fold_only(std::string_view(report.text).substr(token.given.begin, token.given.size())) ==
        text.folded_of(token));
    folded = token.folded.end;
    given = token.given.end;
  }
}

inline void check_sentences(const Report& report, const Text& text) {
  uint32_t before = 0;
  for (const Sentence& sentence : text.sentences) {
    require(sentence.tokens.begin >= before && !sentence.tokens.empty());
    require(sentence.tokens.end <= text.tokens.size() && sentence.zone < report.zones.size());
    before = sentence.tokens.end;
  }
}

inline void check_quotations(const Text& text) {
  for (const Quotation& quotation : text.quotations) {
    require(!quotation.tokens.empty() && quotation.tokens.end <= text.tokens.size());
  }
}

inline void check_text(const Report& report) {
  check_zones(report);
  const Text text = make_text(report);
  require(fold_only(text.folded) == text.folded);
  check_tokens(report, text);
  check_sentences(report, text);
  check_quotations(text);
  const CharIndex index(report);
  for (const Token& token : text.tokens)
    require(index.given(token.given).span.size() <= token.given.size());
}

}  // namespace isnad::fuzzing
