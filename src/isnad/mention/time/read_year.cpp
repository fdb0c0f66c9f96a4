// SPDX-License-Identifier: Apache-2.0
// Years in digits and words, and the signs of eras. Part of TimeReader.
#include "isnad/mention/time/time_reader.h"
#include "isnad/mention/time/year_figures.h"

namespace isnad {

uint32_t TimeReader::read_era(uint32_t token, Era& era) const {
  const Sense* sign = lattice_.find(token, WordClass::kEra);
  if (sign == nullptr || (sign->proclitics & ~(kArticle | kPrepositionL)) != 0) return 0;
  era = static_cast<Era>(sign->word->role);
  return sign->end;
}

// عام 2011, سنة ١٤٤٣ هـ, لعام 2016, من العام ألفين وأحد عشر; the number alone after a month or
// preposition.
uint32_t TimeReader::read_year(uint32_t token, TimeShape& shape) const {
  if (shape.date.year >= 0 || shape.century != 0) return 0;
  if (shape.has_day_offset && shape.date.month == 0) return 0;  // today 2011
  if (shape.relation_of(Unit::kYear) != Relation::kNone ||
      shape.relation_of(Unit::kMonth) != Relation::kNone)
    return 0;
  if (shape.weekday != 0 && shape.date.empty()) return 0;
  if (shape.weekday_relation != Relation::kNone) return 0;
  uint32_t at = token;
  const bool begun = shape.date.month != 0 || shape.season >= 0 || shape.quarter != 0 ||
                     shape.half != 0 || shape.holiday != nullptr || shape.week_number != 0 ||
                     shape.edge != Edge::kNone;
  bool named = false;
  const Sense* unit = unit_at(at, Unit::kYear);
  if (unit != nullptr && (unit->word->a == 1 || (unit->word->a == 2 && unit->article()))) {
    named = true;
    at = unit->end;
  } else if (is_construct_dual(at, Unit::kYear)) {
    named = true;
    at = at + 1;
  }
  if (at >= lattice_.size()) return 0;
  const uint32_t digits = lattice_.skip_glued(at);
  int64_t year = -1;
  int width = 4;
  uint32_t end = 0;
  if (lattice_.is_number(digits)) {
    const NumberToken number = split_number(lattice_.folded(digits));
    if (number.count != 1) return 0;
    year = number.part[0];
    width = number.width[0];
    end = digits + 1;
    if (named && lattice_.find(end, WordClass::kNumber) != nullptr) return 0;
  } else {
    const NumberReading number = read_number(lattice_, at);
    if (!number.found() || number.fraction) return 0;
    if (lattice_.find(at, WordClass::kNumber) && lattice_.find(at, WordClass::kNumber)->joined() &&
        !named)
      return 0;
    year = number.value;
    width = year < 100 ? 2 : 4;
    end = number.end;
    if (!named && (!begun || !is_plausible_year(year))) return 0;
    if (named && year < 10) return 0;
  }
  Era era = Era::kNone;
  const uint32_t sign = read_era(end, era);
  if (!named) {
    if (width != 4 || !is_plausible_year(year)) return 0;
    if (!begun) {
      const bool introduced =
          token > 0 && (prepositional(token - 1) || lattice_.is_mark(token - 1, "("));
      const bool counted =
          lattice_.find(end, WordClass::kVictim) != nullptr || unit_at(end) != nullptr ||
          lattice_.find(end, WordClass::kNumber) != nullptr || lattice_.is_mark(end, "%");
      const bool labelled =
          token > 0 && (lattice_.find(token - 1, WordClass::kNumberLabel) != nullptr ||
                        lattice_.find(token - 1, WordClass::kBound) != nullptr);
      const bool modern = year >= 1900 && year <= 2059;
      const bool closed = ends_clause(end) || prepositional(end) ||
                          lattice_.find(end, WordClass::kParticle) != nullptr;
      const bool old = year >= 1700 && year < 1900;
      if (counted || labelled || (!modern && !old && sign == 0)) return 0;
      if (sign == 0 && !closed && !(introduced && modern)) return 0;
      if (sign == 0 && !introduced && !modern) return 0;
    }
  }
  if (sign != 0) end = sign;
  shape.date.year =
      era == Era::kBeforeChrist ? -static_cast<int>(year) - 2 : full_year(year, width);
  if (era == Era::kNone && shape.date.hijri && shape.date.month != 0 && year > 1600)
    shape.date.hijri = true;
  if (era != Era::kNone) shape.date.era = era;
  if (era == Era::kHijri) shape.date.hijri = true;
  return end;
}

}  // namespace isnad
