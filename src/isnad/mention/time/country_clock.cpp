// SPDX-License-Identifier: Apache-2.0
// Countries by binary search, then the last change of their clocks before the instant.
#include "isnad/mention/time/country_clock.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <span>

namespace isnad {
namespace {

// From `minute` (since 1970, UTC) on, clocks are `offset` minutes ahead of UTC.
struct ClockChange {
  int32_t minute;
  int16_t offset;
};

struct CountryRow {
  const char* alpha2;
  const char* alpha3;
  uint16_t first, count;  // of kChanges
};

#include "isnad/mention/time/country_clocks.inc"

}  // namespace

std::string_view alpha2_of(std::string_view alpha3) {
  const auto* row = std::find_if(std::begin(kCountries), std::end(kCountries),
                                 [&](const CountryRow& c) { return c.alpha3 == alpha3; });
  return row == std::end(kCountries) ? std::string_view() : std::string_view(row->alpha2);
}

std::optional<int> clock_offset(std::string_view country,
                                std::chrono::sys_time<std::chrono::minutes> instant) {
  const auto* row = std::lower_bound(
      std::begin(kCountries), std::end(kCountries), country,
      [](const CountryRow& c, std::string_view wanted) { return c.alpha2 < wanted; });
  if (row == std::end(kCountries) || row->alpha2 != country) return std::nullopt;
  const auto changes = std::span(kChanges).subspan(row->first, row->count);
  const auto after =
      std::upper_bound(changes.begin(), changes.end(), instant.time_since_epoch().count(),
                       [](auto minute, const ClockChange& c) { return minute < c.minute; });
  return (after == changes.begin() ? after : std::prev(after))->offset;
}

PublicationTime as_told_in(std::string_view country, PublicationTime published) {
  using std::chrono::minutes;
  if (!published.minute_of_day || !published.utc_offset_minutes) return published;
  const auto instant = std::chrono::sys_days(published.date) + minutes(*published.minute_of_day) -
                       minutes(*published.utc_offset_minutes);
  const auto offset = clock_offset(country, instant);
  if (!offset) return published;
  const auto there = instant + minutes(*offset);
  const auto day = std::chrono::floor<std::chrono::days>(there);
  published.date = day;
  published.minute_of_day = static_cast<int>((there - day).count());
  published.utc_offset_minutes = *offset;
  return published;
}

}  // namespace isnad
