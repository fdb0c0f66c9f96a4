// SPDX-License-Identifier: Apache-2.0
// Letters of a token as the models see them: marks, tatweel and invisible characters dropped,
// presentation forms made plain. Comes in: UTF-8 that has been checked. Goes out: UTF-16 units in a
// fixed array, so that nothing is allocated. Leaves out: characters beyond the Basic Multilingual
// Plane, which become U+FFFD.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace isnad {

// At most kCapacity letters; what goes beyond is dropped and `cut` set (no Arabic word is that
// long).
struct Letters {
  static constexpr uint32_t kCapacity = 48;
  std::array<char16_t, kCapacity> at;
  uint32_t size = 0;
  bool cut = false;

  void push(char16_t letter) {
    if (size == kCapacity) {
      cut = true;
    } else {
      at[size++] = letter;
    }
  }
  void assign(std::u16string_view letters) {
    size = 0;
    cut = false;
    for (const char16_t letter : letters) push(letter);
  }
  [[nodiscard]] std::u16string_view view() const { return {at.data(), size}; }
};

// Marks and tatweel dropped, presentation forms, Persian letters and alef wasla made plain: اَلقَريـة
// gives القرية.
void plain_letters(std::string_view utf8, Letters& out);

// Digits of any set to '0', Latin capitals to small: one shape for what the models need not tell
// apart.
void shape_letters(Letters& letters);

// أ إ آ to ا, ى to ي, ة to ه: what careless spelling does.
[[nodiscard]] constexpr char16_t fold_letter(char16_t c) {
  switch (c) {
    case u'\u0622':
    case u'\u0623':
    case u'\u0625':
      return u'\u0627';
    case u'\u0649':
      return u'\u064A';
    case u'\u0629':
      return u'\u0647';
    default:
      return c;
  }
}
void fold_letters(Letters& letters);

[[nodiscard]] constexpr bool is_arabic_letter(char16_t c) {
  return (c >= 0x0621 && c <= 0x064A) || (c >= 0x066E && c <= 0x06D3);
}
[[nodiscard]] constexpr bool is_arabic_mark(char32_t c) {
  return (c >= 0x0610 && c <= 0x061A) || (c >= 0x064B && c <= 0x065F) || c == 0x0670 ||
         c == 0x0640 || (c >= 0x06D6 && c <= 0x06DC) || (c >= 0x06DF && c <= 0x06E8) ||
         (c >= 0x06EA && c <= 0x06ED);
}

// Reads the character at `position` and moves past it; a broken byte gives U+FFFD and moves by one.
[[nodiscard]] char32_t next_character(std::string_view utf8, size_t& position);
void append_utf8(std::u16string_view letters, std::string& out);

// 64-bit FNV-1a over letters with a leading kind, mixed: the key of every table of the model.
[[nodiscard]] uint64_t letters_key(uint32_t kind, std::u16string_view letters);
// Joins two keys into one.
[[nodiscard]] constexpr uint64_t mix_keys(uint64_t a, uint64_t b) {
  uint64_t h = (a ^ (b + 0x9E3779B97F4A7C15ULL + (a << 6) + (a >> 2))) * 0xFF51AFD7ED558CCDULL;
  return h ^ (h >> 32);
}

}  // namespace isnad
