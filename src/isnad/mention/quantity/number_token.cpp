// SPDX-License-Identifier: Apache-2.0
// See number_token.h. A point or comma before exactly three digits separates thousands (Maghreb
// papers write 1.200), unless the number begins with 0; before any other count of digits it is a
// decimal point.
#include "isnad/mention/quantity/number_token.h"

#include <cmath>

namespace isnad {
namespace {

struct Glyph {
  int digit = -1;      // 0-9, or -1
  char separator = 0;  // or one of . , / - :
  size_t bytes = 1;
};

Glyph glyph_at(std::string_view text, size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead >= '0' && lead <= '9') return {lead - '0', 0, 1};
  if (lead == '.' || lead == ',' || lead == '/' || lead == '-' || lead == ':')
    return {-1, text[at], 1};
  if (at + 1 >= text.size()) return {};
  const auto second = static_cast<unsigned char>(text[at + 1]);
  if (lead == 0xD9 && second >= 0xA0 && second <= 0xA9)
    return {second - 0xA0, 0, 2};  // U+0660-0669
  if (lead == 0xDB && second >= 0xB0 && second <= 0xB9)
    return {second - 0xB0, 0, 2};                           // U+06F0-06F9
  if (lead == 0xD9 && second == 0xAB) return {-1, '.', 2};  // U+066B decimal
  if (lead == 0xD9 && second == 0xAC) return {-1, ',', 2};  // U+066C thousands
  if (lead == 0xD8 && second == 0x8C) return {-1, ',', 2};  // U+060C comma
  return {};
}

}  // namespace

NumberToken split_number(std::string_view token) {
  constexpr uint8_t kMostDigits = 18;
  NumberToken result;
  bool open = false;
  for (size_t at = 0; at < token.size();) {
    const Glyph glyph = glyph_at(token, at);
    at += glyph.bytes;
    if (glyph.digit >= 0) {
      if (!open && result.count == NumberToken::kMost) return {};
      if (!open) ++result.count;
      open = true;
      const size_t last = result.count - 1U;
      if (result.width[last] == kMostDigits) return {};
      result.part[last] = result.part[last] * 10 + glyph.digit;
      ++result.width[last];
    } else {
      if (!open || glyph.separator == 0) return {};
      result.after[result.count - 1U] = glyph.separator;
      open = false;
    }
  }
  return result;
}

PlainNumber plain_number(const NumberToken& token) {
  PlainNumber result;
  if (token.count == 0) return result;
  result.whole = token.part[0];
  result.real = static_cast<double>(token.part[0]);
  for (size_t i = 1; i < token.count; ++i) {
    const char separator = token.after[i - 1];
    const bool last = i + 1U == token.count;
    if (separator != '.' && separator != ',') return {};
    const bool thousands =
        token.width[i] == 3 && token.part[0] != 0 && token.width[0] <= 3 && !result.fraction;
    if (thousands) {
      if (result.whole > INT64_MAX / 1000 - 1) return {};
      result.whole = result.whole * 1000 + token.part[i];
      result.real = static_cast<double>(result.whole);
    } else if (last && !result.fraction) {
      result.real += static_cast<double>(token.part[i]) / std::pow(10.0, token.width[i]);
      result.fraction = true;
    } else {
      return {};
    }
  }
  result.valid = true;
  return result;
}

}  // namespace isnad
