// SPDX-License-Identifier: Apache-2.0
// TIMEX3 values as text: lengths of time, weeks, decades, clock times.
#pragma once

#include <string>

#include "isnad/mention/time/time_shape.h"

namespace isnad {

// P7D, PT30M, P18M, PXW; a fraction is given in the next smaller unit where there is a whole number
// of it.
[[nodiscard]] std::string length_value(const Length& length);
// T07, T07:30, T07:30:15
[[nodiscard]] std::string clock_value(const ClockTime& clock);
// The hour on the clock of 24 that is meant beside that part of the day: 7 in the evening is 19.
[[nodiscard]] ClockTime clock_of_day(ClockTime clock, const Word* part);
[[nodiscard]] std::string week_value(Date date);
[[nodiscard]] std::string month_value(int year, int month);
[[nodiscard]] std::string year_value(int year);
// TIMEX3 mod of an edge or a bound; empty when it has none.
[[nodiscard]] std::string edge_mod(Edge edge);
[[nodiscard]] std::string bound_mod(Bound bound);

// The days of the beginning, middle or end of a month (thirds of ten days) or of a year (its first
// three, middle four or last three months); all other stretches stay whole. "Since the middle of
// the month" counts from the day in the middle.
[[nodiscard]] DayRange edge_of(DayRange whole, TimePrecision precision, Edge edge, bool since);

// The length in whole months (years and more count 12 each) and in days (weeks count 7); hours and
// less apart.
struct LengthParts {
  int months = 0;
  int days = 0;
  int minutes = 0;
};
[[nodiscard]] LengthParts length_parts(const Length& length);
// The date so much later (sign 1) or earlier (-1); hours and minutes are left out.
[[nodiscard]] Date shift(Date date, const LengthParts& parts, int sign);

}  // namespace isnad
