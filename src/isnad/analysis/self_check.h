// SPDX-License-Identifier: Apache-2.0
// Sentences a model carries with the reading it gave them when it was made. Loading reads them
// again: a model whose bytes or a build whose arithmetic went wrong is refused before it codes
// anything. Readings that were close calls are written '?', since another processor may round them
// the other way.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "isnad/analysis/analysis.h"
#include "isnad/text/text.h"

namespace isnad {

struct SelfTestCase {
  std::string_view tokens;    // separated by single spaces
  std::string_view expected;  // describe_for_self_test, with close calls left open
};

// Two lines a case; a broken end is left out.
[[nodiscard]] std::vector<SelfTestCase> read_self_test(std::string_view section);

// A text whose tokens are the pieces between spaces, as one sentence; `text` points into `bytes`.
struct SpacedText {
  std::string bytes;
  Text text;
};
[[nodiscard]] SpacedText make_spaced_text(std::string_view tokens);

// "form/UPOS/head/deprel" a word, separated by spaces; head counted from 1, 0 the root. With
// `doubts`, a tag or head of margin under 128 is written '?'.
[[nodiscard]] std::string describe_for_self_test(const Analysis& analysis, bool doubts);
[[nodiscard]] bool matches_self_test(std::string_view expected, std::string_view found);

// What a token of these letters is; for texts that come tokenised.
[[nodiscard]] TokenKind kind_of_token(std::string_view utf8);

}  // namespace isnad
