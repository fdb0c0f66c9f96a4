// SPDX-License-Identifier: Apache-2.0
// See resolve_time.h. Here: lengths of time, and the days they lead to ("two days ago", "the last
// three weeks").
#include "isnad/mention/time/resolve_time.h"
#include "isnad/mention/time/timex_value.h"

namespace isnad {
namespace {

constexpr int kRecentDays = 7;  // "recent days": a week up to publication (codebook, field 20)
constexpr int kRecentWeeks = 35;
constexpr int kRecentMonths = 12;

// The length in days with that sign, where it is whole days.
std::optional<int> whole_days(const Length& length, int sign) {
  const LengthParts parts = length_parts(length);
  if (length.vague || parts.months != 0 || parts.minutes != 0 || parts.days == 0)
    return std::nullopt;
  return sign * parts.days;
}

}  // namespace

void TimeResolver::resolve_length(const TimeShape& shape, const TimeSurroundings& around,
                                  TimeMention& mention) {
  switch (shape.use) {
    case LengthUse::kAgo:
    case LengthUse::kSince:
    case LengthUse::kAfter:
      resolve_offset(shape, around, mention);
      return;
    case LengthUse::kRecent:
    case LengthUse::kComing:
      resolve_recent(shape, mention);
      return;
    default:
      break;
  }
  mention.type = TimexType::kDuration;
  mention.value = length_value(shape.length);
  mention.precision = TimePrecision::kUnknown;
  if (shape.use == LengthUse::kBefore) mention.days_from_event = whole_days(shape.length, -1);
  if (shape.use == LengthUse::kWithin && around.tense == Tense::kFuture && published_ &&
      !shape.length.vague) {
    mention.anchor = TimeAnchor::kPublication;
    mention.direction = TimeDirection::kFuture;
    const LengthParts parts = length_parts(shape.length);
    const int extra = (parts.minutes + 1439) / 1440;
    set_range(mention, {published_->date, add_days(shift(published_->date, parts, 1), extra)},
              TimePrecision::kInterval);
  }
}

// "two days ago", "after two weeks": a day, month or year as fine as the unit said.
void TimeResolver::resolve_offset(const TimeShape& shape, const TimeSurroundings& around,
                                  TimeMention& mention) {
  const bool back = shape.use != LengthUse::kAfter;
  mention.direction = back ? TimeDirection::kPast : TimeDirection::kFuture;
  if (shape.from_event) mention.direction = TimeDirection::kUnstated;
  std::optional<Date> base;
  if (shape.from_event) {
    mention.anchor = TimeAnchor::kEvent;
  } else if (shape.from_then || (!back && around.tense != Tense::kFuture)) {
    mention.anchor = last_ ? TimeAnchor::kLastDate : TimeAnchor::kEvent;
    base = last_;
    if (!back) mention.direction = TimeDirection::kUnstated;
    if (!shape.from_then) mention.confidence = 0.5F;
  } else {
    mention.anchor = TimeAnchor::kPublication;
    if (published_) base = published_->date;
  }
  if (!base) {
    if (mention.anchor == TimeAnchor::kPublication) {
      unresolved_without_publication(mention);
    } else {
      mention.reason = "counted from another event";
    }
    if (mention.anchor == TimeAnchor::kEvent) {
      mention.type = TimexType::kDuration;
      mention.value = length_value(shape.length);
      mention.days_from_event = whole_days(shape.length, back ? -1 : 1);
    }
    return;
  }
  const Length& length = shape.length;
  const int sign = back ? -1 : 1;
  if (length.vague) {
    mention.value = back ? "PAST_REF" : "FUTURE_REF";
    mention.precision = TimePrecision::kInterval;
    const int days = length.unit <= Unit::kHour    ? 1
                     : length.unit <= Unit::kNight ? kRecentDays
                                                   : kRecentWeeks;
    std::optional<Date> far;
    if (length.unit <= Unit::kWeek) far = add_days(*base, sign * days);
    if (length.unit == Unit::kMonth) far = add_months(*base, sign * kRecentMonths);
    if (length.unit <= Unit::kHour) {
      mention.value = iso_date(*base);
      mention.mod = "APPROX";
      mention.precision = TimePrecision::kDay;
      far = *base;
    }
    mention.earliest = back ? far : base;
    mention.latest = back ? base : far;
    return;
  }
  const LengthParts parts = length_parts(length);
  const Date day = shift(*base, parts, sign);
  const bool months_only = parts.months != 0 && parts.days == 0 && parts.minutes == 0;
  const bool years_only = months_only && parts.months % 12 == 0 && length.unit >= Unit::kYear;
  if (years_only) {
    mention.value = year_value(year_of(day));
    set_range(mention, year_range(year_of(day)), TimePrecision::kYear);
  } else if (months_only) {
    mention.value = month_value(year_of(day), month_of(day));
    set_range(mention, month_range(year_of(day), month_of(day)), TimePrecision::kMonth);
  } else if (parts.minutes != 0) {
    int minute = 0;
    Date then = day;
    const bool known =
        published_ && published_->minute_of_day && mention.anchor == TimeAnchor::kPublication;
    if (known) {
      minute = *published_->minute_of_day + sign * parts.minutes;
      const int days = minute >= 0 ? minute / 1440 : -((1439 - minute) / 1440);
      then = add_days(day, days);
      minute -= days * 1440;
      mention.type = TimexType::kTime;
      const bool minutes =
          length.unit == Unit::kMinute || length.tenths != 0 || parts.minutes % 60 != 0;
      mention.value = iso_date(then) + clock_value({minute / 60, minute % 60, -1});
      set_range(mention, {then, then}, minutes ? TimePrecision::kMinute : TimePrecision::kHour);
    } else {
      const int days = parts.minutes / 1440;
      then = add_days(day, sign * days);
      mention.value = iso_date(then);
      set_range(mention, {then, then}, TimePrecision::kDay);
      mention.confidence = 0.7F;
    }
  } else {
    mention.value = iso_date(day);
    set_range(mention, {day, day}, TimePrecision::kDay);
  }
  if (shape.use == LengthUse::kSince && around.tense == Tense::kPresent) {
    mention.direction = TimeDirection::kSince;  // still going on
    mention.latest = *base;
    mention.precision = TimePrecision::kInterval;
  }
}

// "the last three days": the length, with its end at the day of writing.
void TimeResolver::resolve_recent(const TimeShape& shape, TimeMention& mention) {
  const bool back = shape.use == LengthUse::kRecent;
  mention.type = TimexType::kDuration;
  mention.value = length_value(shape.length);
  mention.direction = back ? TimeDirection::kPast : TimeDirection::kFuture;
  mention.anchor = shape.from_then ? TimeAnchor::kEvent : TimeAnchor::kPublication;
  if (shape.from_then) return;
  if (!published_) {
    unresolved_without_publication(mention);
    return;
  }
  const Date today = published_->date;
  const int sign = back ? -1 : 1;
  mention.precision = TimePrecision::kInterval;
  std::optional<Date> far;
  if (shape.length.vague) {
    if (shape.length.unit <= Unit::kHour)
      far = add_days(today, sign);
    else if (shape.length.unit <= Unit::kNight)
      far = add_days(today, sign * kRecentDays);
    else if (shape.length.unit == Unit::kWeek)
      far = add_days(today, sign * kRecentWeeks);
    else if (shape.length.unit == Unit::kMonth)
      far = add_months(today, sign * kRecentMonths);
  } else {
    const LengthParts parts = length_parts(shape.length);
    far = add_days(shift(today, parts, sign), sign * ((parts.minutes + 1439) / 1440));
  }
  mention.earliest = back ? far : std::optional<Date>(today);
  mention.latest = back ? std::optional<Date>(today) : far;
}

}  // namespace isnad
