// SPDX-License-Identifier: Apache-2.0
// A newspaper tells in the morning what happened "yesterday" and says so once: the first recent day
// it names holds for what follows without one.
#include "isnad/claim/date_undated.h"

namespace isnad {
namespace {

constexpr std::chrono::days kRecent{7};

// A single day of the week before publication, or a night of two; the day of a statement too, which
// brackets what it tells.
bool is_recent(const EventTime& time, const Date& published) {
  if (!time.earliest || !time.latest) return false;
  const bool night =
      (time.precision == TimePrecision::kPartOfDay || time.precision == TimePrecision::kUnknown) &&
      std::chrono::sys_days(*time.latest) - std::chrono::sys_days(*time.earliest) <=
          std::chrono::days(1);
  if (time.earliest != time.latest && !night) return false;
  const auto age = std::chrono::sys_days(published) - std::chrono::sys_days(*time.latest);
  return age >= std::chrono::days(0) && age <= kRecent;
}

struct Days {
  Date first, last;
};

Days days_told(std::span<const Claim> claims, const Date& published) {
  for (const auto& claim : claims) {
    const auto& event = claim.event;
    if (!event.background && event.time && is_recent(*event.time, published))
      return {*event.time->earliest, *event.time->latest};
  }
  return {published, published};
}

}  // namespace

void date_undated(std::span<Claim> claims, const Report& report) {
  if (!report.published) return;
  const Days days = days_told(claims, report.published->date);
  const EventTime unstated{{}, false, {}, days.first, days.last, TimePrecision::kUnknown};
  for (auto& claim : claims) {
    auto& time = claim.event.time;
    if (claim.event.background) continue;
    if (!time) {
      time = unstated;
    } else if (time->stated && !time->earliest && !time->latest) {  // "lasted seven days"
      time->earliest = days.first;
      time->latest = days.last;
    }
  }
}

}  // namespace isnad
