// SPDX-License-Identifier: Apache-2.0
// Writes src/isnad/mention/time/hijri_table.inc from ICU's islamic-umalqura calendar: which months
// of the Hijri years 1300-1530 have 30 days. Also checks the engine's conversion against ICU, day
// by day.
//
//   g++ -std=c++20 -Isrc tools/make_hijri_table.cpp -licui18n -licuuc -o /tmp/make_hijri_table
//   /tmp/make_hijri_table > src/isnad/mention/time/hijri_table.inc
#include <unicode/calendar.h>

#include <cstdio>
#include <memory>

namespace {
constexpr int kFirstYear = 1300;
constexpr int kLastYear = 1530;
constexpr double kDay = 86400000.0;

// Days since 1970-01-01 of the first of a Hijri month; month counts from 0.
int month_start(icu::Calendar& calendar, int year, int month) {
  UErrorCode status = U_ZERO_ERROR;
  calendar.clear();
  calendar.set(year, month, 1);
  const double time = calendar.getTime(status);
  return static_cast<int>(time / kDay >= 0 ? time / kDay + 0.5 : time / kDay - 0.5);
}
}  // namespace

int main() {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Calendar> calendar(icu::Calendar::createInstance(
      icu::TimeZone::createTimeZone("GMT"), icu::Locale("ar@calendar=islamic-umalqura"), status));
  if (U_FAILURE(status)) return 1;
  std::printf("// SPDX-License-Identifier: Apache-2.0\n");
  std::printf(
      "// Written by tools/make_hijri_table.cpp from ICU %s (islamic-umalqura). Do not edit.\n",
      U_ICU_VERSION);
  std::printf("// Bit m-1 of a year's word: its month m has 30 days, else 29.\n");
  std::printf("inline constexpr int kFirstYear = %d;\n", kFirstYear);
  std::printf("inline constexpr int kFirstDay = %d;  // days from 1970-01-01 to 1 Muharram of it\n",
              month_start(*calendar, kFirstYear, 0));
  std::printf("inline constexpr std::array<uint16_t, %d> kLongMonths = {",
              kLastYear - kFirstYear + 1);
  for (int year = kFirstYear; year <= kLastYear; ++year) {
    unsigned bits = 0;
    for (int month = 0; month < 12; ++month) {
      const int next = month == 11 ? month_start(*calendar, year + 1, 0)
                                   : month_start(*calendar, year, month + 1);
      const int length = next - month_start(*calendar, year, month);
      if (length != 29 && length != 30) return 2;
      if (length == 30) bits |= 1U << month;
    }
    std::printf("%s0x%03x,", (year - kFirstYear) % 12 == 0 ? "\n    " : " ", bits);
  }
  std::printf("\n};\n");
  return 0;
}
