// SPDX-License-Identifier: Apache-2.0
// Months with their doubles in another tradition, with or without a day after them. Part of
// TimeReader.
#include "isnad/mention/time/time_reader.h"

namespace isnad {

// A month's name with its double in another tradition. `certain`: what stands before leaves no
// doubt.
uint32_t TimeReader::read_month_name(uint32_t token, TimeShape& shape, bool certain) const {
  const Sense* first = lattice_.find(token, WordClass::kMonth);
  const Sense* hijri = lattice_.find(token, WordClass::kHijriMonth);
  if (hijri != nullptr && (first == nullptr || hijri->end > first->end)) {
    if (hijri->joined() && token > shape.tokens.begin && !shape.date.empty()) return 0;
    const bool followed = lattice_.is_number(hijri->end) || relation_at(hijri->end) != nullptr;
    if (hijri->word->needs != Need::kNothing && !certain && !followed) return 0;
    shape.date.month = static_cast<int>(hijri->word->a);
    shape.date.hijri = true;
    shape.month_word = hijri->word;
    shape.month_words = {token, hijri->end};
    return hijri->end;
  }
  if (first == nullptr) return 0;
  const bool with_b = (first->proclitics & (kPrepositionB | kPrepositionK)) != 0;
  if (with_b && first->word->needs != Need::kNothing) return 0;
  uint32_t at = first->end;
  const Sense* second = nullptr;
  uint32_t after_second = at;
  const bool bracket = lattice_.is_mark(at, "(");
  const bool either = lattice_.particle(at, Particle::kOr) != nullptr;
  const bool slash = lattice_.is_mark(at, "/");
  const bool dash = is_dash(at);
  if (const Sense* beside = lattice_.find(at, WordClass::kMonth);
      beside != nullptr && beside->proclitics == 0 && beside->word->a == first->word->a &&
      beside->word->row != first->word->row) {
    second = beside;  // Reuters writes both names without a mark between: يوليو تموز
    after_second = beside->end;
  } else if (bracket || either || slash || dash) {
    second = lattice_.find(at + 1, WordClass::kMonth);
    if (second != nullptr &&
        (second->word->a != first->word->a || second->word->row == first->word->row)) {
      // Two names that differ: a slip inside one date with a slash or brackets, a span of months
      // with a dash.
      const bool same_tradition = (first->word->row == second->word->row);
      if (dash || either || same_tradition) second = nullptr;
    }
    if (second != nullptr) {
      after_second = second->end;
      if (bracket && lattice_.is_mark(after_second, ")")) ++after_second;
    }
  }
  const uint32_t end = second != nullptr ? after_second : at;
  if (first->word->needs != Need::kNothing && second == nullptr) {
    const bool comma = lattice_.is_mark(end, ",") || lattice_.is_mark(end, "،");
    const uint32_t year_at = comma ? end + 1 : end;
    const bool year_next =
        lattice_.is_number(year_at) && split_number(lattice_.folded(year_at)).width[0] == 4;
    const bool year_word = unit_at(end, Unit::kYear) != nullptr ||
                           (lattice_.particle(end, Particle::kFrom) != nullptr &&
                            unit_at(end + 1, Unit::kYear) != nullptr);
    const Sense* relation = relation_at(end);
    const bool dated = certain && (year_next || year_word);
    if (first->word->needs == Need::kYear && !dated) return 0;
    if (!certain && !year_next && !year_word && relation == nullptr) return 0;
  }
  shape.date.month = static_cast<int>(first->word->a);
  shape.month_word = first->word;
  shape.month_words = {token, end};
  if (second != nullptr) {
    shape.other_month_word = second->word;
    if (second->word->a != first->word->a) shape.other_month = static_cast<int>(second->word->a);
  }
  at = end;
  if (const Sense* relation = relation_at(at); relation != nullptr) {
    const auto kind = static_cast<Relation>(relation->word->role);
    if (kind == Relation::kLast || kind == Relation::kNext || kind == Relation::kThis ||
        kind == Relation::kBeforeLast || kind == Relation::kPreceding ||
        kind == Relation::kFollowing) {
      shape.month_relation = kind;
      at = relation->end;
    }
  }
  return at;
}

// A month without a day: in March 2011, last February, the month of May.
uint32_t TimeReader::read_month(uint32_t token, TimeShape& shape) const {
  if (shape.date.month != 0 || shape.date.day != 0 || shape.has_day_offset ||
      (shape.weekday != 0 && shape.weekday_number == 0))
    return 0;
  if (shape.has_relation() || shape.date.year >= 0) return 0;
  uint32_t at = token;
  bool certain = shape.edge != Edge::kNone || shape.week_number != 0 || shape.weekday_number != 0;
  TimeShape next = shape;
  if (const Sense* pointing = lattice_.find(at, WordClass::kRelation);
      pointing != nullptr &&
      static_cast<Relation>(pointing->word->role) == Relation::kDemonstrative) {
    next.month_relation = Relation::kDemonstrative;
    at = pointing->end;
    certain = true;
  }
  if (const Sense* month = unit_at(at, Unit::kMonth);
      month != nullptr && month->word->a == 1 && !month->article()) {
    at = month->end;
    certain = true;
  }
  if (!certain && token > 0)
    certain = prepositional(token - 1) && !lattice_.particle(token - 1, Particle::kAnd);
  const uint32_t end = read_month_name(at, next, certain);
  if (end == 0) return 0;
  shape = next;
  return end;
}

// September 10: only before a year, a mark, or the end, where nothing is counted.
uint32_t TimeReader::read_month_day(uint32_t token, TimeShape& shape) const {
  if (!shape.date.empty() || shape.has_relation() || shape.has_day_offset) return 0;
  TimeShape next = shape;
  uint32_t at = read_month_name(token, next, false);
  if (at == 0 || next.month_relation != Relation::kNone) return 0;
  if (lattice_.is_mark(at, "/") || is_dash(at)) ++at;
  const uint32_t end = read_day_number(at, next.date.day, next.day_to);
  if (end == 0) return 0;
  const bool ordinal = !lattice_.is_number(lattice_.skip_glued(at));
  const bool year_next = lattice_.is_number(end);
  uint32_t ignored = 0;
  if (!ordinal && !year_next && !ends_clause(end) && part_after(end, ignored) == nullptr) return 0;
  if (ordinal && !lattice_.find(at, WordClass::kOrdinal) && !year_next && !ends_clause(end))
    return 0;
  shape = next;
  return end;
}

}  // namespace isnad
