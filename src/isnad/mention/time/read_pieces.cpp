// SPDX-License-Identifier: Apache-2.0
// Joins the pieces of a composite time in any order, and reads the pieces that are words: weekdays,
// today and tomorrow, units with a relation. Part of TimeReader.
#include "isnad/mention/time/time_reader.h"

namespace isnad {
namespace {

// The ending that a dual or sound plural keeps before its noun is spelt as the pronoun "my".
constexpr uint8_t kConstructEnding = 7;

bool is_pointing(Relation relation) {
  return relation == Relation::kDemonstrative || relation == Relation::kThat ||
         relation == Relation::kSame;
}

Relation relation_of(const Sense& sense) { return static_cast<Relation>(sense.word->role); }

}  // namespace

const Sense* TimeReader::unit_at(uint32_t token, Unit unit) const {
  if (!lattice_.may_hold(token, WordClass::kUnit)) return nullptr;
  for (const Sense& sense : lattice_.at(token)) {
    if (sense.word->cls == WordClass::kUnit && sense.enclitic == 0 &&
        static_cast<Unit>(sense.word->role) == unit) {
      return &sense;
    }
  }
  return nullptr;
}

bool TimeReader::is_construct_dual(uint32_t token, Unit unit) const {
  if (!lattice_.may_hold(token, WordClass::kUnit)) return false;
  for (const Sense& sense : lattice_.at(token)) {
    const bool matches =
        sense.word->cls == WordClass::kUnit && static_cast<Unit>(sense.word->role) == unit;
    if (matches && sense.enclitic != 0 && sense.enclitic == kConstructEnding && sense.word->a == 1)
      return true;
  }
  return false;
}

// A relation word with its article: الماضي (last), but not ماضي.
const Sense* TimeReader::relation_at(uint32_t token) const {
  if (!lattice_.may_hold(token, WordClass::kRelation)) return nullptr;
  for (const Sense& sense : lattice_.at(token)) {
    if (sense.word->cls != WordClass::kRelation || sense.enclitic != 0) continue;
    if ((sense.proclitics & ~kArticle) != 0) continue;
    const Relation relation = relation_of(sense);
    if (is_pointing(relation) || relation == Relation::kOfIt) return &sense;
    if (sense.article() || sense.end > token + 1) return &sense;
  }
  return nullptr;
}

bool TimeReader::ends_clause(uint32_t token) const {
  if (token >= lattice_.size()) return true;
  if (lattice_.text().tokens[token].kind == TokenKind::kPunctuation) return true;
  return token > 0 && lattice_.sentence_of(token).begin == token;
}

bool TimeReader::is_dash(uint32_t token) const {
  return lattice_.is_mark(token, "-") || lattice_.is_mark(token, "–") ||
         lattice_.is_mark(token, "—");
}

// A preposition after which a bare month or year is no other word.
bool TimeReader::prepositional(uint32_t token) const {
  const Sense* sense = lattice_.find(token, WordClass::kParticle);
  if (sense == nullptr) return lattice_.find(token, WordClass::kEdge) != nullptr;
  switch (static_cast<Particle>(sense->word->role)) {
    case Particle::kIn:
    case Particle::kSince:
    case Particle::kUntil:
    case Particle::kFrom:
    case Particle::kTo:
    case Particle::kBetween:
    case Particle::kWithin:
    case Particle::kDated:
    case Particle::kAfter:
    case Particle::kBefore:
    case Particle::kLasting:
      return true;
    default:
      return false;
  }
}

uint32_t TimeReader::read_edge(uint32_t token, TimeShape& shape) const {
  if (shape.edge != Edge::kNone) return 0;
  const Sense* edge = lattice_.find(token, WordClass::kEdge);
  if (edge == nullptr) return 0;
  shape.edge = static_cast<Edge>(edge->word->role);
  uint32_t at = edge->end;
  if (const Sense* of = lattice_.particle(at, Particle::kFrom); of != nullptr && of->end == at + 1)
    ++at;
  return at;
}

// Yesterday, tomorrow; today is the unit day with the article and nothing after it that makes it
// another day.
uint32_t TimeReader::read_day_word(uint32_t token, TimeShape& shape) const {
  if (shape.has_day() || !shape.date.empty() || shape.has_relation()) return 0;
  if (const Sense* word = lattice_.find(token, WordClass::kDayWord); word != nullptr) {
    if ((word->proclitics & kPrepositionK) != 0) return 0;
    shape.has_day_offset = true;
    shape.day_offset = static_cast<int>(word->word->a);
    return word->end;
  }
  uint32_t at = token;
  const Sense* pointing = lattice_.find(at, WordClass::kRelation);
  if (pointing != nullptr && relation_of(*pointing) == Relation::kDemonstrative) {
    at = pointing->end;
  } else {
    pointing = nullptr;
  }
  const Sense* day = unit_at(at, Unit::kDay);
  if (day == nullptr || day->word->a != 1 || !day->article()) return 0;
  if ((day->proclitics & (kPrepositionK | kPrepositionB)) != 0) return 0;
  if (lattice_.find(day->end, WordClass::kOrdinal) != nullptr) return 0;
  if (const Sense* relation = relation_at(day->end);
      relation != nullptr && relation_of(*relation) != Relation::kThis)
    return 0;
  const uint32_t glued = lattice_.skip_glued(day->end);
  if (glued != day->end && lattice_.is_number(glued)) return 0;
  if (token > 0 && lattice_.particle(token - 1, Particle::kLasting) != nullptr) return 0;
  if (lattice_.particle(day->end, Particle::kRelative) != nullptr) return 0;  // "the day on which"
  shape.has_day_offset = true;
  shape.day_offset = 0;
  if (const Sense* relation = relation_at(day->end); relation != nullptr) return relation->end;
  return day->end;
}

// الأحد, يوم الأحد, الأحد الماضي, يوم سبت; "the night of Wednesday to Thursday".
uint32_t TimeReader::read_weekday(uint32_t token, TimeShape& shape) const {
  if (shape.weekday != 0 || shape.relation_of(Unit::kDay) != Relation::kNone) return 0;
  uint32_t at = token;
  bool introduced = false;
  if (const Sense* pointing = lattice_.find(at, WordClass::kRelation);
      pointing != nullptr && relation_of(*pointing) == Relation::kDemonstrative) {
    introduced = true;
    at = pointing->end;
  }
  if (const Sense* day = unit_at(at, Unit::kDay);
      day != nullptr && day->word->a == 1 && !day->article()) {
    at = day->end;
    introduced = true;
  } else if (is_construct_dual(at, Unit::kDay)) {
    ++at;
    introduced = true;
  }
  const Sense* weekday = lattice_.find(at, WordClass::kWeekday);
  if (weekday == nullptr || (!weekday->article() && !introduced)) return 0;
  if (weekday->joined() && at != token) return 0;
  if ((weekday->proclitics & kPrepositionK) != 0) return 0;
  shape.weekday = static_cast<int>(weekday->word->a);
  at = weekday->end;
  const bool night =
      shape.part != nullptr && static_cast<DayHalf>(shape.part->role) != DayHalf::kMorning;
  if (night && (is_dash(at) || lattice_.is_mark(at, "/"))) {
    if (const Sense* second = lattice_.find(at + 1, WordClass::kWeekday); second != nullptr) {
      shape.weekday_to = static_cast<int>(second->word->a);
      at = second->end;
    }
  } else if (night) {
    const Sense* second = lattice_.find(at, WordClass::kWeekday);
    const Sense* to = lattice_.particle(at, Particle::kTo);
    if (second == nullptr && to != nullptr) second = lattice_.find(to->end, WordClass::kWeekday);
    if (second != nullptr && second->proclitics == kArticle &&
        second->word->a == shape.weekday % 7 + 1) {
      shape.weekday_to = static_cast<int>(second->word->a);
      at = second->end;
    }
  }
  if (const Sense* relation = relation_at(at); relation != nullptr) {
    shape.weekday_relation = relation_of(*relation);
    at = relation->end;
  }
  return at;
}

// "last week", "this month", "that year", "the following day", "the same day".
uint32_t TimeReader::read_unit_relation(uint32_t token, TimeShape& shape) const {
  if (shape.date.year >= 0 || shape.has_day_offset) return 0;
  uint32_t at = token;
  Relation relation = Relation::kNone;
  if (const Sense* pointing = lattice_.find(at, WordClass::kRelation);
      pointing != nullptr && is_pointing(relation_of(*pointing)) &&
      (pointing->proclitics & ~(kConjunction | kPrepositionB | kPrepositionL)) == 0) {
    relation = relation_of(*pointing);
    at = pointing->end;
  }
  const Sense* unit = unit_at(at);
  if (unit == nullptr || unit->word->a != 1 || !unit->article()) return 0;
  const auto kind = static_cast<Unit>(unit->word->role);
  const bool calendar = kind == Unit::kDay || kind == Unit::kWeek || kind == Unit::kMonth ||
                        kind == Unit::kYear || kind == Unit::kDecade || kind == Unit::kCentury;
  if (!calendar || shape.relation_of(kind) != Relation::kNone) return 0;
  if (kind == Unit::kDay && (!shape.date.empty() || shape.weekday != 0)) return 0;
  if (kind == Unit::kMonth && shape.date.month != 0) return 0;
  if (kind == Unit::kWeek && !shape.date.empty()) return 0;
  if (kind == Unit::kYear && at > 0 && lattice_.find(at - 1, WordClass::kGeneralHead) != nullptr)
    return 0;
  uint32_t end = unit->end;
  if (relation == Relation::kNone) {
    if (const Sense* after = relation_at(end);
        after != nullptr && relation_of(*after) != Relation::kOfIt) {
      relation = relation_of(*after);
      end = after->end;
      if (relation == Relation::kDemonstrative) relation = Relation::kThis;
    }
  }
  if (relation == Relation::kDemonstrative) relation = Relation::kThis;
  if (relation == Relation::kRecent && kind != Unit::kDecade) return 0;
  if (relation == Relation::kNone) {
    const bool framed = shape.edge != Edge::kNone || shape.week_number != 0 || shape.quarter != 0 ||
                        shape.half != 0;
    const bool allowed = framed && kind != Unit::kDay;
    if (!allowed) return 0;
    relation = Relation::kThis;
    shape.unit_plain = true;
  }
  shape.unit_relation[static_cast<size_t>(kind)] = relation;
  return end;
}

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
