// SPDX-License-Identifier: Apache-2.0
// The pieces of a time that are words: yesterday and today, weekdays, units with a relation (last
// week), the beginning and end of something. Part of TimeReader.
#include "isnad/mention/time/time_reader.h"

namespace isnad {
namespace {

bool is_pointing(Relation relation) {
  return relation == Relation::kDemonstrative || relation == Relation::kThat ||
         relation == Relation::kSame;
}

Relation relation_of(const Sense& sense) { return static_cast<Relation>(sense.word->role); }

}  // namespace

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

}  // namespace isnad
