// SPDX-License-Identifier: Apache-2.0
// Words that must or must not stand beside a trigger, asked for many times a sentence: a filter of
// the sentence's words answers nearly all questions, a search of the text the rest.
#pragma once

#include <bitset>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/event/syntax.h"

namespace isnad {

// Does the word (folded, any clitics on it) stand in the folded text?
[[nodiscard]] bool has_word(std::string_view folded_text, std::string_view word);

class Companions {
 public:
  // Keeps a reference: a local of one report's coding.
  explicit Companions(const Syntax& syntax) : syntax_(syntax) {}

  // Does one of the words (as for has_word) stand in the span, which lies in one sentence?
  [[nodiscard]] bool any_in(TokenSpan span, const std::vector<std::string>& words);
  // The same, what stands in one of the `taken` spans apart.
  [[nodiscard]] bool any_in(TokenSpan span, const std::vector<std::string>& words,
                            std::span<const TokenSpan> taken);

 private:
  static constexpr size_t kBits = 8192;  // a sentence of 40 words sets some 200
  void fill(const Sentence& sentence);

  const Syntax& syntax_;
  uint32_t sentence_ = UINT32_MAX;  // whose words the filter holds
  std::bitset<kBits> cores_;        // hashes of its words, each with every clitic it can do without
};

}  // namespace isnad
