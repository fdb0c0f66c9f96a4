// SPDX-License-Identifier: Apache-2.0
// What must hold of folding and tokenising for any valid UTF-8, news or not.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "isnad/report/find_zones.h"
#include "isnad/text/char_index.h"
#include "isnad/text/fold.h"
#include "isnad/text/text_test_report.h"

namespace isnad {
namespace {

void append_utf8(std::string& out, char32_t point) {
  const auto put = [&](char32_t byte) {
    out += static_cast<char>(static_cast<unsigned char>(byte));
  };
  if (point < 0x80) {
    put(point);
  } else if (point < 0x800) {
    put(0xC0 | point >> 6), put(0x80 | (point & 0x3F));
  } else if (point < 0x10000) {
    put(0xE0 | point >> 12), put(0x80 | (point >> 6 & 0x3F)), put(0x80 | (point & 0x3F));
  } else {
    put(0xF0 | point >> 18), put(0x80 | (point >> 12 & 0x3F)), put(0x80 | (point >> 6 & 0x3F)),
        put(0x80 | (point & 0x3F));
  }
}

rc::Gen<char32_t> points(char32_t first, char32_t last) {
  return rc::gen::inRange<char32_t>(first, last + 1);
}

// Mostly Arabic, ASCII and white space; now and then anything.
rc::Gen<char32_t> any_point() {
  return rc::gen::weightedOneOf<char32_t>(
      {{12, points(0x0600, 0x06FF)},
       {4, points(0x20, 0x7E)},
       {4, rc::gen::element<char32_t>(' ', '\n', '.', ',', '"', 0x60C, 0x61F)},
       {2, points(0x2000, 0x206F)},
       {2, points(0xFB50, 0xFDFF)},
       {2, points(0xFE00, 0xFEFF)},
       {1, points(0x00, 0x17F)},
       {1, points(0x0700, 0x0900)},
       {1, points(0xE000, 0xFFFF)},
       {1, points(0x10000, 0x10FFFF)}});
}

std::string any_text() {
  const auto chosen = *rc::gen::container<std::vector<char32_t>>(any_point());
  std::string text;
  for (char32_t point : chosen) append_utf8(text, point);
  return text;
}

bool starts_character(std::string_view text, size_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

Report laid_out(std::string given) {
  Report report;
  report.text = std::move(given);
  report.zones = find_zones(report.text, 0).zones;
  return report;
}

RC_GTEST_PROP(Fold, IsIdempotent, ()) {
  const std::string once = fold_only(any_text());
  RC_ASSERT(fold_only(once) == once);
}

RC_GTEST_PROP(Fold, WithoutMapEqualsWithMap, ()) {
  const std::string text = any_text();
  RC_ASSERT(fold_only(text) == fold(text).text);
}

RC_GTEST_PROP(Fold, DependsOnNoNeighbour, ()) {
  const std::string first = any_text();
  const std::string second = any_text();
  RC_ASSERT(fold_only(first + second) == fold_only(first) + fold_only(second));
}

RC_GTEST_PROP(OffsetMap, IsMonotoneOnBoundariesAndEndsAtTheEnd, ()) {
  const std::string text = any_text();
  const Folded folded = fold(text);
  RC_ASSERT(folded.map.folded_size() == folded.text.size());
  uint32_t before = 0;
  for (uint32_t i = 0; i < folded.text.size(); ++i) {
    const uint32_t at = folded.map.given({i, i}).begin;
    RC_ASSERT(at >= before);
    RC_ASSERT(starts_character(text, at));
    before = at;
  }
  const auto size = static_cast<uint32_t>(folded.text.size());
  RC_ASSERT(folded.map.given({size, size}).end == text.size());
}

// What the map leaves out before the first folded character folds to nothing.
RC_GTEST_PROP(OffsetMap, CoversAllThatFoldsToSomething, ()) {
  const std::string text = any_text();
  const Folded folded = fold(text);
  const ByteSpan covered = folded.map.given({0, folded.map.folded_size()});
  RC_ASSERT(fold_only(std::string_view(text).substr(0, covered.begin)).empty());
  RC_ASSERT(covered.end == text.size());
}

RC_GTEST_PROP(Zones, AreDisjointInOrderAndLeaveOutOnlyWhatFoldsToSpace, ()) {
  const Report report = laid_out(any_text());
  uint32_t before = 0;
  const auto gap_is_space = [&](uint32_t end) {
    const std::string gap = fold_only(std::string_view(report.text).substr(before, end - before));
    return gap.find_first_not_of(" \n") == std::string::npos;
  };
  for (const Zone& zone : report.zones) {
    RC_ASSERT(zone.span.begin >= before);
    RC_ASSERT(!zone.span.empty());
    RC_ASSERT(gap_is_space(zone.span.begin));
    before = zone.span.end;
  }
  RC_ASSERT(gap_is_space(static_cast<uint32_t>(report.text.size())));
}

RC_GTEST_PROP(Tokens, AreDisjointInOrderOnBoundariesAndFoldToThemselves, ()) {
  const Report report = laid_out(any_text());
  const Text text = make_text(report);
  uint32_t folded_before = 0;
  uint32_t given_before = 0;
  for (const Token& token : text.tokens) {
    RC_ASSERT(token.folded.begin >= folded_before);
    RC_ASSERT(token.given.begin >= given_before);
    RC_ASSERT(!token.folded.empty());
    RC_ASSERT(!token.given.empty());
    RC_ASSERT(starts_character(text.folded, token.folded.begin));
    RC_ASSERT(starts_character(report.text, token.given.begin));
    RC_ASSERT(starts_character(report.text, token.given.end));
    RC_ASSERT(
        fold_only(std::string_view(report.text).substr(token.given.begin, token.given.size())) ==
        text.folded_of(token));
    folded_before = token.folded.end;
    given_before = token.given.end;
  }
}

RC_GTEST_PROP(Tokens, LeaveOutOnlyWhiteSpace, ()) {
  const Report report = laid_out(any_text());
  const Text text = make_text(report);
  uint32_t before = 0;
  const auto only_space = [&](uint32_t end) {
    return text.folded.substr(before, end - before).find_first_not_of(" \n") == std::string::npos;
  };
  for (const Token& token : text.tokens) {
    RC_ASSERT(only_space(token.folded.begin));
    before = token.folded.end;
  }
  RC_ASSERT(only_space(static_cast<uint32_t>(text.folded.size())));
}

RC_GTEST_PROP(Sentences, TileTheTokensOfTheirZones, ()) {
  const Report report = laid_out(any_text());
  const Text text = make_text(report);
  uint32_t before = 0;
  for (const Sentence& sentence : text.sentences) {
    RC_ASSERT(sentence.tokens.begin >= before);
    RC_ASSERT(!sentence.tokens.empty());
    RC_ASSERT(report.zones[sentence.zone].span.contains(sentence.given.begin));
    RC_ASSERT(text.given_of(sentence.tokens) == sentence.given);
    before = sentence.tokens.end;
  }
  RC_ASSERT(before <= text.tokens.size());
}

RC_GTEST_PROP(Quotations, NestOrFollow, ()) {
  const Report report = laid_out(any_text());
  const Text text = make_text(report);
  for (size_t i = 1; i < text.quotations.size(); ++i) {
    const TokenSpan earlier = text.quotations[i - 1].tokens;
    const TokenSpan later = text.quotations[i].tokens;
    RC_ASSERT(earlier.begin < later.begin);
    RC_ASSERT(earlier.contains(later) || earlier.end <= later.begin);
  }
}

RC_GTEST_PROP(CharIndex, CountsAsCountingDoes, ()) {
  const Report report = laid_out(any_text());
  const CharIndex index(report);
  uint32_t characters = 0;
  for (uint32_t byte = 0; byte < report.text.size(); ++byte) {
    if (!starts_character(report.text, byte)) continue;
    RC_ASSERT(index.given({byte, byte}).span.begin == characters);
    ++characters;
  }
  RC_ASSERT(index.text_length() == characters);
}

}  // namespace
}  // namespace isnad
