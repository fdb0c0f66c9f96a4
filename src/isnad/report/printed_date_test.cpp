// SPDX-License-Identifier: Apache-2.0
#include "isnad/report/printed_date.h"

#include <gtest/gtest.h>

namespace isnad {
namespace {

std::string first(std::string_view text) {
  const auto dates = find_printed_dates(text);
  return dates.empty() ? "" : dates.front().time.as_given;
}

TEST(PrintedDate, NamesOfMonthsInAllTraditions) {
  EXPECT_EQ(first("الثلاثاء 16 يناير 2024"), "2024-01-16");          // Egypt
  EXPECT_EQ(first("الثلاثاء، ١٦ كانون الثاني ٢٠٢٤"), "2024-01-16");  // Levant
  EXPECT_EQ(first("16 كانون الثاني/يناير 2024"), "2024-01-16");      // both
  EXPECT_EQ(first("16 كانون الثاني (يناير) 2024م"), "2024-01-16");   // both
  EXPECT_EQ(first("الثلاثاء 16 جانفي 2024"), "2024-01-16");          // Maghreb
  EXPECT_EQ(first("يناير 16, 2024"), "2024-01-16");                  // month first
  EXPECT_EQ(first("Tuesday, January 16, 2024"), "2024-01-16");
}

TEST(PrintedDate, FiguresComeDayFirstUnlessTheYearDoes) {
  EXPECT_EQ(first("3/5/2024"), "2024-05-03");
  EXPECT_EQ(first("٣-٥-٢٠٢٤"), "2024-05-03");
  EXPECT_EQ(first("2024/05/03"), "2024-05-03");
  EXPECT_EQ(first("05/16/2024"), "2024-05-16");  // no other order is a date
  EXPECT_EQ(first("31/2/2024"), "");
  EXPECT_EQ(first("4/7/1445"), "");  // a Hijri year
}

TEST(PrintedDate, TheSolarDateCountsBesideTheHijriOne) {
  EXPECT_EQ(first("الثلاثاء 4 رجب 1445 ه الموافق 16 يناير 2024 م"),
            "2024-01-16");  // Tuesday 4 Rajab 1445, that is 16 January 2024
}

TEST(PrintedDate, ClockTimesAndZones) {
  EXPECT_EQ(first("16 يناير 2024 - 10:12 م"), "2024-01-16T22:12");  // p.m.
  EXPECT_EQ(first("10:12 صباحاً 16/1/2024"), "2024-01-16T10:12");    // in the morning
  EXPECT_EQ(first("16.01.2024 | 12:05 GMT"), "2024-01-16T12:05+00:00");
  EXPECT_EQ(first("16/1/2024 الساعة 12:05 بتوقيت غرينتش"), "2024-01-16T12:05+00:00");
  EXPECT_EQ(first("Tue, 16 Jan 2024 10:12:33 +0300"), "2024-01-16T10:12+03:00");
}

TEST(PrintedDate, UpdatesAreLabelled) {
  const auto dates =
      find_printed_dates("نشر: 16/1/2024 10:12 آخر تحديث: 17/1/2024");  // published; last update
  ASSERT_EQ(dates.size(), 2U);
  EXPECT_FALSE(dates[0].updated);
  EXPECT_TRUE(dates[1].updated);
  EXPECT_EQ(dates[1].time.as_given, "2024-01-17");
}

TEST(PrintedDate, NoDateInOrdinaryNumbers) {
  for (const char* text : {"", "2024", "قتل 16 شخصا في يناير", "1/2", "1.2.3", "16 يناير",
                           "00/00/2024"})  // 16 people were killed in January; 16 January
    EXPECT_EQ(first(text), "") << text;
}

TEST(PrintedDate, FieldsOfFeedsAndPages) {
  EXPECT_EQ(read_date_field(" 2024-01-16T10:12:00Z ")->as_given, "2024-01-16T10:12:00Z");
  EXPECT_EQ(read_date_field("1705399920")->as_given, "2024-01-16T10:12+00:00");
  EXPECT_EQ(read_date_field("2024-01-16 10:12:00 UTC")->as_given, "2024-01-16T10:12+00:00");
  EXPECT_FALSE(read_date_field("soon"));
}

}  // namespace
}  // namespace isnad
