// SPDX-License-Identifier: Apache-2.0
// What a time expression says, before it is resolved: the fields its words fill, and nothing the
// words do not say.
#pragma once

#include <array>
#include <cstdint>

#include "isnad/mention/quantity/word_table.h"
#include "isnad/mention/time/calendar.h"

namespace isnad {

// A time on the clock; hour -1 = none said.
struct ClockTime {
  int hour = -1;
  int minute = -1;
  int second = -1;
  [[nodiscard]] bool said() const { return hour >= 0; }
};

// A day and month of the calendar, or what is known of it.
struct CalendarFields {
  int year = -1;  // -1 = not said
  Era era = Era::kNone;
  int month = 0;
  bool hijri = false;  // month and day are Hijri
  int day = 0;
  [[nodiscard]] bool empty() const { return year < 0 && month == 0 && day == 0; }
};

// "three days", "a year and a half", "a few weeks".
struct Length {
  static constexpr size_t kUnits = 10;
  std::array<int32_t, kUnits> count{};  // by Unit
  Unit half_of = Unit::kSecond;         // the unit of `halves`
  int32_t tenths = 0;                   // a fraction of half_of, in thousandths
  bool vague = false;                   // a few, several, or a bare plural: `unit` alone is known
  Unit unit = Unit::kDay;               // the first unit named
  [[nodiscard]] bool empty() const {
    for (const int32_t c : count)
      if (c != 0) return false;
    return tenths == 0 && !vague;
  }
};

// What a length of time is used for.
enum class LengthUse : uint8_t {
  kNone,
  kLasting,  // for three days
  kAgo,      // three days ago
  kSince,    // since three days: ago, or lasting till now
  kAfter,    // after three days
  kBefore,   // three days before something
  kWithin,   // within three days
  kRecent,   // the last three days
  kComing,   // the next three days
  kEvery,    // every three days
};

struct TimeShape {
  TokenSpan tokens;

  CalendarFields date;
  CalendarFields other_date;  // the same day in the other calendar (الموافق)
  int other_month = 0;        // a month double that disagrees: its second month
  TokenSpan month_words;
  const Word* month_word = nullptr;
  const Word* other_month_word = nullptr;
  int day_to = 0;  // 3-5 March
  int weekday = 0, weekday_to = 0;
  Relation weekday_relation = Relation::kNone;
  Relation month_relation = Relation::kNone;             // of a named month or season
  std::array<Relation, Length::kUnits> unit_relation{};  // "last year": by Unit
  bool unit_plain = false;  // a unit with the article and no relation: the month, the year
  bool has_day_offset = false;
  int day_offset = 0;
  const Word* part = nullptr;
  ClockTime clock, clock_to;
  const Word* zone = nullptr;
  ClockTime zone_clock;  // the second clock time of "14,30 (12,30 GMT)"
  Edge edge = Edge::kNone;
  Bound bound = Bound::kNone;  // about, more than
  int season = -1, quarter = 0, half = 0;
  int week_number = 0;     // the first week of …; -1 = the last
  int weekday_number = 0;  // the second Tuesday of …; -1 = the last
  int decade = -1;         // 1960s: 60
  int century = 0;         // 19th: 19
  const Word* holiday = nullptr;

  Length length;
  LengthUse use = LengthUse::kNone;
  bool from_then = false;   // "two days after that"
  bool from_event = false;  // "two days after the attack"

  const Word* reference = nullptr;  // now, recently, then
  const Word* set = nullptr;        // daily
  bool every = false;               // every Friday
  const Word* event = nullptr;      // a known war: its first day
  bool some_event = false;          // since the beginning of the war
  bool anniversary = false;
  int anniversary_number = 0;  // 0 = not said
  bool ordinal_day = false;    // the second day in a row, day 274 of the war: the day of writing
  int ordinal_number = 0;

  TimeDirection direction = TimeDirection::kUnstated;
  int8_t side = 0;  // -1: before it, 1: after it

  [[nodiscard]] Relation relation_of(Unit unit) const {
    return unit_relation[static_cast<size_t>(unit)];
  }
  [[nodiscard]] bool has_relation() const {
    for (const Relation r : unit_relation)
      if (r != Relation::kNone) return true;
    return false;
  }
  [[nodiscard]] bool has_day() const {
    return has_day_offset || weekday != 0 || date.day != 0 || holiday != nullptr ||
           relation_of(Unit::kDay) != Relation::kNone;
  }
  // Only a part of the day or a clock time.
  [[nodiscard]] bool only_time_of_day() const {
    return !has_day() && date.empty() && !has_relation() && season < 0 && quarter == 0 &&
           half == 0 && decade < 0 && century == 0;
  }
};

}  // namespace isnad
