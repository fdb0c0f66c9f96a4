// SPDX-License-Identifier: Apache-2.0
// See split_sentences.h for the rule; one predicate a clause of it.
#include "isnad/text/split_sentences.h"

#include <algorithm>

namespace isnad {
namespace {

class Splitter {
 public:
  Splitter(std::string_view folded, const std::vector<Token>& all, uint32_t end)
      : folded_(folded), all_(all), end_(end) {}

  // Does the sentence that began at `begin` end after token `at`?
  [[nodiscard]] bool ends_after(uint32_t begin, uint32_t at) const {
    if (at + 1 == end_) return true;
    const uint32_t length = at + 1 - begin;
    if (length >= kLongestSentence) return true;
    if (!all_[at + 1].space_before) return false;
    const uint32_t stop = before_closers(begin, at);
    const std::string_view mark = form(stop);
    if (mark == "!" || mark == "?" || mark == "؟" || mark == "…") return true;
    if (mark == ".") return stop_ends(begin, stop);
    return length >= kLongSentence && (mark == "،" || mark == "؛" || mark == "," || mark == ";");
  }

 private:
  [[nodiscard]] std::string_view form(uint32_t token) const {
    return folded_.substr(all_[token].folded.begin, all_[token].folded.size());
  }
  // The token before the closing quotation marks that are glued to each other up to `at`.
  [[nodiscard]] uint32_t before_closers(uint32_t begin, uint32_t at) const {
    while (at > begin && !all_[at].space_before && is_closer(form(at))) --at;
    return at;
  }
  static bool is_closer(std::string_view mark) {
    return mark == "\"" || mark == "”" || mark == "»" || mark == "’" || mark == "“";
  }
  // How many dots stand right before the dot `at`, up to two.
  [[nodiscard]] uint32_t dots_before(uint32_t begin, uint32_t at) const {
    uint32_t dots = 0;
    while (dots < 2 && at > begin + dots && !all_[at - dots].space_before &&
           form(at - dots - 1) == ".")
      ++dots;
    return dots;
  }
  [[nodiscard]] bool stop_ends(uint32_t begin, uint32_t at) const {
    const uint32_t dots = dots_before(begin, at);
    if (dots > 0) return dots == 2 || at - begin >= kTwoDotsEnd;  // three dots end as … does
    return at == begin || all_[at].space_before ||
           !(is_initial(begin, at - 1) || is_list_number(begin, at - 1));
  }
  [[nodiscard]] bool is_initial(uint32_t begin, uint32_t token) const {
    const TokenKind kind = all_[token].kind;
    const bool one_letter = (kind == TokenKind::kWord && all_[token].folded.size() == 2) ||
                            (kind == TokenKind::kLatin && all_[token].folded.size() == 1);
    return one_letter && !(token > begin && all_[token - 1].kind == TokenKind::kNumber);
  }
  [[nodiscard]] bool is_list_number(uint32_t begin, uint32_t token) const {
    return token == begin && all_[token].kind == TokenKind::kNumber;
  }

  std::string_view folded_;
  const std::vector<Token>& all_;
  uint32_t end_;
};

}  // namespace

void split_sentences(std::string_view folded, const std::vector<Token>& all, TokenSpan tokens,
                     uint32_t zone, std::vector<Sentence>& sentences) {
  const Splitter splitter(folded, all, tokens.end);
  uint32_t begin = tokens.begin;
  for (uint32_t at = tokens.begin; at < tokens.end; ++at) {
    if (!splitter.ends_after(begin, at)) continue;
    sentences.push_back(
        Sentence{{begin, at + 1}, {all[begin].given.begin, all[at].given.end}, zone});
    begin = at + 1;
  }
}

}  // namespace isnad
