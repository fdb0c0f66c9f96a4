// SPDX-License-Identifier: Apache-2.0
// A time expression of the text with its TIMEX3 value and the days that bracket it.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "isnad/base/span.h"

namespace isnad {

using Date = std::chrono::year_month_day;

enum class TimexType : uint8_t { kDate, kTime, kDuration, kSet };
enum class TimePrecision : uint8_t {
  kMinute,
  kHour,
  kPartOfDay,
  kDay,
  kWeek,
  kMonth,
  kSeason,
  kYear,
  kInterval,
  kUnknown,
};
// What the value hangs on.
enum class TimeAnchor : uint8_t {
  kNone,         // the expression says it all
  kPublication,  // relative to the time of publication
  kLastDate,     // relative to the last explicit date of the text
  kEvent,        // relative to another event ("two days after the attack")
};
// Where the expression points, seen from its anchor, as far as its own words say.
enum class TimeDirection : uint8_t { kUnstated, kPast, kPresent, kFuture, kSince, kUntil };

struct TimeMention {
  TokenSpan tokens;
  TimexType type = TimexType::kDate;
  std::string value;  // TIMEX3: 2024-01-16T07:30, 2022-01, P7D, PAST_REF; empty when unresolved
  std::string mod;    // TIMEX3 mod: START, MID, END, APPROX, …; mostly empty
  std::optional<Date> earliest, latest;  // empty = open or unresolved
  TimePrecision precision = TimePrecision::kUnknown;
  TimeAnchor anchor = TimeAnchor::kNone;
  TimeDirection direction = TimeDirection::kUnstated;
  bool anniversary = false;   // "the second anniversary of …": the day recalled, not the day told
  int anniversary_years = 0;  // which anniversary, 0 = not said
  // "two days after the attack": +2 from the attack to what is told, where the attack's own day is
  // not resolved here; "two days before": -2. Only whole days and weeks.
  std::optional<int> days_from_event;
  // Minutes ahead of UTC of the clock time, where the text says so (بتوقيت غرينتش, "14,30 (12,30
  // GMT)").
  std::optional<int> utc_offset_minutes;
  float confidence = 1;  // 0…1 that the value is right, lower where a choice was made
  std::string
      reason;  // why this value, where a choice was made (month doubles, weekday against date)
};

}  // namespace isnad
