// SPDX-License-Identifier: Apache-2.0
// What each character of the Arabic block (U+0600-06FF) folds to, as one table made at compile
// time. fold.h says the rules in words; this is where they are facts.
#pragma once

#include <array>
#include <cstdint>

#include "isnad/text/arabic_letters.h"

namespace isnad {

// The folded character as UTF-8: `size` bytes of `bytes`, 0 = dropped.
struct FoldedCharacter {
  char bytes[2] = {0, 0};
  uint8_t size = 0;
};

namespace fold_table_detail {

using PointTable = std::array<char32_t, 256>;  // index: code point - 0x600; 0 = dropped

constexpr void drop(PointTable& table, char32_t first, char32_t last) {
  for (char32_t point = first; point <= last; ++point) table[point - 0x600] = 0;
}

constexpr void map_all(PointTable& table, std::initializer_list<char32_t> from, char32_t to) {
  for (char32_t point : from) table[point - 0x600] = to;
}

constexpr void drop_marks(PointTable& table) {
  using namespace letters;
  drop(table, 0x0600, 0x0605);  // signs that subtend numbers
  drop(table, kFirstHonorific, kLastHonorific);
  drop(table, kArabicLetterMark, kArabicLetterMark);
  drop(table, kTatweel, kTatweel);
  drop(table, kFathatan, kLastHaraka);
  drop(table, kSuperscriptAlef, kSuperscriptAlef);
  drop(table, 0x0674, 0x0674);  // high hamza, a mark in all but name
  for (char32_t point = kFirstKoranicMark; point <= kLastKoranicMark; ++point) {
    if (point != 0x06DE && point != 0x06E9) table[point - 0x600] = 0;  // two of them are symbols
  }
}

constexpr void map_letters(PointTable& table) {
  using namespace letters;
  map_all(table, {kAlefMadda, kAlefHamzaAbove, kAlefHamzaBelow, 0x0671, 0x0672, 0x0673, 0x0675},
          kAlef);
  map_all(table,
          {kWawHamza, 0x0676, 0x0677, 0x06C4, 0x06C5, 0x06C6, 0x06C7, 0x06C8, 0x06C9, 0x06CA,
           0x06CB, 0x06CF},
          kWaw);
  map_all(table,
          {kYehHamza, kAlefMaksura, 0x0620, 0x063D, 0x063E, 0x063F, 0x0678, 0x06CC, 0x06CD, 0x06CE,
           0x06D0, 0x06D1, 0x06D2, 0x06D3},
          kYeh);
  map_all(table, {kTehMarbuta, 0x06BE, 0x06C0, 0x06C1, 0x06C2, 0x06C3, 0x06D5}, kHeh);
  map_all(table, {0x063B, 0x063C, 0x06A9, 0x06AA, 0x06AD, 0x06AF}, kKaf);
  map_all(table, {0x067E}, kBeh);
  map_all(table, {0x0686}, kJeem);
  map_all(table, {0x0698}, kZain);
  map_all(table, {0x06A4}, kFeh);
  map_all(table, {0x06A8}, kQaf);
  map_all(table, {0x06BA}, kNoon);
}

constexpr void map_digits_and_signs(PointTable& table) {
  for (char32_t digit = 0; digit < 10; ++digit) {
    table[letters::kArabicIndicZero - 0x600 + digit] = U'0' + digit;
    table[letters::kPersianZero - 0x600 + digit] = U'0' + digit;
  }
  table[0x066A - 0x600] = U'%';  // Arabic percent sign
  table[0x066B - 0x600] = U'.';  // Arabic decimal separator
  table[0x066C - 0x600] = U',';  // Arabic thousands separator
  table[0x06D4 - 0x600] = U'.';  // Urdu full stop
}

constexpr FoldedCharacter encode(char32_t point) {
  if (point == 0) return {};
  if (point < 0x80) return {{static_cast<char>(point), 0}, 1};
  return {{static_cast<char>(0xC0 | (point >> 6)), static_cast<char>(0x80 | (point & 0x3F))}, 2};
}

constexpr std::array<FoldedCharacter, 256> make_table() {
  PointTable points{};
  for (char32_t i = 0; i < 256; ++i) points[i] = 0x600 + i;
  drop_marks(points);
  map_letters(points);
  map_digits_and_signs(points);
  std::array<FoldedCharacter, 256> table{};
  for (size_t i = 0; i < 256; ++i) table[i] = encode(points[i]);
  return table;
}

}  // namespace fold_table_detail

inline constexpr std::array<FoldedCharacter, 256> kArabicFold = fold_table_detail::make_table();

}  // namespace isnad
