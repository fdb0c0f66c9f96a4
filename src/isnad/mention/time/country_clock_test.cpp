// SPDX-License-Identifier: Apache-2.0
#include "isnad/mention/time/country_clock.h"

#include <gtest/gtest.h>

#include "isnad/report/publication_time.h"

namespace isnad {
namespace {

// "2024-01-16T22:30Z" as a country's clocks show it: "2024-01-17 90 +180" (minute of the day,
// minutes ahead of UTC).
std::string told(std::string_view country, std::string_view published) {
  const auto there = as_told_in(country, parse_publication_time(published).value());
  const auto number = [](const std::optional<int>& n) { return n ? std::to_string(*n) : "-"; };
  return std::to_string(int(there.date.year())) + "-" +
         std::to_string(unsigned(there.date.month())) + "-" +
         std::to_string(unsigned(there.date.day())) + " " + number(there.minute_of_day) + " " +
         number(there.utc_offset_minutes);
}

TEST(CountryClock, ShowsTheDayOfTheOutlet) {
  EXPECT_EQ(told("SY", "2024-01-16T22:30Z"), "2024-1-17 90 180");
  EXPECT_EQ(told("YE", "2024-01-16T20:59Z"), "2024-1-16 1439 180");
  EXPECT_EQ(told("SA", "2024-01-17T00:30+03:00"), "2024-1-17 30 180");
  EXPECT_EQ(told("US", "2024-01-17T03:00Z"), "2024-1-16 1320 -300");
}

TEST(CountryClock, KnowsSummerTime) {
  EXPECT_EQ(told("SY", "2022-01-16T12:00Z"), "2022-1-16 840 120");  // the last winter of its own
  EXPECT_EQ(told("EG", "2024-07-01T12:00Z"), "2024-7-1 900 180");   // back since 2023
  EXPECT_EQ(told("EG", "2022-07-01T12:00Z"), "2022-7-1 840 120");   // none that year
  EXPECT_EQ(told("IR", "2024-07-01T12:00Z"), "2024-7-1 930 210");   // none since 2022
}

TEST(CountryClock, LeavesWhatIsNoInstantAsItIs) {
  EXPECT_EQ(told("SY", "2024-01-16"), "2024-1-16 - -");
  EXPECT_EQ(told("SY", "2024-01-16T23:30"), "2024-1-16 1410 -");
  EXPECT_EQ(told("", "2024-01-16T23:30Z"), "2024-1-16 1410 0");
  EXPECT_EQ(told("ZZ", "2024-01-16T23:30Z"), "2024-1-16 1410 0");
}

TEST(CountryClock, CoversTheEndsOfItsTable) {
  EXPECT_EQ(clock_offset("LB", std::chrono::sys_days(std::chrono::year(1970) / 7 / 1)), 120);
  EXPECT_EQ(clock_offset("QA", std::chrono::sys_days(std::chrono::year(2200) / 7 / 1)), 180);
  EXPECT_EQ(alpha2_of("LBN"), "LB");
  EXPECT_EQ(alpha2_of("IMG"), "");
}

}  // namespace
}  // namespace isnad
