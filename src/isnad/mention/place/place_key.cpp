// SPDX-License-Identifier: Apache-2.0
// Letters to keys: one table for the Arabic block, everything else as it is.
#include "isnad/mention/place/place_key.h"

#include <array>

namespace isnad {
namespace {

constexpr char16_t kDrop = 0;
constexpr char16_t kAlif = 0x0627;
constexpr char16_t kWaw = 0x0648;
constexpr char16_t kYa = 0x064A;
constexpr char16_t kHa = 0x0647;
constexpr char16_t kKaf = 0x0643;

// What a letter of U+0600..U+06FF is in a key.
constexpr std::array<char16_t, 256> arabic_block() {
  std::array<char16_t, 256> table{};
  for (size_t i = 0; i < table.size(); ++i) table[i] = static_cast<char16_t>(0x0600 + i);
  const auto set = [&table](size_t code, char16_t to) { table[code - 0x0600] = to; };
  set(0x0621, kDrop);                                                   // hamza alone
  set(0x0640, kDrop);                                                   // tatweel
  for (size_t code = 0x0610; code <= 0x061A; ++code) set(code, kDrop);  // honorific signs
  for (size_t code = 0x064B; code <= 0x065F; ++code) set(code, kDrop);  // vowel marks
  set(0x0670, kDrop);                                                   // dagger alif
  for (const size_t code : {0x0622U, 0x0623U, 0x0625U, 0x0671U}) set(code, kAlif);
  set(0x0624, kWaw);
  for (const size_t code : {0x0626U, 0x0649U, 0x06CCU, 0x06D2U}) set(code, kYa);
  set(0x0629, kHa);
  set(0x06C1, kHa);
  set(0x06BE, kHa);
  set(0x0698, 0x0632);  // zhe to zay
  set(0x06A9, kKaf);
  set(0x06AF, kKaf);    // gaf
  set(0x067E, 0x0628);  // pe to ba
  set(0x0686, 0x062C);  // che to jim
  set(0x06A4, 0x0641);  // ve to fa
  for (size_t digit = 0; digit < 10; ++digit) {
    set(0x0660 + digit, static_cast<char16_t>(u'0' + digit));
    set(0x06F0 + digit, static_cast<char16_t>(u'0' + digit));
  }
  return table;
}
constexpr std::array<char16_t, 256> kArabic = arabic_block();

char16_t key_letter(uint32_t code) {
  if (code >= 0x0600 && code <= 0x06FF) return kArabic[code - 0x0600];
  if (code <= u' ' || code == u'-' || code == u'\'' || code == 0xA0) return kDrop;
  if (code >= u'A' && code <= u'Z') return static_cast<char16_t>(code + 32);
  if (code >= 0x200B && code <= 0x206F) return kDrop;  // joiners, marks of direction, dashes
  return static_cast<char16_t>(code & 0xFFFF);
}

}  // namespace

void append_key_letters(std::string_view utf8, std::vector<char16_t>& letters) {
  const auto byte = [&utf8](size_t i) { return static_cast<uint8_t>(utf8[i]); };
  for (size_t i = 0; i < utf8.size();) {
    uint32_t code = byte(i);
    size_t length = 1;
    if (code >= 0xC0 && code < 0xE0 && i + 1 < utf8.size()) {
      code = (code & 0x1FU) << 6 | (byte(i + 1) & 0x3FU);
      length = 2;
    } else if (code >= 0xE0 && i + 2 < utf8.size()) {
      code = (code & 0x0FU) << 12 | (byte(i + 1) & 0x3FU) << 6 | (byte(i + 2) & 0x3FU);
      length = 3;
    }
    i += length;
    if (const char16_t letter = key_letter(code); letter != kDrop) letters.push_back(letter);
  }
}

uint64_t place_key(std::string_view name) {
  std::vector<char16_t> letters;
  append_key_letters(name, letters);
  KeyHash hash;
  for (const char16_t letter : letters) hash.add(letter);
  return hash.value();
}

}  // namespace isnad
