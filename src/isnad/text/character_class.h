// SPDX-License-Identifier: Apache-2.0
// What a character of *folded* text is to the tokeniser. Folding has already turned every space to
// ' ' or
// '\n' and every digit to ASCII, so the classes are few.
#pragma once

#include <cstdint>
#include <string_view>

namespace isnad {

enum class CharacterClass : uint8_t { kSpace, kArabicLetter, kDigit, kOtherLetter, kMark };

struct ClassifiedCharacter {
  CharacterClass kind = CharacterClass::kSpace;
  uint32_t size = 1;  // in bytes
};

// The character that begins at byte `at` of valid, folded UTF-8. Constant time.
[[nodiscard]] ClassifiedCharacter classify(std::string_view folded, uint32_t at);

}  // namespace isnad
