// SPDX-License-Identifier: Apache-2.0
// A scanner with one function a kind of token; each returns where its token ends.
#include "isnad/text/tokenise.h"

#include "isnad/text/character_class.h"

namespace isnad {
namespace {

constexpr std::string_view kNumberSeparators = ".,:/-";
constexpr std::string_view kJoiners =
    ".-_'@&/";  // inside a word of another script, between letters or digits
constexpr std::string_view kArabicComma = "،";

class Scanner {
 public:
  Scanner(std::string_view folded, TextSpan range) : folded_(folded), end_(range.end) {}

  [[nodiscard]] ClassifiedCharacter at(uint32_t position) const {
    return classify(folded_, position);
  }

  [[nodiscard]] uint32_t word_end(uint32_t position) const {
    while (position < end_) {
      const ClassifiedCharacter character = at(position);
      if (character.kind != CharacterClass::kArabicLetter) break;
      position += character.size;
    }
    return position;
  }

  [[nodiscard]] uint32_t number_end(uint32_t position) const {
    for (;;) {
      position = digits_end(position);
      const uint32_t next = after_separator(position);
      if (next == position) return position;
      position = next;
    }
  }

  // Letters of other scripts, then digits and joining marks where another letter or digit follows.
  [[nodiscard]] uint32_t other_end(uint32_t position) const {
    while (position < end_) {
      const ClassifiedCharacter character = at(position);
      if (is_other(character.kind)) {
        position += character.size;
      } else if (joins(position)) {
        ++position;
      } else {
        break;
      }
    }
    return position;
  }

 private:
  static bool is_other(CharacterClass kind) {
    return kind == CharacterClass::kOtherLetter || kind == CharacterClass::kDigit;
  }
  [[nodiscard]] bool is_digit(uint32_t position) const {
    return position < end_ && folded_[position] >= '0' && folded_[position] <= '9';
  }
  [[nodiscard]] uint32_t digits_end(uint32_t position) const {
    while (is_digit(position)) ++position;
    return position;
  }
  [[nodiscard]] bool joins(uint32_t position) const {
    return position + 1 < end_ && kJoiners.find(folded_[position]) != std::string_view::npos &&
           is_other(at(position + 1).kind);
  }
  // The position of the digit after a separator at `position`; `position` itself when the number
  // ends there.
  [[nodiscard]] uint32_t after_separator(uint32_t position) const {
    if (position + 1 >= end_) return position;
    if (kNumberSeparators.find(folded_[position]) != std::string_view::npos &&
        is_digit(position + 1)) {
      return position + 1;
    }
    if (folded_.substr(position, kArabicComma.size()) != kArabicComma) return position;
    const auto group = position + static_cast<uint32_t>(kArabicComma.size());
    return digits_end(group) - group == 3 ? group : position;  // 1،200 but not 2012،2013
  }

  std::string_view folded_;
  uint32_t end_;
};

}  // namespace

void tokenise(std::string_view folded, TextSpan range, const OffsetMap& map,
              std::vector<Token>& tokens) {
  const Scanner scanner(folded, range);
  bool space_before = true;
  for (uint32_t begin = range.begin; begin < range.end;) {
    const ClassifiedCharacter first = scanner.at(begin);
    uint32_t end = begin + first.size;
    TokenKind kind = TokenKind::kPunctuation;
    switch (first.kind) {
      case CharacterClass::kSpace:
        space_before = true;
        begin = end;
        continue;
      case CharacterClass::kArabicLetter:
        end = scanner.word_end(begin);
        kind = TokenKind::kWord;
        break;
      case CharacterClass::kDigit:
        end = scanner.number_end(begin);
        kind = TokenKind::kNumber;
        break;
      case CharacterClass::kOtherLetter:
        end = scanner.other_end(begin);
        kind = TokenKind::kLatin;
        break;
      case CharacterClass::kMark:
        break;
    }
    const TextSpan span{begin, end};
    tokens.push_back(Token{span, map.given(span), kind, space_before});
    space_before = false;
    begin = end;
  }
}

}  // namespace isnad
