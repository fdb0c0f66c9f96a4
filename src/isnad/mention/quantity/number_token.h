// SPDX-License-Identifier: Apache-2.0
// The parts of a number token: groups of digits of any of three sets, and the separators between
// them.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace isnad {

struct NumberToken {
  static constexpr size_t kMost = 6;
  std::array<int64_t, kMost> part{};   // value of each group of digits
  std::array<uint8_t, kMost> width{};  // its digits
  std::array<char, kMost>
      after{};  // separator after it: '.' ',' '/' '-' ':' or 0 at the end; ٫ reads '.', ٬ and ، ','
  uint8_t count = 0;  // 0: no number, or too many parts
};

// Reads a token of kind kNumber, folded or not. Digits beyond 18 in a group make it no number.
[[nodiscard]] NumberToken split_number(std::string_view token);

// The token as one quantity: whole, or with a decimal fraction; thousands separators are taken out.
struct PlainNumber {
  bool valid = false;
  int64_t whole = 0;
  double real = 0;  // the same with its fraction
  bool fraction = false;
};
[[nodiscard]] PlainNumber plain_number(const NumberToken& token);

}  // namespace isnad
