// SPDX-License-Identifier: Apache-2.0
// See number_reader.h. Words are added up as Arabic says them: units before tens, larger groups
// first, each group joined by wa-; a scale word multiplies what stands before it.
#include "isnad/mention/quantity/number_reader.h"

#include <cmath>

#include "isnad/mention/quantity/number_token.h"

namespace isnad {
namespace {

constexpr int64_t kLargest = 1'000'000'000'000'000;

struct Sum {
  int64_t total = 0;    // closed groups
  int64_t current = 0;  // the open group below the next scale
  bool any = false;
  bool tens_open = true;     // a ten may still come in this group
  bool units_open = true;    // a unit or teen may still come
  int64_t scale = kLargest;  // the last scale; the next must be smaller
};

// Takes the word into the sum when Arabic would: `joined` = wa- before it.
bool take(Sum& sum, const Word& word, bool joined) {
  const auto role = static_cast<NumberRole>(word.role);
  if (sum.any && !joined) {
    if (role == NumberRole::kHundred && word.a == 100 && sum.current >= 3 && sum.current <= 9) {
      sum.current *= 100;
      sum.tens_open = sum.units_open = true;
      return true;
    }
    // after a number, the dual before its noun is the accusative of one: خمسة عشر ألفا, 15 thousand
    const bool dual = role == NumberRole::kDualScale;
    const int64_t times = dual ? word.a / 2 : word.a;
    const bool scale = dual || role == NumberRole::kScale || role == NumberRole::kPluralScale;
    if (!scale || sum.current == 0 || times >= sum.scale) return false;
    if (sum.current > kLargest / times) return false;
    sum.total += sum.current * times;
    sum.current = 0;
    sum.scale = times;
    sum.tens_open = sum.units_open = true;
    return true;
  }
  switch (role) {
    case NumberRole::kUnit:
    case NumberRole::kCompoundUnit:
      if (!sum.units_open) return false;
      sum.units_open = false;
      sum.tens_open = word.a < 10;
      break;
    case NumberRole::kTeen:
      if (!sum.units_open) return false;
      sum.units_open = sum.tens_open = false;
      break;
    case NumberRole::kTen:
      if (!sum.tens_open) return false;
      sum.units_open = sum.tens_open = false;
      break;
    case NumberRole::kHundred:
      if (sum.current != 0) return false;
      break;
    case NumberRole::kScale:
    case NumberRole::kDualScale:
      if (sum.current != 0 || word.a >= sum.scale) return false;
      sum.total += word.a;
      sum.scale = word.a;
      sum.any = true;
      return true;
    default:
      return false;
  }
  sum.current += word.a;
  sum.any = true;
  return true;
}

// The word of class kNumber that continues a number at `token`, past a wa- of its own token.
const Sense* next_word(const SenseLattice& lattice, uint32_t token, bool& joined) {
  joined = false;
  uint32_t at = token;
  if (lattice.particle(at, Particle::kAnd) != nullptr &&
      lattice.find(at, WordClass::kNumber) == nullptr) {
    joined = true;
    ++at;
  }
  const Sense* sense = lattice.find(at, WordClass::kNumber);
  if (sense == nullptr) return nullptr;
  const Sense* scale =
      lattice.find(at, WordClass::kNumber, static_cast<uint8_t>(NumberRole::kScale));
  if (scale != nullptr) sense = scale;
  if ((sense->proclitics & (kPrepositionB | kPrepositionL | kPrepositionK)) != 0) return nullptr;
  joined = joined || sense->joined();
  return sense;
}

// مليون ونصف (a million and a half), optionally with the scale word once more.
uint32_t take_half(const SenseLattice& lattice, uint32_t token, NumberReading& number,
                   int64_t scale) {
  const Sense* half = lattice.find(token, WordClass::kFraction);
  if (half == nullptr || !half->joined() || scale < 1000 || half->word->b == 0) return token;
  number.value += scale * half->word->a / half->word->b;
  number.real = static_cast<double>(number.value);
  const Sense* again = lattice.find(half->end, WordClass::kNumber);
  return again != nullptr && again->word->a == scale && !again->joined() ? again->end : half->end;
}

// The first word of a number: "two thousand" before its noun is spelt like "a thousand" after a
// number.
const Sense* first_word(const SenseLattice& lattice, uint32_t token) {
  const Sense* dual =
      lattice.find(token, WordClass::kNumber, static_cast<uint8_t>(NumberRole::kDualScale));
  return dual != nullptr ? dual : lattice.find(token, WordClass::kNumber);
}

NumberReading read_words(const SenseLattice& lattice, uint32_t token, NumberReading number,
                         Sum sum) {
  uint32_t at = number.end;
  int64_t scale = 0;
  const Sense* single = nullptr;
  while (at < lattice.size()) {
    bool joined = false;
    const Sense* sense = at == token ? first_word(lattice, at) : next_word(lattice, at, joined);
    if (sense == nullptr || !take(sum, *sense->word, at != token && joined)) break;
    single = at == token ? sense : nullptr;
    if (sense->word->a >= 1000) scale = sense->word->a;
    at = sense->end;
    number.words = true;
  }
  if (!number.words) return number;
  if (single != nullptr && static_cast<NumberRole>(single->word->role) == NumberRole::kCompoundUnit)
    return {};
  number.end = at;
  number.value = sum.total + sum.current;
  number.real = static_cast<double>(number.value);
  number.end = take_half(lattice, number.end, number, scale);
  return number;
}

NumberReading read_digits(const SenseLattice& lattice, uint32_t token) {
  NumberReading number;
  const PlainNumber plain = plain_number(split_number(lattice.folded(token)));
  if (!plain.valid || plain.whole > kLargest) return number;
  number.begin = token;
  number.end = token + 1;
  number.value = plain.whole;
  number.real = plain.real;
  number.fraction = plain.fraction;
  number.digits = true;
  const Sense* scale = lattice.find(number.end, WordClass::kNumber);
  if (scale == nullptr || scale->proclitics & ~kArticle) return number;
  const auto role = static_cast<NumberRole>(scale->word->role);
  const bool dual = role == NumberRole::kDualScale;
  if (!dual && role != NumberRole::kScale && role != NumberRole::kPluralScale) return number;
  const int64_t times = dual ? scale->word->a / 2 : scale->word->a;
  if (plain.real > static_cast<double>(kLargest) / static_cast<double>(times)) return number;
  number.real = plain.real * static_cast<double>(times);
  number.value = static_cast<int64_t>(std::llround(number.real));
  number.fraction = false;
  number.end = scale->end;
  number.words = true;
  Sum sum;
  sum.total = number.value;
  sum.any = true;
  sum.scale = times;
  NumberReading longer = read_words(lattice, token, number, sum);
  longer.begin = token;
  return longer;
}

}  // namespace

NumberReading read_number(const SenseLattice& lattice, uint32_t token) {
  if (token >= lattice.size()) return {};
  const uint32_t first = lattice.skip_glued(token);
  if (lattice.is_number(first)) {
    NumberReading number = read_digits(lattice, first);
    if (number.found()) number.begin = token;
    return number;
  }
  NumberReading number;
  number.begin = number.end = token;
  const Sense* sense = lattice.find(token, WordClass::kNumber);
  if (sense == nullptr) return number;
  if (static_cast<NumberRole>(sense->word->role) == NumberRole::kZero) {
    number.end = sense->end;
    number.words = true;
    return number;
  }
  return read_words(lattice, token, number, Sum{});
}

NumberReading read_ordinal(const SenseLattice& lattice, uint32_t token, bool definite) {
  NumberReading number;
  number.begin = number.end = token;
  const Sense* first = lattice.find(token, WordClass::kOrdinal);
  const bool definite_first = first != nullptr && (!definite || first->article());
  if (definite_first) {
    const Sense* ten = lattice.find(first->end, WordClass::kNumber);
    const bool tens = ten != nullptr && ten->joined() && first->word->a < 10 &&
                      static_cast<NumberRole>(ten->word->role) == NumberRole::kTen;
    if (!tens && first->word->role == 1) return number;
    number.value = first->word->a + (tens ? ten->word->a : 0);
    number.end = tens ? ten->end : first->end;
    number.words = true;
    return number;
  }
  const Sense* ten = lattice.find(token, WordClass::kNumber);
  if (ten == nullptr || !ten->article()) return number;
  if (static_cast<NumberRole>(ten->word->role) != NumberRole::kTen) return number;
  number.value = ten->word->a;
  number.end = ten->end;
  number.words = true;
  return number;
}

}  // namespace isnad
