// SPDX-License-Identifier: Apache-2.0
// What lengths of time are used for: two days ago, within a week, the last three months, every two
// years. Part of TimeReader.
#include "isnad/mention/time/time_reader.h"

namespace isnad {
namespace {

size_t slot(Unit unit) { return static_cast<size_t>(unit); }

}  // namespace

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
