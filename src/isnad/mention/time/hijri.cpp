// SPDX-License-Identifier: Apache-2.0
// See hijri.h. One 16-bit word a year says which of its months have 30 days; starts of years are
// summed once at compile time.
#include "isnad/mention/time/hijri.h"

#include <algorithm>
#include <array>

namespace isnad {
namespace {

#include "isnad/mention/time/hijri_table.inc"

constexpr int kYears = static_cast<int>(kLongMonths.size());

constexpr int month_length(int year_index, int month) {
  return 29 + ((kLongMonths[static_cast<size_t>(year_index)] >> (month - 1)) & 1);
}

constexpr int year_length(int year_index) {
  int days = 0;
  for (int month = 1; month <= 12; ++month) days += month_length(year_index, month);
  return days;
}

// Days from 1 Muharram of the first year to that of each year; the last entry is the table's end.
constexpr auto kYearStarts = [] {
  std::array<int, static_cast<size_t>(kYears) + 1> starts{};
  for (int i = 0; i < kYears; ++i)
    starts[static_cast<size_t>(i) + 1] = starts[static_cast<size_t>(i)] + year_length(i);
  return starts;
}();

Date first_day() { return Date{std::chrono::sys_days{std::chrono::days{kFirstDay}}}; }

}  // namespace

std::optional<Date> to_gregorian(HijriDate hijri) {
  const int index = hijri.year - kFirstYear;
  if (index < 0 || index >= kYears || hijri.month < 1 || hijri.month > 12) return std::nullopt;
  if (hijri.day < 1 || hijri.day > month_length(index, hijri.month)) return std::nullopt;
  int days = kYearStarts[static_cast<size_t>(index)] + hijri.day - 1;
  for (int month = 1; month < hijri.month; ++month) days += month_length(index, month);
  return add_days(first_day(), days);
}

std::optional<HijriDate> to_hijri(Date date) {
  const int days = days_between(first_day(), date);
  if (days < 0 || days >= kYearStarts.back()) return std::nullopt;
  const auto after = std::upper_bound(kYearStarts.begin(), kYearStarts.end(), days);
  const int index = static_cast<int>(after - kYearStarts.begin()) - 1;
  int rest = days - kYearStarts[static_cast<size_t>(index)];
  int month = 1;
  while (rest >= month_length(index, month)) rest -= month_length(index, month++);
  return HijriDate{kFirstYear + index, month, rest + 1};
}

std::optional<DayRange> hijri_range(int year, int month) {
  const auto first = to_gregorian({year, month == 0 ? 1 : month, 1});
  if (!first) return std::nullopt;
  const int index = year - kFirstYear;
  const int length = month == 0 ? year_length(index) : month_length(index, month);
  return DayRange{*first, add_days(*first, length - 1)};
}

}  // namespace isnad
