// SPDX-License-Identifier: Apache-2.0
// For tests: a report made by hand, and its tokens and sentences as one string each.
#pragma once

#include <string>
#include <vector>

#include "isnad/text/text.h"

namespace isnad {

// One zone over the whole text.
inline Report one_zone_report(std::string text, ZoneKind kind = ZoneKind::kParagraph) {
  Report report;
  report.text = std::move(text);
  report.zones = {{kind, {0, static_cast<uint32_t>(report.text.size())}}};
  return report;
}

// Strings as one, " | " between them: Arabic side by side in separate literals is displayed
// swapped.
inline std::string joined(const std::vector<std::string_view>& strings) {
  std::string all;
  for (std::string_view string : strings) {
    if (!all.empty()) all += " | ";
    all += string;
  }
  return all;
}

// The folded tokens.
inline std::string joined_tokens(const Text& text) {
  std::vector<std::string_view> strings;
  for (const Token& token : text.tokens) strings.push_back(text.folded_of(token));
  return joined(strings);
}

// The sentences as given.
inline std::string joined_sentences(const Report& report, const Text& text) {
  std::vector<std::string_view> strings;
  for (const Sentence& sentence : text.sentences) {
    strings.push_back(
        std::string_view(report.text).substr(sentence.given.begin, sentence.given.size()));
  }
  return joined(strings);
}

}  // namespace isnad
