// SPDX-License-Identifier: Apache-2.0
// For tests: a report made by hand, and tokens as strings.
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

inline std::vector<std::string> token_strings(const Text& text) {
  std::vector<std::string> strings;
  for (const Token& token : text.tokens) strings.emplace_back(text.folded_of(token));
  return strings;
}

inline std::vector<std::string> sentence_strings(const Report& report, const Text& text) {
  std::vector<std::string> strings;
  for (const Sentence& sentence : text.sentences) {
    strings.push_back(report.text.substr(sentence.given.begin, sentence.given.size()));
  }
  return strings;
}

}  // namespace isnad
