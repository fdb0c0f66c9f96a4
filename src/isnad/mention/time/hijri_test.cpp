// SPDX-License-Identifier: Apache-2.0
#include "isnad/mention/time/hijri.h"

#include <gtest/gtest.h>

namespace isnad {
namespace {

TEST(Hijri, KnowsDaysFromTheSaudiCalendar) {
  EXPECT_EQ(to_gregorian({1446, 9, 1}), make_date(2025, 3, 1));
  EXPECT_EQ(to_gregorian({1445, 10, 1}), make_date(2024, 4, 10));
  EXPECT_EQ(to_gregorian({1446, 1, 1}), make_date(2024, 7, 7));
  EXPECT_EQ(to_hijri(make_date(2025, 3, 30)), (HijriDate{1446, 10, 1}));
}

TEST(Hijri, GoesThereAndBackOnEveryDayOf1900To2100) {
  for (Date date = make_date(1900, 1, 1); date <= make_date(2100, 12, 31);
       date = add_days(date, 1)) {
    const auto hijri = to_hijri(date);
    ASSERT_TRUE(hijri.has_value()) << iso_date(date);
    ASSERT_EQ(to_gregorian(*hijri), date) << iso_date(date);
  }
}

TEST(Hijri, RefusesWhatTheCalendarLacks) {
  EXPECT_FALSE(to_gregorian({1446, 13, 1}).has_value());
  EXPECT_FALSE(to_gregorian({1446, 9, 30}).has_value());  // Ramadan 1446 had 29 days
  EXPECT_FALSE(to_gregorian({1200, 1, 1}).has_value());
  EXPECT_FALSE(to_hijri(make_date(1800, 1, 1)).has_value());
}

TEST(Hijri, GivesWholeMonthsAndYears) {
  const auto month = hijri_range(1446, 9);
  ASSERT_TRUE(month.has_value());
  EXPECT_EQ(month->first, make_date(2025, 3, 1));
  EXPECT_EQ(month->last, make_date(2025, 3, 29));
  const auto year = hijri_range(1443, 0);
  ASSERT_TRUE(year.has_value());
  EXPECT_EQ(year->first, make_date(2021, 8, 9));
  EXPECT_EQ(year->last, make_date(2022, 7, 29));
}

}  // namespace
}  // namespace isnad
