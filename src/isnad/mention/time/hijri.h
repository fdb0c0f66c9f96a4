// SPDX-License-Identifier: Apache-2.0
// The Hijri year by the Umm al-Qura calendar, to and from Gregorian days. Covers 1300-1530 AH
// (1882-2106); the table comes from ICU's islamic-umalqura calendar by tools/make_hijri_table.cpp.
// Where the moon was sighted a day earlier or later than the calendar says, a report's own date may
// differ by one day.
#pragma once

#include <optional>

#include "isnad/mention/time/calendar.h"

namespace isnad {

struct HijriDate {
  int year = 0;
  int month = 0;  // 1 Muharram … 12 Dhu al-Hijja
  int day = 0;
  friend bool operator==(const HijriDate&, const HijriDate&) = default;
};

// Empty outside the table, or when the month has no such day.
[[nodiscard]] std::optional<Date> to_gregorian(HijriDate hijri);
[[nodiscard]] std::optional<HijriDate> to_hijri(Date date);
// First and last day of a Hijri month, or of the whole year for month 0.
[[nodiscard]] std::optional<DayRange> hijri_range(int year, int month);

}  // namespace isnad
