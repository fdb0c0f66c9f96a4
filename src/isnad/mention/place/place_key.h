// SPDX-License-Identifier: Apache-2.0
// How place names are compared: by a 64-bit hash of their letters, without spaces, marks and
// hamzas, so that كفرنبل and كفر نبل, سوريه and سورية, الطائف and الطايف are the same name. The
// hash grows letter by letter, so a name of several tokens is looked up without copying it.
//
// The key is the only comparison: names are not kept for checking. With 400 000 keys of 64 bits the
// chance that a given other word meets one of them is 2e-14 (docs/decisions/0031).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace isnad {

// Grows by letters; `value` is never 0, which marks a free slot.
class KeyHash {
 public:
  void add(char16_t letter) {
    state_ = (state_ ^ letter) * 0x9E3779B97F4A7C15ULL;
    state_ ^= state_ >> 29;
  }
  [[nodiscard]] uint64_t value() const { return state_ | 1; }

 private:
  uint64_t state_ = 0x243F6A8885A308D3ULL;
};

// The letters of a UTF-8 string as keys see them: marks, tatweel, hamza alone, spaces and hyphens
// dropped, carriers and look-alikes unified (أ إ آ to ا, ى ئ to ي, ة to ه, ؤ to و, Persian letters
// to Arabic ones, digits to ASCII). Folding text before changes nothing, and bytes that are no
// UTF-8 do no harm. Appends to `letters`.
void append_key_letters(std::string_view utf8, std::vector<char16_t>& letters);

// The key of a whole name.
[[nodiscard]] uint64_t place_key(std::string_view name);

}  // namespace isnad
