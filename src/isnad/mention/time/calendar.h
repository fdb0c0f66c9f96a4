// SPDX-License-Identifier: Apache-2.0
// Arithmetic on days, weeks, months and years of the Gregorian calendar, as time expressions need
// it, and the two questions the event step asks: which day a weekday means, and which of two times
// says more. All functions are total: days that a month lacks are cut back to its last day.
#pragma once

#include <chrono>
#include <string>

#include "isnad/mention/time/time_mention.h"

namespace isnad {

// A closed range of days.
struct DayRange {
  Date first{};
  Date last{};
  friend bool operator==(const DayRange&, const DayRange&) = default;
};

[[nodiscard]] Date make_date(int year, int month, int day);
// Whether the month has that day.
[[nodiscard]] bool is_date(int year, int month, int day);
[[nodiscard]] Date add_days(Date date, int days);
// The day of the month is cut back where the new month is shorter: 31 January + 1 month = 28
// February.
[[nodiscard]] Date add_months(Date date, int months);
[[nodiscard]] int days_between(Date from, Date to);
// ISO: 1 Monday … 7 Sunday.
[[nodiscard]] int weekday_of(Date date);
[[nodiscard]] int year_of(Date date);
[[nodiscard]] int month_of(Date date);
[[nodiscard]] int day_of(Date date);

[[nodiscard]] DayRange month_range(int year, int month);
[[nodiscard]] DayRange year_range(int year);
// Monday to Sunday of the ISO week that holds the date.
[[nodiscard]] DayRange week_range(Date date);

struct IsoWeek {
  int year = 0;
  int week = 0;
};
[[nodiscard]] IsoWeek iso_week(Date date);

// How a weekday, month or season is set against the day of writing.
enum class Relation : uint8_t {
  kNone,
  kLast,
  kBeforeLast,
  kNext,
  kAfterNext,
  kThis,
  kDemonstrative,
  kThat,
  kFollowing,
  kPreceding,
  kSame,
  kRecent,
  kOfIt,
};

// Whether a clause looks back or ahead.
enum class Tense : uint8_t { kUnknown, kPast, kPresent, kFuture };

// Which day a weekday means in a report written on `published`: with الماضي (last) the latest one
// before that day, with المقبل (next) or in a clause about the future the earliest one after it,
// else the latest one not after it: الثلاثاء in a report of a Tuesday is that day.
[[nodiscard]] Date weekday_meant(int weekday, Relation relation, Tense tense, Date published);

// True when `a` pins its time down more narrowly than `b` (minute before hour … before unknown).
[[nodiscard]] bool more_precise(TimePrecision a, TimePrecision b);

// "2024-01-16"
[[nodiscard]] std::string iso_date(Date date);
// "January" … for messages; 1 … 12.
[[nodiscard]] std::string english_month(int month);
// "Monday" … for messages; 1 … 7.
[[nodiscard]] std::string english_weekday(int weekday);

}  // namespace isnad
