// SPDX-License-Identifier: Apache-2.0
#include "isnad/mention/time/calendar.h"

#include <gtest/gtest.h>

namespace isnad {
namespace {

const Date kThursday = make_date(2025, 3, 20);

TEST(Calendar, CutsDaysBackToTheMonthsEnd) {
  EXPECT_EQ(iso_date(add_months(make_date(2025, 1, 31), 1)), "2025-02-28");
  EXPECT_EQ(iso_date(add_months(make_date(2024, 3, 31), -1)), "2024-02-29");
  EXPECT_EQ(iso_date(add_months(make_date(2025, 1, 15), -13)), "2023-12-15");
  EXPECT_FALSE(is_date(2025, 2, 29));
  EXPECT_TRUE(is_date(2024, 2, 29));
}

TEST(Calendar, CountsIsoWeeksOverTheTurnOfTheYear) {
  EXPECT_EQ(iso_week(make_date(2024, 12, 30)).year, 2025);
  EXPECT_EQ(iso_week(make_date(2024, 12, 30)).week, 1);
  EXPECT_EQ(iso_week(make_date(2021, 1, 3)).year, 2020);
  EXPECT_EQ(iso_week(make_date(2021, 1, 3)).week, 53);
  EXPECT_EQ(iso_date(week_range(kThursday).first), "2025-03-17");
}

TEST(Calendar, ABareWeekdayIsTheLastOneUnlessTheClauseLooksAhead) {
  EXPECT_EQ(weekday_meant(7, Relation::kNone, Tense::kPast, kThursday), make_date(2025, 3, 16));
  EXPECT_EQ(weekday_meant(7, Relation::kNone, Tense::kFuture, kThursday), make_date(2025, 3, 23));
  EXPECT_EQ(weekday_meant(4, Relation::kNone, Tense::kPast, kThursday), kThursday);
  EXPECT_EQ(weekday_meant(4, Relation::kLast, Tense::kPast, kThursday), make_date(2025, 3, 13));
  EXPECT_EQ(weekday_meant(4, Relation::kNext, Tense::kPast, kThursday), make_date(2025, 3, 27));
  EXPECT_EQ(weekday_meant(7, Relation::kBeforeLast, Tense::kPast, kThursday),
            make_date(2025, 3, 9));
}

TEST(Calendar, OrdersTimesByPrecision) {
  EXPECT_TRUE(more_precise(TimePrecision::kMinute, TimePrecision::kDay));
  EXPECT_TRUE(more_precise(TimePrecision::kDay, TimePrecision::kMonth));
  EXPECT_FALSE(more_precise(TimePrecision::kUnknown, TimePrecision::kYear));
}

}  // namespace
}  // namespace isnad
