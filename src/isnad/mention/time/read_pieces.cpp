// SPDX-License-Identifier: Apache-2.0
// Joins the pieces of a composite time in any order. Part of TimeReader.
#include "isnad/mention/time/time_reader.h"

namespace isnad {

// The pieces in the order they are tried, each with the words it can begin with: a token has few of
// them, so that most readers are not called.
uint32_t TimeReader::read_piece(uint32_t token, TimeShape& shape) const {
  if (token >= lattice_.size()) return 0;
  const bool digits = lattice_.digits_at(token);
  if (lattice_.empty_at(token) && !digits) return 0;
  struct Piece {
    uint32_t (TimeReader::*read)(uint32_t, TimeShape&) const;
    bool digits;
    WordClasses words;
  };
  using enum WordClass;
  static constexpr Piece kPieces[] = {
      {&TimeReader::read_numeric_date, true, {}},
      {&TimeReader::read_clock, true, {kParticle, kUnit, kOrdinal, kNumber}},
      {&TimeReader::read_day_month, true, {kOrdinal, kNumber, kParticle}},
      {&TimeReader::read_month_day, false, {kMonth, kHijriMonth}},
      {&TimeReader::read_holiday, false, {kHoliday}},
      {&TimeReader::read_season, false, {kRelation, kParticle, kSeason}},
      {&TimeReader::read_ordinal_unit, false, {kFraction, kUnit, kParticle}},
      {&TimeReader::read_long_period, false, {kUnit, kDecade}},
      {&TimeReader::read_month, false, {kRelation, kUnit, kMonth, kHijriMonth}},
      {&TimeReader::read_weekday, false, {kRelation, kUnit, kWeekday}},
      {&TimeReader::read_day_word, false, {kDayWord, kRelation, kUnit}},
      {&TimeReader::read_unit_relation, false, {kRelation, kUnit}},
      {&TimeReader::read_year, true, {kUnit, kNumber}},
      {&TimeReader::read_part, false, {kRelation, kDayPart}},
      {&TimeReader::read_edge, false, {kEdge}},
      {&TimeReader::read_day_after_weekday, true, {kOrdinal, kNumber, kParticle}},
      {&TimeReader::read_corresponding, false, {kParticle}},
  };
  for (const Piece& piece : kPieces) {
    if (!(piece.digits && digits) && !lattice_.may_hold(token, piece.words)) continue;
    if (const uint32_t end = (this->*piece.read)(token, shape); end != 0) return end;
  }
  return 0;
}

// The next piece after what may stand between two: a comma, a bracket, a preposition, the word day.
uint32_t TimeReader::read_joined_piece(uint32_t token, TimeShape& shape) const {
  if (token >= lattice_.size() || lattice_.sentence_of(token).begin == token) return 0;
  if (const Sense* first = lattice_.at(token).empty() ? nullptr : &lattice_.at(token).front();
      first != nullptr && first->joined() && lattice_.particle(token, Particle::kAnd) == nullptr) {
    return 0;
  }
  if (const uint32_t end = read_piece(token, shape); end != 0) return end;
  uint32_t at = token;
  bool bracket = false, comma = false;
  if (lattice_.is_mark(at, "،") || lattice_.is_mark(at, ",")) {
    comma = true;
    ++at;
  } else if (lattice_.is_mark(at, "(")) {
    bracket = true;
    ++at;
  } else if (is_dash(at) && shape.has_day()) {
    ++at;
  }
  if (const Sense* sense = lattice_.find(at, WordClass::kParticle);
      sense != nullptr && !sense->joined()) {
    switch (static_cast<Particle>(sense->word->role)) {
      case Particle::kIn:
      case Particle::kFrom:
      case Particle::kAt:
      case Particle::kDated:
        at = sense->end;
        break;
      case Particle::kBetween:
        if (unit_at(sense->end, Unit::kHour) != nullptr) at = sense->end;
        break;
      default:
        break;
    }
  }
  if (const Sense* bound = lattice_.find(at, WordClass::kBound);
      bound != nullptr && unit_at(bound->end, Unit::kHour) != nullptr) {
    at = bound->end;
  }
  if (const Sense* day = unit_at(at, Unit::kDay);
      day != nullptr && day->word->a == 1 && !day->article()) {
    if (lattice_.find(day->end, WordClass::kWeekday) == nullptr) at = day->end;
  }
  if (at == token) return 0;
  TimeShape next = shape;
  uint32_t end = read_piece(at, next);
  if (end == 0) return 0;
  const bool closer = shape.date.month != 0 || shape.has_day() || next.clock.said();
  if (comma && (!closer || next.has_relation() != shape.has_relation())) return 0;
  if (bracket) {
    if (!lattice_.is_mark(end, ")")) return 0;
    ++end;
  }
  shape = next;
  return end;
}

// Whether what was read is a time on its own.
bool TimeReader::acceptable(const TimeShape& shape, uint32_t begin, uint32_t end) const {
  if (shape.only_time_of_day()) {
    if (shape.clock.said()) return true;
    if (shape.part == nullptr) return false;
    if (shape.part->needs == Need::kNothing) return true;
    const Sense* part = lattice_.find(begin, WordClass::kDayPart);
    const bool definite = part != nullptr && part->article() && begin > 0 &&
                          (lattice_.particle(begin - 1, Particle::kIn) ||
                           lattice_.particle(begin - 1, Particle::kWithin) ||
                           lattice_.find(begin - 1, WordClass::kEdge) ||
                           lattice_.particle(begin - 1, Particle::kFrom));
    const bool edged = shape.edge != Edge::kNone;
    return (definite || edged) && shape.part->needs == Need::kArticle && end > begin;
  }
  if (shape.date.day != 0 && shape.date.month == 0 && shape.weekday == 0 &&
      shape.relation_of(Unit::kMonth) == Relation::kNone) {
    return false;
  }
  return true;
}

uint32_t TimeReader::read_composite(uint32_t token, TimeShape& shape) const {
  TimeShape built = shape;
  built.tokens = {token, token};
  uint32_t at = read_piece(token, built);
  if (at == 0) return 0;
  uint32_t accepted = acceptable(built, token, at) ? at : 0;
  TimeShape best = built;
  for (;;) {
    const uint32_t end = read_joined_piece(at, built);
    if (end == 0) break;
    at = end;
    const bool open_edge = lattice_.find(end - 1, WordClass::kEdge) != nullptr &&
                           built.edge != Edge::kNone && best.edge == Edge::kNone;
    if (!open_edge && acceptable(built, token, at)) {
      accepted = at;
      best = built;
    }
  }
  if (accepted == 0) return 0;
  shape = best;
  shape.tokens = {token, accepted};
  return accepted;
}

}  // namespace isnad
