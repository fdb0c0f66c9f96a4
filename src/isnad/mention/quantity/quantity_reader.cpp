// SPDX-License-Identifier: Apache-2.0
// See quantity_reader.h. Agreement of number and noun is not asked for: headlines and tickers
// ignore it.
#include "isnad/mention/quantity/quantity_reader.h"

#include <cmath>

#include "isnad/mention/quantity/number_token.h"

namespace isnad {
namespace {

constexpr uint32_t kLongestAnd = 2;  // bytes of the one letter that means and

std::optional<int64_t> known(int64_t value) {
  return value < 0 ? std::nullopt : std::optional<int64_t>(value);
}

bool dual_form(const Sense& sense) {
  if ((sense.inflection & kDual) == 0) return false;
  return (sense.inflection & kPlural) == 0 || sense.word->flag;
}

bool plural_form(const Sense& sense) {
  return (sense.inflection & kPlural) != 0 && !dual_form(sense);
}

}  // namespace

Range bounded(int64_t number, Bound bound) {
  switch (bound) {
    case Bound::kLeast:
      return {number, number, std::nullopt};
    case Bound::kMore:
      return {number, std::nullopt, std::nullopt};
    case Bound::kLess:
    case Bound::kMost:
      return {std::nullopt, std::nullopt, number};
    case Bound::kAbout:
      return {std::nullopt, number, std::nullopt};
    default:
      return {number, number, number};
  }
}

const Sense* QuantityReader::victim_at(uint32_t token) const {
  if (token >= lattice_.size()) return nullptr;
  const Sense* best = nullptr;
  for (const Sense& sense : lattice_.at(token)) {
    if (sense.word->cls != WordClass::kVictim) continue;
    // the reading without a pronoun first, then the one that says a harm
    const bool better =
        best == nullptr || (sense.end == best->end && best->enclitic != 0 && sense.enclitic == 0);
    if (better) best = &sense;
  }
  return best;
}

uint32_t QuantityReader::read_bound(uint32_t token, Bound& bound) const {
  uint32_t at = token;
  for (int i = 0; i < 2; ++i) {
    const Sense* sense = lattice_.find(at, WordClass::kBound);
    if (sense == nullptr || static_cast<Side>(sense->word->b) == Side::kAfter) break;
    const auto said = static_cast<Bound>(sense->word->role);
    if (bound == Bound::kNone || said != Bound::kAbout) bound = said;
    at = sense->end;
  }
  return at == token ? 0 : at;
}

// عشرات, عشرات الآلاف, بضعة آلاف, مئات.
uint32_t QuantityReader::read_vague(uint32_t token, Range& range) const {
  const Sense* vague = lattice_.find(token, WordClass::kVague);
  if (vague == nullptr || (vague->proclitics & kPrepositionB) != 0) return 0;
  int64_t low = vague->word->a, best = vague->word->b, high = vague->word->c;
  uint32_t end = vague->end;
  if (vague->word->role == 1) {
    const Sense* scale = lattice_.find(end, WordClass::kNumber);
    if (scale != nullptr && !scale->joined() && scale->word->a >= 1000) {
      const int64_t times = scale->word->a;
      low = low < 0 ? low : low * times;
      best = best < 0 ? best : best * times;
      high = high < 0 ? high : high * times + times - 1;
      end = scale->end;
    } else if (const Sense* tens = lattice_.find(end, WordClass::kVague);

               tens != nullptr && !tens->joined() && high > 0 && high < 10 && tens->word->a >= 20) {
      high = tens->word->c;
      low = low * tens->word->a / 2;
      end = tens->end;
    }
  }
  range = {known(low), known(best), known(high)};
  return end;
}

// The number after to, or, a dash; after wa- when `between` came before.
uint32_t QuantityReader::second_number(uint32_t token, bool between, NumberReading& second) const {
  uint32_t at = token;
  const bool dash = lattice_.is_mark(at, "-") || lattice_.is_mark(at, "–");
  const bool to = cue_at(at, CountCue::kTo) != nullptr || cue_at(at, CountCue::kOr) != nullptr;
  bool joined = false;
  if (dash || to) {
    ++at;
    joined = true;
  } else if (between) {
    if (at < lattice_.size() && cue_at(at, CountCue::kAnd) != nullptr &&
        lattice_.text().tokens[at].folded.size() <= kLongestAnd && lattice_.skip_glued(at) == at) {
      ++at;
      joined = true;
    } else if (lattice_.skip_glued(at) != at) {
      joined = true;
    } else if (const Sense* word = lattice_.find(at, WordClass::kNumber); word != nullptr) {
      joined = word->joined();
    }
  }
  if (!joined) return 0;
  second = read_number(lattice_, at);
  return second.found() && !second.fraction ? second.end : 0;
}

uint32_t QuantityReader::read_range(uint32_t token, Range& range) const {
  uint32_t at = token;
  const Sense* between = cue_at(at, CountCue::kBetween);
  if (between != nullptr) at = between->end;
  const uint32_t glued = lattice_.skip_glued(at);
  if (lattice_.is_number(glued)) {  // 15-17 in one token
    const NumberToken number = split_number(lattice_.folded(glued));
    const bool two = number.count == 2 && number.after[0] == '-' && number.part[0] < number.part[1];
    if (two) {
      range = {number.part[0], std::nullopt, number.part[1]};
      return glued + 1;
    }
  }
  const NumberReading first = read_number(lattice_, at);
  if (!first.found() || first.fraction) return 0;
  NumberReading second;
  const uint32_t end = second_number(first.end, between != nullptr, second);
  if (end == 0) return 0;
  int64_t low = first.value;
  // "between 3 and 5 thousand": the scale belongs to both
  if (low < second.value && second.words && second.digits && second.value >= 1000 && low < 1000) {
    const int64_t scale = second.value >= 1'000'000 ? 1'000'000 : 1000;
    if (second.value % scale == 0 && low < second.value / scale) low *= scale;
  }
  if (low >= second.value) return 0;
  range = {low, std::nullopt, second.value};
  return end;
}

uint32_t QuantityReader::read_amount(uint32_t token, Range& range, bool& vague) const {
  if (const uint32_t end = read_vague(token, range); end != 0) {
    vague = true;
    return end;
  }
  vague = false;
  const NumberReading number = read_number(lattice_, token);
  if (!number.found()) return 0;
  if (number.fraction) {
    const double real = number.real;
    range = {static_cast<int64_t>(std::floor(real)), std::nullopt,
             static_cast<int64_t>(std::ceil(real))};
  } else {
    range = bounded(number.value, Bound::kNone);
  }
  return number.end;
}

// Whether the number at the token is a name: after resolution, channel, brigade …
bool QuantityReader::is_label(uint32_t token) const {
  if (token == 0) return false;
  for (const Sense& sense : lattice_.at(token - 1)) {
    if (sense.word->cls == WordClass::kNumberLabel) return true;
  }
  return token > 0 && lattice_.text().tokens[token - 1].kind == TokenKind::kLatin &&
         !lattice_.text().tokens[token].space_before;
}

// "five dead and the wounding of ten": what follows counts those of the second harm alone.
bool QuantityReader::has_own_figure(uint32_t token) const {
  Range range;
  bool vague = false;
  return read_amount(token, range, vague) != 0;
}

// قتيل وجريح: both harms in one figure that belongs to neither alone.
uint32_t QuantityReader::read_both_harms(uint32_t token, QuantityMention& quantity) const {
  uint32_t at = token;
  const Sense* first = nullptr;
  if (quantity.harm == Harm::kNone) {  // "30 people between killed and wounded"
    const Sense* between = cue_at(at, CountCue::kBetween);
    if (between == nullptr) return 0;
    at = between->end;
    first = victim_at(at);
    if (first == nullptr) return 0;
    at = first->end;
  }
  const Sense* second = victim_at(at);
  if (second == nullptr || !second->joined() || has_own_figure(second->end)) return 0;
  const auto one = first != nullptr ? static_cast<Harm>(first->word->role) : quantity.harm;
  const auto other = static_cast<Harm>(second->word->role);
  const bool both = (one == Harm::kKilled && other == Harm::kInjured) ||
                    (one == Harm::kInjured && other == Harm::kKilled);
  if (!both || (first == nullptr && dual_form(*second))) return 0;
  quantity.harm = Harm::kKilledOrInjured;
  return second->end;
}

// The counted noun after the amount, after of or directly.
uint32_t QuantityReader::read_counted(uint32_t token, uint32_t limit,
                                      QuantityMention& quantity) const {
  uint32_t at = token;
  if (at < limit && (lattice_.is_mark(at, "%") || cue_at(at, CountCue::kPercent) != nullptr)) {
    const Sense* percent = cue_at(at, CountCue::kPercent);
    return percent != nullptr ? percent->end : at + 1;
  }
  if (const Sense* of = cue_at(at, CountCue::kOf); of != nullptr && of->end == at + 1) at = of->end;
  if (at >= limit) return token;
  if (const uint32_t both = read_both_harms(at, quantity); both != 0) {  // "40 between …"
    quantity.of_people = true;
    return both;
  }
  const Sense* victim = victim_at(at);
  const bool apart = victim != nullptr && victim->joined();
  if (victim == nullptr || apart) {
    const Token& next = lattice_.text().tokens[at];
    const bool particle = lattice_.find(at, WordClass::kParticle) != nullptr ||
                          lattice_.find(at, WordClass::kCountCue) != nullptr ||
                          lattice_.tense_at(at) != Tense::kUnknown;
    if (next.kind != TokenKind::kWord || particle || apart || at != token) return token;
    quantity.counted = at;
    return at + 1;
  }
  quantity.counted = at;
  quantity.victim = victim->word->row;
  quantity.harm = static_cast<Harm>(victim->word->role);
  quantity.of_people = true;
  uint32_t end = victim->end;
  if (const uint32_t both = read_both_harms(end, quantity); both != 0) end = both;
  return end;
}

// "7 at least", "7 people or more".
uint32_t QuantityReader::read_bound_after(uint32_t token, QuantityMention& quantity) const {
  const Sense* sense = lattice_.find(token, WordClass::kBound);
  if (sense == nullptr || static_cast<Side>(sense->word->b) == Side::kBefore) return 0;
  const auto bound = static_cast<Bound>(sense->word->role);
  const NumberReading next = read_number(lattice_, sense->end);
  if (next.found() && bound != Bound::kMore) return 0;  // it bounds the number after it
  if (!quantity.range.best || quantity.range.low != quantity.range.high) return 0;
  quantity.range = bounded(*quantity.range.best, bound);
  return sense->end;
}

// "one of the attackers": the word one before a noun of people in the plural.
uint32_t QuantityReader::read_one_of(uint32_t token, QuantityMention& quantity) const {
  const Sense* one = cue_at(token, CountCue::kOneOf);
  if (one == nullptr) return 0;
  const Sense* noun = victim_at(one->end);
  if (noun == nullptr || noun->joined() || (noun->inflection & (kPlural | kDual)) == 0) return 0;
  quantity.range = bounded(1, Bound::kNone);
  quantity.counted = one->end;
  quantity.victim = noun->word->row;
  quantity.harm = static_cast<Harm>(noun->word->role);
  quantity.of_people = true;
  return noun->end;
}

// Nouns that count by their form: the dual two, a bare plural some, a bare singular one.
uint32_t QuantityReader::read_bare_noun(uint32_t token, QuantityMention& quantity) const {
  const Sense* noun = victim_at(token);
  if (noun == nullptr || noun->enclitic != 0) return 0;
  const auto bare = static_cast<Bare>(noun->word->b);
  const bool dual = dual_form(*noun) || bare == Bare::kDual;
  const bool plural = plural_form(*noun);
  if (bare == Bare::kNumber) return 0;
  bool governed = false;
  if (token > 0) {
    // "the number of the dead": no amount
    if (cue_at(token - 1, CountCue::kToll) != nullptr) return 0;
    governed = lattice_.tense_at(token - 1) != Tense::kUnknown ||
               cue_at(token - 1, CountCue::kHarmHead) != nullptr ||
               cue_at(token - 1, CountCue::kPart) != nullptr;
    const Sense* before = victim_at(token - 1);
    if (before != nullptr && !noun->joined() && !governed)
      return 0;  // an adjective or a title before a name
  }
  if (dual) {
    quantity.range = bounded(2, Bound::kNone);
  } else if (plural) {
    if (noun->article()) return 0;
    if (bare == Bare::kNoun && !governed && !noun->joined()) return 0;
    quantity.range = {2, std::nullopt, std::nullopt};
  } else {
    if (noun->article() || bare == Bare::kNo) return 0;
    if (bare == Bare::kNoun && !governed) return 0;
    quantity.range = bounded(1, Bound::kNone);
  }
  quantity.counted = token;
  quantity.victim = noun->word->row;
  quantity.harm = static_cast<Harm>(noun->word->role);
  quantity.of_people = true;
  uint32_t end = noun->end;
  if (dual) {  // جنديان اثنان
    const Sense* twice = lattice_.find(end, WordClass::kNumber);
    if (twice != nullptr && twice->word->a == 2 && !twice->joined()) end = twice->end;
  } else if (!plural) {
    const Sense* one = lattice_.find(end, WordClass::kNumber);
    if (one != nullptr && one->word->a == 1 && !one->joined()) end = one->end;
  }
  return end;
}

uint32_t QuantityReader::read(uint32_t token, uint32_t limit, QuantityMention& quantity) const {
  if (const uint32_t one = read_one_of(token, quantity); one != 0 && one <= limit) {
    quantity.tokens = {token, one};
    return one;
  }
  Bound bound = Bound::kNone;
  uint32_t at = token;
  if (const uint32_t after = read_bound(at, bound); after != 0) at = after;
  bool vague = false;
  const bool label = at == token && is_label(at);
  uint32_t end = read_range(at, quantity.range);
  if (end == 0) {
    end = read_amount(at, quantity.range, vague);
    if (end != 0 && !vague && bound != Bound::kNone && quantity.range.best) {
      quantity.range = bounded(*quantity.range.best, bound);
    }
  }
  if (end == 0 && at == token) {
    if (const Sense* part = lattice_.find(at, WordClass::kFraction);
        part != nullptr && cue_at(part->end, CountCue::kOf) == nullptr) {
      const Sense* scale = lattice_.find(part->end, WordClass::kNumber);
      if (scale != nullptr && scale->word->a >= 1000 && part->word->b != 0) {  // half a million
        quantity.range = bounded(scale->word->a * part->word->a / part->word->b, Bound::kNone);
        end = scale->end;
      }
    }
  }
  if (end == 0 || end > limit) {
    end = at == token || bound != Bound::kNone ? read_bare_noun(at, quantity) : 0;
    if (end == 0 || at != token || end > limit) return 0;
    quantity.tokens = {token, end};
    if (const uint32_t both = quantity.range.high ? 0 : read_bound_after(end, quantity); both != 0)
      end = both;
    return end;
  }
  if (label) return 0;
  const bool year_like = lattice_.is_number(at) && quantity.range.best &&
                         *quantity.range.best >= 1900 && *quantity.range.best < 2060 &&
                         lattice_.folded(at).size() == 4;
  uint32_t after = read_bound_after(end, quantity);
  const uint32_t counted = read_counted(after != 0 ? after : end, limit, quantity);
  if (counted > end) end = counted;
  if (year_like && !quantity.of_people && bound == Bound::kNone && quantity.counted == UINT32_MAX)
    return 0;
  if (after == 0) {
    after = read_bound_after(end, quantity);
    if (after != 0) end = after;
  } else if (end < after) {
    end = after;
  }
  if (end > limit) return 0;
  quantity.tokens = {token, end};
  return end;
}

}  // namespace isnad
