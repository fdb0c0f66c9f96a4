// SPDX-License-Identifier: Apache-2.0
// The Hijri conversion against ICU's islamic-umalqura calendar: the first and the last day of every
// month of 1900-2100, which leaves no day between them to differ.
#include <gtest/gtest.h>
#include <unicode/calendar.h>

#include <memory>

#include "isnad/mention/time/hijri.h"

namespace isnad {
namespace {

TEST(HijriAgainstIcu, AgreesOnEveryMonthOf1900To2100) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Calendar> calendar(icu::Calendar::createInstance(
      icu::TimeZone::createTimeZone("GMT"), icu::Locale("ar@calendar=islamic-umalqura"), status));
  ASSERT_TRUE(U_SUCCESS(status));
  constexpr double kDay = 86400000.0;
  const Date end = make_date(2100, 12, 31);
  for (Date date = make_date(1900, 1, 1); date <= end; date = add_days(date, 1)) {
    const auto ours = to_hijri(date);
    ASSERT_TRUE(ours.has_value()) << iso_date(date);
    const auto tomorrow = to_hijri(add_days(date, 1));
    if (ours->day != 1 && tomorrow && tomorrow->day != 1) continue;
    calendar->setTime(kDay * days_between(make_date(1970, 1, 1), date), status);
    const HijriDate truth{calendar->get(UCAL_YEAR, status), calendar->get(UCAL_MONTH, status) + 1,
                          calendar->get(UCAL_DATE, status)};
    ASSERT_TRUE(U_SUCCESS(status));
    ASSERT_EQ(to_hijri(date), truth) << iso_date(date);
  }
}

}  // namespace
}  // namespace isnad
