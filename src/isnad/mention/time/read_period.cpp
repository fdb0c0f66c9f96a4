// SPDX-License-Identifier: Apache-2.0
// Reads the pieces of a time that name a stretch of it: numbered weeks, quarters and halves,
// seasons, decades and centuries, holidays. Part of TimeReader.
#include "isnad/mention/time/time_reader.h"

namespace isnad {
namespace {

Relation relation_of(const Sense& sense) { return static_cast<Relation>(sense.word->role); }

}  // namespace

// "the first week of", "the last week of July", "the second Friday of March", "the first quarter of
// 2025", "the second half of".
uint32_t TimeReader::read_ordinal_unit(uint32_t token, TimeShape& shape) const {
  if (shape.week_number != 0 || shape.quarter != 0 || shape.half != 0 || shape.has_day() ||
      !shape.date.empty())
    return 0;
  const Sense* fraction = lattice_.find(token, WordClass::kFraction);
  const Sense* week = unit_at(token, Unit::kWeek);
  uint32_t at = 0;
  if (fraction != nullptr && fraction->article() && fraction->word->a == 1) {
    at = fraction->end;
  } else if (week != nullptr && week->article() && week->word->a == 1) {
    at = week->end;
  } else if (const Sense* rank = lattice_.find(token, WordClass::kParticle);
             rank != nullptr && !rank->article() &&
             (rank->word->role == static_cast<uint8_t>(Particle::kFirst) ||
              rank->word->role == static_cast<uint8_t>(Particle::kFinal))) {
    const int number = rank->word->role == static_cast<uint8_t>(Particle::kFirst) ? 1 : -1;
    at = rank->end;
    if (const Sense* unit = unit_at(at, Unit::kDay); unit != nullptr && !unit->article())
      at = unit->end;
    const Sense* weekday = lattice_.find(at, WordClass::kWeekday);
    const Sense* unit = unit_at(rank->end, Unit::kWeek);
    if (weekday != nullptr && weekday->article() && at == rank->end)
      return 0;  // "another, on Sunday"
    if (weekday != nullptr) {
      shape.weekday = static_cast<int>(weekday->word->a);
      shape.weekday_number = number;
      return weekday->end;
    }
    if (unit == nullptr || unit->article()) return 0;
    shape.week_number = number;
    return unit->end;
  } else {
    return 0;
  }
  int number = 0;
  const NumberReading ordinal = read_ordinal(lattice_, at, true);
  if (ordinal.found() && ordinal.value >= 1 && ordinal.value <= 5) {
    number = static_cast<int>(ordinal.value);
    at = ordinal.end;
  } else if (const Sense* relation = relation_at(at);
             relation != nullptr && relation_of(*relation) == Relation::kRecent) {
    number = -1;
    at = relation->end;
  } else {
    return 0;
  }
  if (week != nullptr) {
    shape.week_number = number;
  } else if (fraction->word->b == 4 && (number >= 1 && number <= 4)) {
    shape.quarter = number;
  } else if (fraction->word->b == 2 && (number == 1 || number == 2)) {
    shape.half = number;
  } else {
    return 0;
  }
  return at;
}

uint32_t TimeReader::read_season(uint32_t token, TimeShape& shape) const {
  if (shape.season >= 0 || shape.has_day() || !shape.date.empty() || shape.has_relation()) return 0;
  uint32_t at = token;
  bool certain = shape.edge != Edge::kNone || (token > 0 && prepositional(token - 1));
  bool pointing = false;
  if (const Sense* this_one = lattice_.find(at, WordClass::kRelation);
      this_one != nullptr && relation_of(*this_one) == Relation::kDemonstrative) {
    at = this_one->end;
    certain = pointing = true;
  }
  if (const Sense* word = lattice_.particle(at, Particle::kSeasonWord); word != nullptr) {
    at = word->end;
    certain = true;
  }
  const Sense* season = lattice_.find(at, WordClass::kSeason);
  if (season == nullptr || (season->joined() && at != token)) return 0;
  if (lattice_.find(at, WordClass::kHijriMonth) != nullptr) return 0;
  at = season->end;
  const bool year = lattice_.is_number(at) || unit_at(at, Unit::kYear) != nullptr;
  const Sense* relation = relation_at(at);
  if (!certain && !year && relation == nullptr) return 0;
  if (certain && !year && relation == nullptr && !season->article() && !pointing) return 0;
  shape.season = static_cast<int>(season->word->a);
  if (pointing) shape.month_relation = Relation::kThis;
  if (relation != nullptr) {
    shape.month_relation = relation_of(*relation);
    at = relation->end;
  }
  return at;
}

// Decades and centuries: التسعينيات (the nineties) of the last century, القرن التاسع عشر (19th
// century).
uint32_t TimeReader::read_long_period(uint32_t token, TimeShape& shape) const {
  if (shape.decade >= 0 || shape.century != 0 || shape.has_day() || !shape.date.empty() ||
      shape.has_relation())
    return 0;
  uint32_t at = token;
  const Sense* counted = unit_at(at, Unit::kDecade);
  if (counted != nullptr && !counted->article() &&
      lattice_.may_hold(counted->end, WordClass::kDecade)) {
    at = counted->end;  // عقد الستينيات, the decade of the sixties
    counted = nullptr;
  }
  const Sense* decade = lattice_.find(at, WordClass::kDecade);
  TimeShape next = shape;
  if (decade != nullptr) {
    next.decade = static_cast<int>(decade->word->a);
    at = decade->end;
  } else if (counted != nullptr && counted->article() && counted->word->a == 1) {
    const NumberReading ordinal = read_ordinal(lattice_, counted->end, true);
    if (!ordinal.found() || ordinal.value > 10) return 0;
    next.decade = static_cast<int>(ordinal.value - 1) * 10;
    at = ordinal.end;
  }
  uint32_t of = at;
  if (next.decade >= 0) {
    if (const Sense* from = lattice_.particle(of, Particle::kFrom); from != nullptr) of = from->end;
  }
  const Sense* century = unit_at(of, Unit::kCentury);
  if (century != nullptr && century->article() && century->word->a == 1) {
    const NumberReading ordinal = read_ordinal(lattice_, century->end, true);
    const Sense* relation = relation_at(century->end);
    if (ordinal.found() && ordinal.value <= 30) {
      next.century = static_cast<int>(ordinal.value);
      at = ordinal.end;
    } else if (relation != nullptr && relation_of(*relation) == Relation::kLast) {
      next.unit_relation[static_cast<size_t>(Unit::kCentury)] = Relation::kLast;
      at = relation->end;
    } else if (relation != nullptr && relation_of(*relation) == Relation::kThis) {
      next.unit_relation[static_cast<size_t>(Unit::kCentury)] = Relation::kThis;
      at = relation->end;
    } else if (next.decade < 0) {
      return 0;
    }
  }
  if (next.decade < 0 && next.century == 0 && next.relation_of(Unit::kCentury) == Relation::kNone)
    return 0;
  if (decade == nullptr && counted != nullptr && next.century == 0 &&
      next.relation_of(Unit::kCentury) == Relation::kNone)
    return 0;
  Era era = Era::kNone;
  if (const uint32_t sign = read_era(at, era); sign != 0 && next.century != 0) {
    next.date.era = era;
    at = sign;
  }
  shape = next;
  return at;
}

uint32_t TimeReader::read_holiday(uint32_t token, TimeShape& shape) const {
  if (shape.has_day() || !shape.date.empty()) return 0;
  const Sense* holiday = lattice_.find(token, WordClass::kHoliday);
  if (holiday == nullptr) return 0;
  shape.holiday = holiday->word;
  uint32_t at = holiday->end;
  if (const Sense* relation = relation_at(at); relation != nullptr) {
    shape.month_relation = relation_of(*relation);
    at = relation->end;
  }
  return at;
}

}  // namespace isnad
