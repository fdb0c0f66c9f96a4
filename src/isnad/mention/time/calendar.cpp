// SPDX-License-Identifier: Apache-2.0
// See calendar.h. Built on std::chrono's proleptic Gregorian calendar.
#include "isnad/mention/time/calendar.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

namespace isnad {

using std::chrono::sys_days;

Date make_date(int year, int month, int day) {
  const std::chrono::year y{year};
  const std::chrono::month m{static_cast<unsigned>(std::clamp(month, 1, 12))};
  const auto last = std::chrono::year_month_day_last{y, std::chrono::month_day_last{m}}.day();
  const std::chrono::day d{static_cast<unsigned>(std::max(day, 1))};
  return Date{y, m, std::min(d, last)};
}

bool is_date(int year, int month, int day) {
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  return Date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
              std::chrono::day{static_cast<unsigned>(day)}}
      .ok();
}

Date add_days(Date date, int days) { return Date{sys_days{date} + std::chrono::days{days}}; }

Date add_months(Date date, int months) {
  const int count = year_of(date) * 12 + month_of(date) - 1 + months;
  const int year = count >= 0 ? count / 12 : (count - 11) / 12;
  return make_date(year, count - year * 12 + 1, day_of(date));
}

int days_between(Date from, Date to) {
  return static_cast<int>((sys_days{to} - sys_days{from}).count());
}

int weekday_of(Date date) {
  return static_cast<int>(std::chrono::weekday{sys_days{date}}.iso_encoding());
}

int year_of(Date date) { return static_cast<int>(date.year()); }
int month_of(Date date) { return static_cast<int>(static_cast<unsigned>(date.month())); }
int day_of(Date date) { return static_cast<int>(static_cast<unsigned>(date.day())); }

DayRange month_range(int year, int month) {
  return {make_date(year, month, 1), make_date(year, month, 31)};
}
DayRange year_range(int year) { return {make_date(year, 1, 1), make_date(year, 12, 31)}; }

DayRange week_range(Date date) {
  const Date monday = add_days(date, 1 - weekday_of(date));
  return {monday, add_days(monday, 6)};
}

IsoWeek iso_week(Date date) {
  const Date thursday = add_days(date, 4 - weekday_of(date));
  const int year = year_of(thursday);
  return {year, days_between(make_date(year, 1, 1), thursday) / 7 + 1};
}

Date weekday_meant(int weekday, Relation relation, Tense tense, Date published) {
  const int back = (weekday_of(published) - weekday + 7) % 7;  // days since the latest such weekday
  const Date latest = add_days(published, -back);
  switch (relation) {
    case Relation::kLast:
    case Relation::kPreceding:
    case Relation::kRecent:
      return back == 0 ? add_days(published, -7) : latest;
    case Relation::kBeforeLast:
      return add_days(latest, back == 0 ? -14 : -7);
    case Relation::kNext:
    case Relation::kFollowing:
      return add_days(latest, 7);
    case Relation::kAfterNext:
      return add_days(latest, 14);
    default:
      break;
  }
  if (tense == Tense::kFuture && back != 0) return add_days(latest, 7);
  return latest;
}

bool more_precise(TimePrecision a, TimePrecision b) { return a < b; }

std::string iso_date(Date date) {
  std::array<char, 24> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", year_of(date), month_of(date),
                day_of(date));
  return buffer.data();
}

std::string english_month(int month) {
  static constexpr std::array<std::string_view, 12> kNames = {
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  return std::string(kNames[static_cast<size_t>(std::clamp(month, 1, 12) - 1)]);
}

std::string english_weekday(int weekday) {
  static constexpr std::array<std::string_view, 7> kNames = {
      "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
  return std::string(kNames[static_cast<size_t>(std::clamp(weekday, 1, 7) - 1)]);
}

}  // namespace isnad
