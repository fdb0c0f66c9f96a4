// SPDX-License-Identifier: Apache-2.0
// Lengths of time: three days, half an hour, a year and a half; and ages, which are none. Part of
// TimeReader.
#include "isnad/mention/time/time_reader.h"

namespace isnad {
namespace {

constexpr int32_t kThousand = 1000;
constexpr int64_t kMostCount = 1'000'000;

size_t slot(Unit unit) { return static_cast<size_t>(unit); }

}  // namespace

// نصف ساعة (half an hour), ربع قرن (a quarter of a century).
uint32_t TimeReader::read_fraction_of_unit(uint32_t token, Length& length) const {
  const Sense* fraction = lattice_.find(token, WordClass::kFraction);
  if (fraction == nullptr || fraction->word->b == 0) return 0;
  const Sense* unit = unit_at(fraction->end);
  if (unit == nullptr || unit->word->a != 1 || unit->proclitics & ~kArticle) return 0;
  length.half_of = length.unit = static_cast<Unit>(unit->word->role);
  length.tenths = static_cast<int32_t>(kThousand * fraction->word->a / fraction->word->b);
  return unit->end;
}

// A number and a unit in either order, a dual, a vague count, or the singular alone for one.
uint32_t TimeReader::read_counted_unit(uint32_t token, Length& length) const {
  if (const Sense* vague = lattice_.find(token, WordClass::kVague); vague != nullptr) {
    uint32_t at = vague->end;
    if (const Sense* of = lattice_.particle(at, Particle::kFrom); of != nullptr) at = of->end;
    const Sense* unit = unit_at(at);
    if (unit == nullptr || unit->word->a == 2) return 0;
    length.vague = true;
    length.unit = static_cast<Unit>(unit->word->role);
    return unit->end;
  }
  const NumberReading number = read_number(lattice_, token);
  if (number.found()) {
    if (number.value > kMostCount) return 0;
    const Sense* unit = unit_at(number.end);
    if (unit == nullptr || (unit->proclitics & ~kArticle) != 0 || unit->word->a == 2) return 0;
    // "ten (people), last week", "three (people) on Monday": a number in words takes the plural up
    // to ten, and no singular with the article.
    const bool single = unit->word->a == 1;
    if (single && unit->article()) return 0;
    if (single && !number.digits && number.value <= 10) return 0;
    if (single && lattice_.find(unit->end, WordClass::kWeekday) != nullptr) return 0;
    // "2011 عام" is no length; "العشرين عاما" is
    length.unit = static_cast<Unit>(unit->word->role);
    length.count[slot(length.unit)] +=
        static_cast<int32_t>(number.fraction ? static_cast<int64_t>(number.real) : number.value);
    if (number.fraction) {
      length.half_of = length.unit;
      length.tenths = static_cast<int32_t>(
          (number.real - static_cast<double>(static_cast<int64_t>(number.real))) * kThousand + 0.5);
    }
    return unit->end;
  }
  const Sense* unit = unit_at(token);
  if (unit == nullptr) return 0;
  if (const Sense* whole = lattice_.particle(unit->end, Particle::kWhole);
      whole != nullptr && unit->word->a == 1) {  // يوم كامل, a whole day
    length.unit = static_cast<Unit>(unit->word->role);
    length.count[slot(length.unit)] += 1;
    return whole->end;
  }
  const auto kind = static_cast<Unit>(unit->word->role);
  if (unit->word->a == 2) {
    length.unit = kind;
    length.count[slot(kind)] += 2;
    const Sense* twice = lattice_.find(unit->end, WordClass::kNumber);
    return twice != nullptr && twice->word->a == 2 && twice->proclitics == unit->proclitics
               ? twice->end
               : unit->end;
  }
  const NumberReading after = read_number(lattice_, unit->end);
  const Sense* conj = lattice_.find(unit->end, WordClass::kNumber);
  const bool adjective = after.found() && !(conj != nullptr && conj->joined()) && !after.fraction;
  if (adjective && unit->word->a == 0 && after.value >= 2 && after.value <= 99) {
    length.unit = kind;
    length.count[slot(kind)] += static_cast<int32_t>(after.value);
    return after.end;
  }
  length.unit = kind;
  if (unit->word->a == 0) {
    length.vague = true;
    return unit->end;
  }
  if (adjective && after.value == 1 && !after.digits) {  // يوم واحد, one day
    length.count[slot(kind)] += 1;
    return after.end;
  }
  length.count[slot(kind)] += 1;
  return unit->end;
}

uint32_t TimeReader::read_one_length(uint32_t token, Length& length) const {
  if (const uint32_t end = read_fraction_of_unit(token, length); end != 0) return end;
  return read_counted_unit(token, length);
}

// One or more counted units joined by wa-, "and a half" after any of them.
uint32_t TimeReader::read_length(uint32_t token, Length& length) const {
  Length built = length;
  uint32_t end = read_one_length(token, built);
  if (end == 0) return 0;
  for (int i = 0; i < 3; ++i) {
    uint32_t at = end;
    bool joined = false;
    if (at < lattice_.size() && lattice_.particle(at, Particle::kAnd) != nullptr &&
        lattice_.text().tokens[at].folded.size() <= 2) {
      joined = true;
      ++at;
    }
    if (at >= lattice_.size()) break;
    const Sense* half = lattice_.find(at, WordClass::kFraction);
    if (half != nullptr && (joined || half->joined()) && built.tenths == 0 && half->word->b != 0 &&
        !built.vague) {
      built.half_of = built.unit;
      built.tenths = static_cast<int32_t>(kThousand * half->word->a / half->word->b);
      end = half->end;
      const Sense* again = unit_at(end);
      if (again != nullptr && static_cast<Unit>(again->word->role) == built.unit &&
          again->word->a == 1 && (again->proclitics & ~kArticle) == 0) {
        end = again->end;
      }
      break;
    }
    for (const Sense& sense : lattice_.at(at)) joined = joined || sense.joined();
    if (lattice_.skip_glued(at) != at && lattice_.particle(at, Particle::kAnd) != nullptr)
      joined = true;
    if (!joined || built.vague) break;
    Length more = built;
    const Unit before = built.unit;
    const uint32_t next = read_counted_unit(at, more);
    if (next == 0 || more.vague || slot(more.unit) >= slot(before)) break;
    const Sense* unit = unit_at(at);
    if (unit != nullptr && unit->article()) break;
    built = more;
    end = next;
  }
  length = built;
  return end;
}

// An age: a number of years in brackets by itself, or with the word age near it.
bool TimeReader::is_age(uint32_t begin, uint32_t end) const {
  if (begin > 0 && lattice_.is_mark(begin - 1, "(") && lattice_.is_mark(end, ")")) return true;
  for (uint32_t back = 1; back <= 3 && back <= begin; ++back) {
    for (const Sense& sense : lattice_.at(begin - back)) {
      if (sense.word->cls == WordClass::kAge) return true;
    }
    if (lattice_.text().tokens[begin - back].kind == TokenKind::kPunctuation) break;
  }
  uint32_t after = end;
  if (lattice_.particle(after, Particle::kFrom) != nullptr) ++after;
  if (after >= lattice_.size()) return false;
  for (const Sense& sense : lattice_.at(after)) {
    if (sense.word->cls == WordClass::kAge) return true;
  }
  return false;
}

}  // namespace isnad
