// SPDX-License-Identifier: Apache-2.0
// The stage `text/` in one function: fold once, then tokens, sentences and quotations zone by zone,
// so that none of them crosses from a heading into the paragraph below it.
#include <span>

#include "isnad/text/find_quotations.h"
#include "isnad/text/fold.h"
#include "isnad/text/split_sentences.h"
#include "isnad/text/text.h"
#include "isnad/text/tokenise.h"

namespace isnad {
namespace {

bool holds_sentences(ZoneKind kind) {
  return kind == ZoneKind::kTitle || kind == ZoneKind::kHeading || kind == ZoneKind::kParagraph;
}

TextSpan folded_zone(const OffsetMap& map, ByteSpan zone) {
  return {first_folded_at(map, zone.begin), first_folded_at(map, zone.end)};
}

// Marks the words that end in tāʾ marbūṭa, which folding writes as hāʾ; vowel signs may follow it.
void mark_feminine_endings(std::string_view given, const Text& text, std::span<Token> tokens) {
  constexpr std::string_view kTaaMarbuta = "ة";  // tāʾ marbūṭa
  constexpr std::string_view kHaa = "ه";         // hāʾ
  for (Token& token : tokens) {
    if (!text.folded_of(token).ends_with(kHaa)) continue;
    const auto word = given.substr(token.given.begin, token.given.size());
    const size_t at = word.rfind(kTaaMarbuta);
    token.feminine_ending =
        at != std::string_view::npos && word.find(kHaa, at) == std::string_view::npos;
  }
}

}  // namespace

Text make_text(const Report& report) {
  Text text;
  Folded folded = fold(report.text);
  text.folded = std::move(folded.text);
  text.map = std::move(folded.map);
  text.tokens.reserve(text.folded.size() / 8 +
                      16);  // an Arabic word and its space are about ten bytes
  for (uint32_t zone = 0; zone < report.zones.size(); ++zone) {
    const auto begin = static_cast<uint32_t>(text.tokens.size());
    tokenise(text.folded, folded_zone(text.map, report.zones[zone].span), text.map, text.tokens);
    const TokenSpan tokens{begin, static_cast<uint32_t>(text.tokens.size())};
    mark_feminine_endings(report.text, text, std::span(text.tokens).subspan(begin));
    if (tokens.empty() || !holds_sentences(report.zones[zone].kind)) continue;
    split_sentences(text.folded, text.tokens, tokens, zone, text.sentences);
    find_quotations(text.folded, text.tokens, tokens, text.quotations);
  }
  return text;
}

}  // namespace isnad
