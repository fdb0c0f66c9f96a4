// SPDX-License-Identifier: Apache-2.0
// Lengths of time and what they are used for: three days, two days ago, within a week, the last
// three months, every two years. Part of TimeReader.
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

// "two days ago", "since two days", "after a week", "within 48 hours", "two days after that".
uint32_t TimeReader::read_offset(uint32_t token, TimeShape& shape) const {
  const Sense* particle = lattice_.find(token, WordClass::kParticle);
  if (particle == nullptr) return 0;
  LengthUse use = LengthUse::kNone;
  switch (static_cast<Particle>(particle->word->role)) {
    case Particle::kBefore:
      use = LengthUse::kAgo;
      break;
    case Particle::kSince:
      use = LengthUse::kSince;
      break;
    case Particle::kAfter:
      use = LengthUse::kAfter;
      break;
    case Particle::kWithin:
      use = LengthUse::kWithin;
      break;
    case Particle::kLasting:
      use = LengthUse::kLasting;
      break;
    case Particle::kIn:
      use = LengthUse::kWithin;
      break;
    default:
      return 0;
  }
  uint32_t at = particle->end;
  const bool in = static_cast<Particle>(particle->word->role) == Particle::kIn;
  if (const Sense* passing = lattice_.particle(at, Particle::kPassing); passing != nullptr)
    at = passing->end;
  if (const Sense* term = lattice_.particle(at, Particle::kTerm); term != nullptr) at = term->end;
  Bound bound = Bound::kNone;
  if (const Sense* sense = lattice_.find(at, WordClass::kBound); sense != nullptr) {
    bound = static_cast<Bound>(sense->word->role);
    at = sense->end;
  }
  Length length;
  uint32_t end = read_length(at, length);
  if (end == 0 || is_age(at, end)) return 0;
  const Sense* unit = unit_at(at);
  const bool single = unit != nullptr && unit->end == end && unit->word->a == 1;
  if (in && (single || length.vague || (unit != nullptr && unit->article()))) return 0;
  if (single && unit->article() && use != LengthUse::kLasting) return 0;
  if (single && use == LengthUse::kWithin && length.unit >= Unit::kDecade)
    return 0;  // "by holding"
  const bool bare_plural = unit != nullptr && unit->end == end && length.vague;
  if (bare_plural && (use == LengthUse::kWithin || use == LengthUse::kLasting) && !ends_clause(end))
    return 0;
  // "before the month of Ramadan", "before Friday", "before the year 2011" are no lengths
  if (single &&
      (lattice_.find(end, WordClass::kMonth) || lattice_.find(end, WordClass::kHijriMonth) ||
       lattice_.find(end, WordClass::kWeekday) || lattice_.is_number(lattice_.skip_glued(end)) ||
       lattice_.find(end, WordClass::kDayWord) ||
       (unit->word->role == static_cast<uint8_t>(Unit::kYear) &&
        lattice_.find(end, WordClass::kNumber)))) {
    return 0;
  }
  shape.length = length;
  shape.use = use;
  shape.bound = bound;
  if (const Sense* of_it = lattice_.particle(end, Particle::kThat); of_it != nullptr) {
    shape.from_then = true;
    return of_it->end;
  }
  if (const Sense* from = lattice_.particle(end, Particle::kFrom);
      from != nullptr && from->end == end + 1) {
    const Sense* now = lattice_.find(from->end, WordClass::kReference);
    const Sense* that = lattice_.particle(from->end, Particle::kThat);
    const Sense* then = lattice_.find(from->end, WordClass::kRelation);
    if (now != nullptr && now->word->role == 0) return now->end;
    if (that != nullptr) {
      shape.from_then = true;
      return that->end;
    }
    if (then != nullptr && static_cast<Relation>(then->word->role) == Relation::kThat &&
        !unit_at(then->end)) {
      shape.from_then = true;
      return then->end;
    }
    // "two days before the elections", but "abducted two days ago from their workshop"
    const uint32_t of = from->end;
    const bool event = lattice_.find(of, WordClass::kLastingEvent) != nullptr ||
                       lattice_.find(of, WordClass::kHoliday) != nullptr ||
                       lattice_.find(of, WordClass::kDayEventHead) != nullptr ||
                       lattice_.find(of, WordClass::kKnownEvent) != nullptr;
    shape.from_event = use == LengthUse::kAfter || (use == LengthUse::kAgo && event);
  } else if (lattice_.particle(end, Particle::kUpon) != nullptr) {
    shape.from_event = use == LengthUse::kAfter;
  }
  return end;
}

// "the last three days", "the coming week or two": a length with the article and a relation.
uint32_t TimeReader::read_recent(uint32_t token, TimeShape& shape) const {
  uint32_t at = token;
  if (const Sense* particle = lattice_.find(at, WordClass::kParticle); particle != nullptr) {
    const auto role = static_cast<Particle>(particle->word->role);
    if (role == Particle::kWithin || role == Particle::kLasting) at = particle->end;
  }
  Length length;
  Relation relation = Relation::kNone;
  uint32_t end = 0;
  const Sense* final = lattice_.particle(at, Particle::kFinal);
  if (final != nullptr && !final->article()) {  // آخر 3 سنوات, the last three years
    end = read_length(final->end, length);
    const Sense* unit = unit_at(final->end);
    if (end == 0 || (unit != nullptr && unit->end == end && unit->word->a == 1) || length.vague)
      return 0;
    relation = Relation::kLast;
  } else {
    const Sense* unit = unit_at(at);
    if (unit != nullptr && unit->word->a == 1) return 0;
    if (unit != nullptr && unit->word->a == 0 && unit->article()) {
      length.unit = static_cast<Unit>(unit->word->role);
      end = unit->end;
      const NumberReading number = read_number(lattice_, end);
      if (number.found() && number.value >= 2 && number.value <= 999 && !number.fraction) {
        length.count[slot(length.unit)] = static_cast<int32_t>(number.value);
        end = number.end;
      } else {
        length.vague = true;
      }
    } else {
      end = read_length(at, length);
    }
    if (end == 0) return 0;
    const Sense* after = relation_at(end);
    if (after == nullptr) return 0;
    relation = static_cast<Relation>(after->word->role);
    end = after->end;
    if (const Sense* second = relation_at(end); second != nullptr && relation == Relation::kRecent)
      end = second->end;
  }
  switch (relation) {
    case Relation::kLast:
    case Relation::kRecent:
    case Relation::kPreceding:
      shape.use = LengthUse::kRecent;
      break;
    case Relation::kNext:
    case Relation::kFollowing:
      shape.use = LengthUse::kComing;
      break;
    default:
      return 0;
  }
  shape.from_then = relation == Relation::kFollowing;
  shape.length = length;
  return end;
}

// A length that stands by itself. The bare singular or plural counts only where something shows it
// is a length.
uint32_t TimeReader::read_duration(uint32_t token, TimeShape& shape) const {
  uint32_t at = token;
  Bound bound = Bound::kNone;
  if (const Sense* sense = lattice_.find(at, WordClass::kBound); sense != nullptr) {
    bound = static_cast<Bound>(sense->word->role);
    at = sense->end;
  }
  Length length;
  const uint32_t end = read_length(at, length);
  if (end == 0 || is_age(at, end)) return 0;
  const Sense* unit = unit_at(at);
  if (unit != nullptr && unit->end == end) {
    const bool whole =
        end < lattice_.size() && lattice_.particle(token, Particle::kLasting) != nullptr;
    const bool measured =
        bound != Bound::kNone || whole || (unit->proclitics & kPrepositionL) != 0 ||
        (token > 0 && lattice_.particle(token - 1, Particle::kLasting) != nullptr);
    const bool dual = unit->word->a == 2;
    if (!dual && !measured) return 0;
    if (length.vague && !ends_clause(end) && bound == Bound::kNone) return 0;
    if (unit->word->a == 1 && unit->article()) return 0;
    if (length.vague && length.unit > Unit::kYear && !measured)
      return 0;  // عقود: decades, or contracts
    if (length.vague && length.unit == Unit::kSecond) return 0;
  }
  shape.length = length;
  shape.use = LengthUse::kLasting;
  shape.bound = bound;
  return end;
}

// The hour after "every Friday", past a preposition; `token` itself when there is none.
uint32_t TimeReader::with_clock(uint32_t token, TimeShape& shape) const {
  uint32_t at = token;
  if (const Sense* in = lattice_.particle(at, Particle::kIn); in != nullptr) at = in->end;
  const uint32_t end = read_clock(at, shape);
  return end != 0 ? end : token;
}

// "every day", "every two years", "every Friday", "on Fridays", "daily".
uint32_t TimeReader::read_set(uint32_t token, TimeShape& shape) const {
  if (const Sense* word = lattice_.find(token, WordClass::kSet); word != nullptr) {
    if (lattice_.find(word->end, WordClass::kOrdinal) != nullptr) return 0;
    shape.set = word->word;
    return word->end;
  }
  const Sense* every = lattice_.particle(token, Particle::kEvery);
  const Sense* days = unit_at(token, Unit::kDay);
  if (every == nullptr && days != nullptr && days->word->a == 0 && !days->article()) {
    const Sense* weekday = lattice_.find(days->end, WordClass::kWeekday);
    if (weekday == nullptr || weekday->joined()) return 0;
    shape.every = true;
    shape.weekday = static_cast<int>(weekday->word->a);
    return with_clock(weekday->end, shape);
  }
  if (every == nullptr || every->article()) return 0;
  uint32_t at = every->end;
  if (const Sense* day = unit_at(at, Unit::kDay);
      day != nullptr && lattice_.find(day->end, WordClass::kWeekday) != nullptr)
    at = day->end;
  if (const Sense* weekday = lattice_.find(at, WordClass::kWeekday);
      weekday != nullptr && weekday->word->a != 7) {
    shape.every = true;
    shape.weekday = static_cast<int>(weekday->word->a);
    return with_clock(weekday->end, shape);
  }
  if (const Sense* weekday = lattice_.find(at, WordClass::kWeekday);
      weekday != nullptr && (at != every->end || weekday->article())) {
    shape.every = true;
    shape.weekday = static_cast<int>(weekday->word->a);
    return with_clock(weekday->end, shape);
  }
  if (const Sense* part = lattice_.find(at, WordClass::kDayPart);
      part != nullptr && !part->article() && part->word->needs != Need::kClock &&
      part->word->needs != Need::kDay) {
    shape.every = true;
    shape.part = part->word;
    return with_clock(part->end, shape);
  }
  Length length;
  const uint32_t end = read_length(at, length);
  const Sense* unit = unit_at(at);
  if (end == 0 || (unit != nullptr && unit->article())) return 0;
  shape.length = length;
  shape.use = LengthUse::kEvery;
  return end;
}

}  // namespace isnad
