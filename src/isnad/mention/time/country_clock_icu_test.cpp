// SPDX-License-Identifier: Apache-2.0
// Clocks against ICU's own time zones, every six hours of 2000-2020: later rules differ between the
// versions of the database that the two were made from.
#include <gtest/gtest.h>
#include <unicode/timezone.h>

#include <memory>

#include "isnad/mention/time/country_clock.h"

namespace isnad {
namespace {

struct CountryZone {
  const char* country;
  const char* zone;
};

TEST(ClocksAgainstIcu, AgreeFrom2000To2020) {
  constexpr CountryZone kZones[] = {
      {"AE", "Asia/Dubai"},       {"DZ", "Africa/Algiers"},    {"EG", "Africa/Cairo"},
      {"GB", "Europe/London"},    {"IL", "Asia/Jerusalem"},    {"IQ", "Asia/Baghdad"},
      {"IR", "Asia/Tehran"},      {"JO", "Asia/Amman"},        {"LB", "Asia/Beirut"},
      {"LY", "Africa/Tripoli"},   {"MA", "Africa/Casablanca"}, {"PS", "Asia/Hebron"},
      {"QA", "Asia/Qatar"},       {"SA", "Asia/Riyadh"},       {"SD", "Africa/Khartoum"},
      {"SY", "Asia/Damascus"},    {"TN", "Africa/Tunis"},      {"TR", "Europe/Istanbul"},
      {"US", "America/New_York"}, {"YE", "Asia/Aden"}};
  using std::chrono::hours, std::chrono::minutes, std::chrono::year;
  const std::chrono::sys_time<minutes> end = std::chrono::sys_days(year(2021) / 1 / 1);
  for (const auto& [country, name] : kZones) {
    const std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(name));
    for (std::chrono::sys_time<minutes> at = std::chrono::sys_days(year(2000) / 1 / 1); at < end;
         at += hours(6)) {
      int32_t raw = 0, summer = 0;
      UErrorCode status = U_ZERO_ERROR;
      zone->getOffset(60000.0 * static_cast<double>(at.time_since_epoch().count()), 0, raw, summer,
                      status);
      ASSERT_TRUE(U_SUCCESS(status));
      ASSERT_EQ(clock_offset(country, at), (raw + summer) / 60000)
          << country << ", minute " << at.time_since_epoch().count();
    }
  }
}

}  // namespace
}  // namespace isnad
