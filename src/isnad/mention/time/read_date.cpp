// SPDX-License-Identifier: Apache-2.0
// Days of months, months with their doubles, years, and dates in digits. Part of TimeReader.
#include "isnad/mention/time/time_reader.h"

namespace isnad {
namespace {

constexpr int kLongestMonth = 31;

bool plausible_year(int64_t year) { return year >= 1000 && year <= 2199; }

// Two figures name a year of this century up to the 2030s, else of the last.
int full_year(int64_t year, int width) {
  if (width > 2) return static_cast<int>(year);
  return static_cast<int>(year < 40 ? 2000 + year : 1900 + year);
}

// Puts three parts of a date in digits into the fields: year first when it has four figures or
// cannot be a day, else day first, month first only when the second part cannot be a month.
bool fill_date(const NumberToken& number, CalendarFields& date) {
  const auto& part = number.part;
  const bool year_first = number.width[0] == 4 || (part[0] > kLongestMonth && part[1] <= 12);
  const int64_t year = year_first ? part[0] : part[2];
  const int width = year_first ? number.width[0] : number.width[2];
  int64_t day = year_first ? part[2] : part[0];
  int64_t month = part[1];
  if (width != 4 && width != 2) return false;
  if (month > 12 && day <= 12) std::swap(day, month);
  const int full = full_year(year, width);
  if (!plausible_year(full) || month < 1 || month > 12 || day < 1 || day > kLongestMonth)
    return false;
  date.year = full;
  date.month = static_cast<int>(month);
  date.day = static_cast<int>(day);
  return true;
}

bool date_separator(char c) { return c == '/' || c == '-' || c == '.'; }

}  // namespace

// 7/10/2023, 2023-10-07, 7-10-2023; 10/2023 is a month; 22/4 a day of a month when it can be
// nothing else.
uint32_t TimeReader::read_numeric_date(uint32_t token, TimeShape& shape) const {
  if (!shape.date.empty() || shape.has_relation()) return 0;
  const uint32_t at = lattice_.skip_glued(token);
  if (!lattice_.is_number(at)) return 0;
  const NumberToken number = split_number(lattice_.folded(at));
  CalendarFields date;
  if (number.count == 3 && date_separator(number.after[0]) && number.after[0] == number.after[1]) {
    if (!fill_date(number, date)) return 0;
  } else if (number.count == 2 && (number.after[0] == '/' || number.after[0] == '-')) {
    const bool year_last =
        number.width[1] == 4 && plausible_year(number.part[1]) && number.part[0] <= 12;
    const bool year_first =
        number.width[0] == 4 && plausible_year(number.part[0]) && number.part[1] <= 12;
    if (year_last || year_first) {
      date.year = static_cast<int>(number.part[year_last ? 1 : 0]);
      date.month = static_cast<int>(number.part[year_last ? 0 : 1]);
    } else {
      const bool slash = number.after[0] == '/' && number.width[0] <= 2 && number.width[1] <= 2;
      const bool dated = token > 0 && (lattice_.particle(token - 1, Particle::kDated) != nullptr ||
                                       unit_at(token - 1, Unit::kDay) != nullptr);
      const bool padded = number.width[0] == 2 && number.width[1] == 2;
      const bool follows = shape.weekday != 0 || shape.has_day_offset || shape.clock.said() ||
                           dated || padded || ends_clause(at + 1);
      if (!slash && !dated) return 0;
      if (!follows) return 0;
      int64_t day = number.part[0], month = number.part[1];
      if (month > 12) std::swap(day, month);
      if (month < 1 || month > 12 || day < 1 || day > kLongestMonth) return 0;
      date.day = static_cast<int>(day);
      date.month = static_cast<int>(month);
    }
    if (date.month < 1) return 0;
  } else {
    return 0;
  }
  uint32_t end = at + 1;
  Era era = Era::kNone;
  if (const uint32_t sign = read_era(end, era); sign != 0) end = sign;
  date.era = era;
  date.hijri = era == Era::kHijri || (date.year >= 1300 && date.year <= 1500);
  shape.date = date;
  if (date.year < 0) {
    if (const uint32_t year = read_year(end, shape); year != 0) end = year;
  }
  return end;
}

// The number of a day of the month, or two of them with a dash between. 1-31 only.
uint32_t TimeReader::read_day_number(uint32_t token, int& day, int& day_to) const {
  const uint32_t at = lattice_.skip_glued(token);
  day_to = 0;
  if (lattice_.is_mark(at, "(") && lattice_.is_number(at + 1) && lattice_.is_mark(at + 2, ")")) {
    const uint32_t end = read_day_number(at + 1, day, day_to);
    return end == at + 2 ? at + 3 : 0;
  }
  if (lattice_.is_number(at)) {
    const NumberToken number = split_number(lattice_.folded(at));
    const bool two = number.count == 2 && (number.after[0] == '-' || number.after[0] == '/');
    if (number.count != 1 && !two) return 0;
    if (number.part[0] < 1 || number.part[0] > kLongestMonth || number.width[0] > 2) return 0;
    if (two && (number.part[1] <= number.part[0] || number.part[1] > kLongestMonth)) return 0;
    day = static_cast<int>(number.part[0]);
    day_to = two ? static_cast<int>(number.part[1]) : 0;
    return at + 1;
  }
  NumberReading number = read_ordinal(lattice_, token, true);
  if (!number.found()) number = read_number(lattice_, token);
  if (number.found() && number.value >= 1 && number.value <= kLongestMonth && !number.fraction) {
    day = static_cast<int>(number.value);
    return number.end;
  }
  if (const Sense* first = lattice_.particle(token, Particle::kFirst);
      first != nullptr && !first->article()) {
    day = 1;
    return first->end;
  }
  return 0;
}

// The 15th of May; 3-5 March; the 14th of the current month; 14 Jan/January.
uint32_t TimeReader::read_day_month(uint32_t token, TimeShape& shape) const {
  if (shape.date.day != 0 || shape.date.month != 0 || shape.date.year >= 0) return 0;
  if (shape.has_relation()) return 0;
  TimeShape next = shape;
  uint32_t at = read_day_number(token, next.date.day, next.day_to);
  if (at == 0) return 0;
  if (next.day_to ==
      0) {  // a second day: "3 - 5 March", "from 3 to 5 March", "between 3 and 5 March"
    uint32_t second = 0;
    const bool to = lattice_.particle(at, Particle::kTo) != nullptr ||
                    lattice_.particle(at, Particle::kUntil) != nullptr || is_dash(at);
    const bool between = token > 0 && lattice_.particle(token - 1, Particle::kBetween) != nullptr;
    if (to) second = at + 1;
    if (between && lattice_.particle(at, Particle::kAnd) != nullptr) second = at + 1;
    if (between && second == 0) second = at;
    int ignored = 0;
    const uint32_t end = second == 0 ? 0 : read_day_number(second, next.day_to, ignored);
    if (end != 0 && next.day_to > next.date.day) {
      at = end;
    } else {
      next.day_to = 0;
    }
  }
  const bool ordinal = lattice_.find(token, WordClass::kOrdinal) != nullptr;
  const Sense* word = lattice_.find(token, WordClass::kNumber);
  const bool cardinal = word != nullptr && !word->article() && !ordinal;
  if (const Sense* of = lattice_.particle(at, Particle::kFrom); of != nullptr) {
    at = of->end;
    if (cardinal) return 0;  // "ten of February" are people
  } else if (const Sense* in = lattice_.particle(at, Particle::kIn); in != nullptr) {
    const bool the_month = unit_at(in->end, Unit::kMonth) != nullptr && !cardinal;
    if (!ordinal && !the_month) return 0;  // "ten in February" are people
    at = in->end;
  } else if (is_dash(at) || lattice_.is_mark(at, "/") || lattice_.is_mark(at, ".")) {
    ++at;
  }
  if (const Sense* month = unit_at(at, Unit::kMonth); month != nullptr && month->word->a == 1) {
    if (cardinal) return 0;
    if (month->article() || lattice_.find(at, WordClass::kRelation) != nullptr) {
      TimeShape with = next;
      const uint32_t end = read_unit_relation(at, with);
      if (end == 0) return 0;
      shape = with;
      return end;
    }
    at = month->end;
  }
  if (const uint32_t end = read_month_name(at, next, true); end != 0) {
    shape = next;
    return end;
  }
  if (const Sense* demonstrative = lattice_.find(at, WordClass::kRelation);
      demonstrative != nullptr) {
    const auto relation = static_cast<Relation>(demonstrative->word->role);
    const bool pointing = relation == Relation::kDemonstrative || relation == Relation::kThat ||
                          relation == Relation::kSame;
    if (pointing) {
      const uint32_t end = read_unit_relation(at, next);
      if (end == 0 || next.relation_of(Unit::kMonth) == Relation::kNone) return 0;
      shape = next;
      return end;
    }
    const bool of_month = relation == Relation::kThis || relation == Relation::kLast ||
                          relation == Relation::kNext || relation == Relation::kOfIt;
    const bool bare = relation == Relation::kOfIt || demonstrative->article();
    const bool numeral =
        next.date.day != 0 && (lattice_.is_number(lattice_.skip_glued(token)) || at == 0);
    if (of_month && bare && (numeral || relation == Relation::kOfIt) &&
        lattice_.particle(at, Particle::kFrom) == nullptr) {
      next.unit_relation[static_cast<size_t>(Unit::kMonth)] = relation;
      shape = next;
      return demonstrative->end;
    }
  }
  return 0;
}

// "Thursday the 21st", where nothing is counted after the number.
uint32_t TimeReader::read_day_after_weekday(uint32_t token, TimeShape& shape) const {
  if (shape.weekday == 0 || shape.weekday_number != 0 || !shape.date.empty()) return 0;
  if (shape.has_relation() || shape.clock.said() || shape.weekday_relation != Relation::kNone)
    return 0;
  TimeShape next = shape;
  const Sense* ordinal = lattice_.find(token, WordClass::kOrdinal);
  const bool after_in = token > 0 && lattice_.particle(token - 1, Particle::kIn) != nullptr;
  if (ordinal != nullptr && !after_in && shape.part == nullptr && !shape.has_day_offset) {
    // "the second Sunday" of a month
    const NumberReading rank = read_ordinal(lattice_, token, true);
    if (!rank.found() || ordinal->joined()) return 0;
    if (rank.value <= 5) {
      shape.weekday_number = static_cast<int>(rank.value);
      return rank.end;
    }
    if (rank.value <= 10) return 0;
  }
  const uint32_t end = read_day_number(token, next.date.day, next.day_to);
  if (end == 0 || next.day_to != 0 || !ends_clause(end)) return 0;
  const Sense* number = lattice_.find(token, WordClass::kNumber);
  if (number != nullptr && number->joined()) return 0;
  shape = next;
  return end;
}

// "on the 7th and the 8th of March": reads the 7th, when an 8th of a month follows it after wa-.
uint32_t TimeReader::read_listed_day(uint32_t token, TimeShape& shape) const {
  int day = 0, day_to = 0;
  const uint32_t end = read_day_number(token, day, day_to);
  if (end == 0 || day_to != 0 || end >= lattice_.size()) return 0;
  uint32_t next = end;
  const bool apart = lattice_.particle(end, Particle::kAnd) != nullptr &&
                     lattice_.text().tokens[end].folded.size() <= 2;
  if (apart) next = end + 1;
  if (!apart) {
    const bool glued =
        lattice_.skip_glued(next) != next && lattice_.particle(next, Particle::kAnd) != nullptr;
    bool joined = glued;
    for (const Sense& sense : lattice_.at(next)) joined = joined || sense.joined();
    if (!joined) return 0;
  }
  TimeShape following;
  if (read_day_month(next, following) == 0) return 0;
  shape.date = following.date;
  shape.date.day = day;
  shape.day_to = 0;
  shape.unit_relation = following.unit_relation;
  shape.month_relation = following.month_relation;
  shape.other_month = following.other_month;
  shape.month_word = following.month_word;
  shape.other_month_word = following.other_month_word;
  shape.month_words = following.month_words;
  return end;
}

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
    if (!named && (!begun || !plausible_year(year))) return 0;
    if (named && year < 10) return 0;
  }
  Era era = Era::kNone;
  const uint32_t sign = read_era(end, era);
  if (!named) {
    if (width != 4 || !plausible_year(year)) return 0;
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

// "1 Shawwal 1446 AH, which is 30 March 2025": the second date in the other calendar.
uint32_t TimeReader::read_corresponding(uint32_t token, TimeShape& shape) const {
  if (shape.date.day == 0 || !shape.other_date.empty()) return 0;
  uint32_t at = token;
  const bool bracket = lattice_.is_mark(at, "(");
  if (bracket) ++at;
  if (lattice_.is_mark(at, "،") || lattice_.is_mark(at, ",")) ++at;
  const Sense* word = lattice_.particle(at, Particle::kCorresponding);
  if (word == nullptr && !bracket && !is_dash(at) && !lattice_.is_mark(at, "/")) return 0;
  if (word != nullptr) at = word->end;
  if (word == nullptr && !bracket) ++at;
  if (unit_at(at, Unit::kDay) != nullptr && !unit_at(at, Unit::kDay)->article())
    at = unit_at(at, Unit::kDay)->end;
  TimeShape other;
  if (const Sense* weekday = lattice_.find(at, WordClass::kWeekday);
      weekday != nullptr && shape.weekday == 0) {
    other.weekday = static_cast<int>(weekday->word->a);
    at = weekday->end;
  }
  uint32_t end = read_day_month(at, other);
  if (end == 0) end = read_numeric_date(at, other);
  if (end == 0) return 0;
  if (other.date.year < 0) {
    if (const uint32_t year = read_year(end, other); year != 0) end = year;
  }
  Era era = Era::kNone;
  if (const uint32_t sign = read_era(end, era); sign != 0) end = sign;
  const bool hijri = other.date.hijri || era == Era::kHijri;
  if (word == nullptr && hijri == shape.date.hijri) return 0;
  if (bracket && lattice_.is_mark(end, ")")) ++end;
  other.date.hijri = hijri;
  shape.other_date = other.date;
  if (shape.weekday == 0) shape.weekday = other.weekday;
  return end;
}

}  // namespace isnad
