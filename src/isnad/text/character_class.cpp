// SPDX-License-Identifier: Apache-2.0
// Tables for ASCII and the Arabic block; ranges for the rest. Ranges of marks and symbols follow
// the blocks of Unicode 15; everything that is no known mark counts as a letter of another script,
// so the classes are total.
#include "isnad/text/character_class.h"

#include <array>

namespace isnad {
namespace {

using enum CharacterClass;

constexpr std::array<CharacterClass, 128> make_ascii_classes() {
  std::array<CharacterClass, 128> table{};
  for (size_t c = 0; c < 128; ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool digit = c >= '0' && c <= '9';
    table[c] = letter ? kOtherLetter : digit ? kDigit : c <= ' ' || c == 0x7F ? kSpace : kMark;
  }
  return table;
}

constexpr bool is_arabic_letter(char32_t point) {
  return (point >= 0x0620 && point <= 0x064A && point != 0x0640) ||
         (point >= 0x066E && point <= 0x06D3) || point == 0x06D5 ||
         (point >= 0x06EE && point <= 0x06FF && point != 0x06FD);
}

constexpr std::array<CharacterClass, 256> make_arabic_classes() {
  std::array<CharacterClass, 256> table{};
  for (char32_t i = 0; i < 256; ++i)
    table[i] = is_arabic_letter(0x0600 + i) ? kArabicLetter : kMark;
  return table;
}

constexpr std::array<CharacterClass, 128> kAsciiClasses = make_ascii_classes();
constexpr std::array<CharacterClass, 256> kArabicClasses = make_arabic_classes();

struct Range {
  char32_t first;
  char32_t last;
};

// Punctuation, symbols and emoji outside ASCII and the Arabic block.
constexpr Range kMarkRanges[] = {
    {0x00A1, 0x00A9}, {0x00AB, 0x00B4}, {0x00B6, 0x00B9},   {0x00BB, 0x00BF}, {0x00D7, 0x00D7},
    {0x00F7, 0x00F7}, {0x02C2, 0x02DF}, {0x1AB0, 0x1AFF},   {0x2000, 0x2070}, {0x2074, 0x207E},
    {0x2080, 0x208E}, {0x20A0, 0x20CF}, {0x2100, 0x2101},   {0x2116, 0x2117}, {0x2120, 0x2125},
    {0x2190, 0x2BFF}, {0x2E00, 0x2E7F}, {0x3000, 0x3004},   {0x3008, 0x3020}, {0xFD3E, 0xFD4F},
    {0xFDFC, 0xFDFF}, {0xFE10, 0xFE6F}, {0xFF00, 0xFF0F},   {0xFF1A, 0xFF20}, {0xFF3B, 0xFF40},
    {0xFF5B, 0xFF65}, {0xFFE0, 0xFFFF}, {0x1F000, 0x1FAFF},
};

constexpr Range kArabicRanges[] = {
    {0x0750, 0x077F}, {0x0870, 0x08C9}, {0xFB50, 0xFDFB}, {0xFE70, 0xFEFE}};

bool in_ranges(const Range* begin, const Range* end, char32_t point) {
  for (const Range* range = begin; range != end; ++range) {
    if (point >= range->first && point <= range->last) return true;
  }
  return false;
}

CharacterClass classify_rare(char32_t point) {
  if (in_ranges(std::begin(kMarkRanges), std::end(kMarkRanges), point)) return kMark;
  if (in_ranges(std::begin(kArabicRanges), std::end(kArabicRanges), point)) return kArabicLetter;
  return kOtherLetter;
}

}  // namespace

ClassifiedCharacter classify(std::string_view folded, uint32_t at) {
  const auto byte = [&](uint32_t offset) {
    return static_cast<unsigned char>(folded[at + offset]);
  };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {kAsciiClasses[lead], 1};
  if ((lead & 0xFC) == 0xD8) return {kArabicClasses[(lead & 3u) << 6 | (byte(1) & 0x3Fu)], 2};
  if (lead < 0xE0) return {classify_rare(char32_t(lead & 0x1Fu) << 6 | (byte(1) & 0x3Fu)), 2};
  if (lead < 0xF0) {
    return {classify_rare(char32_t(lead & 0x0Fu) << 12 | char32_t(byte(1) & 0x3Fu) << 6 |
                          (byte(2) & 0x3Fu)),
            3};
  }
  return {classify_rare(char32_t(lead & 0x07u) << 18 | char32_t(byte(1) & 0x3Fu) << 12 |
                        char32_t(byte(2) & 0x3Fu) << 6 | (byte(3) & 0x3Fu)),
          4};
}

}  // namespace isnad
