// SPDX-License-Identifier: Apache-2.0
// See timex_value.h.
#include "isnad/mention/time/timex_value.h"

#include <array>
#include <cstdio>

namespace isnad {
namespace {

constexpr int kThousand = 1000;

int count_of(const Length& length, Unit unit) { return length.count[static_cast<size_t>(unit)]; }

std::string formatted(const char* format, int a, int b) {
  std::array<char, 40> buffer{};
  std::snprintf(buffer.data(), buffer.size(), format, a, b);
  return buffer.data();
}

// What the fraction comes to in a smaller unit; false when the unit has no smaller one or it is not
// whole.
bool split_fraction(const Length& length, Unit& unit, int& count) {
  struct Smaller {
    Unit unit;
    int times;
  };
  static constexpr std::array<Smaller, Length::kUnits> kSmaller = {{{Unit::kSecond, 0},
                                                                    {Unit::kSecond, 60},
                                                                    {Unit::kMinute, 60},
                                                                    {Unit::kHour, 24},
                                                                    {Unit::kHour, 24},
                                                                    {Unit::kDay, 0},
                                                                    {Unit::kDay, 30},
                                                                    {Unit::kMonth, 12},
                                                                    {Unit::kYear, 10},
                                                                    {Unit::kYear, 100}}};
  const Smaller smaller = kSmaller[static_cast<size_t>(length.half_of)];
  if (smaller.times == 0) return false;
  count = (length.tenths * smaller.times + kThousand / 2) / kThousand;
  unit = smaller.unit;
  return true;
}

void add(std::string& out, int count, char letter) {
  if (count != 0) out += std::to_string(count) + letter;
}

std::string vague_value(Unit unit) {
  static constexpr std::array<const char*, Length::kUnits> kValues = {
      "PTXS", "PTXM", "PTXH", "PXD", "PXD", "PXW", "PXM", "PXY", "PXDE", "PXCE"};
  return kValues[static_cast<size_t>(unit)];
}

}  // namespace

std::string length_value(const Length& length) {
  if (length.vague) return vague_value(length.unit);
  Length whole = length;
  bool kept = false;
  if (length.tenths != 0) {
    Unit unit = Unit::kSecond;
    int count = 0;
    if (split_fraction(length, unit, count)) {
      whole.count[static_cast<size_t>(unit)] += count;
    } else {
      kept = true;
    }
  }
  const auto n = [&](Unit unit) { return count_of(whole, unit); };
  std::string out = "P";
  int years = n(Unit::kYear) + 10 * n(Unit::kDecade) + 100 * n(Unit::kCentury);
  int months = n(Unit::kMonth);
  // "a year and a half" is 18 months; "a year and two months" stays as said
  if (length.tenths != 0 && length.half_of == Unit::kYear) {
    months += 12 * years;
    years = 0;
  }
  int hours = n(Unit::kHour), minutes = n(Unit::kMinute);
  if (length.tenths != 0 && length.half_of == Unit::kHour) {
    minutes += 60 * hours;
    hours = 0;
  }
  add(out, years, 'Y');
  add(out, months, 'M');
  if (kept && length.half_of == Unit::kWeek) {
    out += std::to_string(n(Unit::kWeek)) + "." + std::to_string(length.tenths / 100) + "W";
  } else {
    add(out, n(Unit::kWeek), 'W');
  }
  add(out, n(Unit::kDay) + n(Unit::kNight), 'D');
  if (hours != 0 || minutes != 0 || n(Unit::kSecond) != 0) out += "T";
  add(out, hours, 'H');
  add(out, minutes, 'M');
  add(out, n(Unit::kSecond), 'S');
  return out == "P" ? "P0D" : out;
}

std::string clock_value(const ClockTime& clock) {
  std::string out = formatted("T%02d", clock.hour, 0);
  if (clock.minute >= 0) out += formatted(":%02d", clock.minute, 0);
  if (clock.second >= 0) out += formatted(":%02d", clock.second, 0);
  return out;
}

ClockTime clock_of_day(ClockTime clock, const Word* part) {
  if (clock.hour == 24) clock.hour = 0;
  if (part == nullptr || clock.hour > 12) return clock;
  const bool noon = part->b == 12 && part->c <= 14;  // noon and midday: 11 stays, 12 stays, 1 is 13
  switch (static_cast<DayHalf>(part->role)) {
    case DayHalf::kMorning:
      if (clock.hour == 12) clock.hour = 0;
      break;
    case DayHalf::kAfternoon:
      if (clock.hour < 12 && !(noon && clock.hour >= 10)) clock.hour += 12;
      break;
    case DayHalf::kNight:
      if (clock.hour == 12)
        clock.hour = 0;
      else if (clock.hour >= 5)
        clock.hour += 12;
      break;
  }
  return clock;
}

std::string week_value(Date date) {
  const IsoWeek week = iso_week(date);
  return formatted("%04d-W%02d", week.year, week.week);
}

std::string month_value(int year, int month) { return formatted("%04d-%02d", year, month); }
std::string year_value(int year) { return formatted("%04d", year, 0); }

std::string edge_mod(Edge edge) {
  switch (edge) {
    case Edge::kStart:
      return "START";
    case Edge::kMiddle:
      return "MID";
    case Edge::kEnd:
      return "END";
    default:
      return {};
  }
}

DayRange edge_of(DayRange whole, TimePrecision precision, Edge edge, bool since) {
  const int year = year_of(whole.first);
  if (precision == TimePrecision::kYear) {
    const auto months = [&](int from, int to) {
      return DayRange{make_date(year, from, 1), month_range(year, to).last};
    };
    if (edge == Edge::kStart) return months(1, 3);
    if (edge == Edge::kMiddle) return months(since ? 7 : 5, 8);
    if (edge == Edge::kEnd) return months(since ? 12 : 10, 12);
  }
  if (precision == TimePrecision::kMonth) {
    if (edge == Edge::kStart) return {whole.first, add_days(whole.first, 9)};
    if (edge == Edge::kMiddle)
      return {add_days(whole.first, since ? 14 : 10), add_days(whole.first, 19)};
    if (edge == Edge::kEnd) return {add_days(whole.first, 20), whole.last};
  }
  return whole;
}

std::string bound_mod(Bound bound) {
  switch (bound) {
    case Bound::kLeast:
      return "EQUAL_OR_MORE";
    case Bound::kMore:
      return "MORE_THAN";
    case Bound::kLess:
      return "LESS_THAN";
    case Bound::kMost:
      return "EQUAL_OR_LESS";
    case Bound::kAbout:
      return "APPROX";
    default:
      return {};
  }
}

LengthParts length_parts(const Length& length) {
  Length whole = length;
  Unit unit = Unit::kSecond;
  int count = 0;
  if (length.tenths != 0 && split_fraction(length, unit, count))
    whole.count[static_cast<size_t>(unit)] += count;
  const auto n = [&](Unit u) { return count_of(whole, u); };
  LengthParts parts;
  constexpr int kMost = 120000;  // ten thousand years: longer ones are stories, not dates
  const auto capped = [](int64_t value) { return static_cast<int>(value > kMost ? kMost : value); };
  parts.months = capped(int64_t{n(Unit::kMonth)} +
                        12 * (int64_t{n(Unit::kYear)} + 10 * int64_t{n(Unit::kDecade)} +
                              100 * int64_t{n(Unit::kCentury)}));
  parts.days = capped(int64_t{n(Unit::kDay)} + n(Unit::kNight) + 7 * int64_t{n(Unit::kWeek)});
  parts.minutes = capped(60 * int64_t{n(Unit::kHour)} + n(Unit::kMinute));
  return parts;
}

Date shift(Date date, const LengthParts& parts, int sign) {
  const Date moved = parts.months == 0 ? date : add_months(date, sign * parts.months);
  return add_days(moved, sign * parts.days);
}

}  // namespace isnad
