// SPDX-License-Identifier: Apache-2.0
// Days of months, dates in digits, and the same day in the other calendar. Part of TimeReader.
#include "isnad/mention/time/time_reader.h"
#include "isnad/mention/time/year_figures.h"

namespace isnad {
namespace {

constexpr int kLongestMonth = 31;

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
  if (!is_plausible_year(full) || month < 1 || month > 12 || day < 1 || day > kLongestMonth)
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
        number.width[1] == 4 && is_plausible_year(number.part[1]) && number.part[0] <= 12;
    const bool year_first =
        number.width[0] == 4 && is_plausible_year(number.part[0]) && number.part[1] <= 12;
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
