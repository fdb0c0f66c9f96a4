// SPDX-License-Identifier: Apache-2.0
// See resolve_time.h. Here: clock times, zones and parts of the day.
#include <algorithm>

#include "isnad/mention/time/resolve_time.h"
#include "isnad/mention/time/timex_value.h"

namespace isnad {
namespace {

constexpr std::string_view kNight = "TNI";  // TIMEX3 for a night

}  // namespace

void TimeResolver::apply_time_of_day(const TimeShape& shape, TimeMention& mention) const {
  if (shape.clock.said()) {
    mention.type = TimexType::kTime;
    ClockTime clock = clock_of_day(shape.clock, shape.part);
    if (shape.clock_to.said() && clock.hour > clock_of_day(shape.clock_to, shape.part).hour) {
      clock = shape.clock;  // "from half past seven to four in the afternoon"
    }
    std::string text = clock_value(clock);
    const bool utc = shape.zone != nullptr && shape.zone->role == 0 && shape.zone->a == 0 &&
                     !shape.zone_clock.said();
    if (utc) text += "Z";
    if (shape.zone != nullptr && shape.zone->role == 0) {
      int offset = static_cast<int>(shape.zone->a);
      if (shape.zone_clock.said()) {
        const auto minutes = [](const ClockTime& c) { return c.hour * 60 + std::max(c.minute, 0); };
        offset += minutes(clock) - minutes(shape.zone_clock);
        if (offset > 14 * 60) offset -= 24 * 60;
        if (offset < -12 * 60) offset += 24 * 60;
      }
      mention.utc_offset_minutes = offset;
    }
    if (shape.clock_to.said()) {
      ClockTime to = clock_of_day(shape.clock_to, shape.part);
      if (to.hour < clock.hour && to.hour + 12 < 24 && to.hour + 12 > clock.hour &&
          shape.part == nullptr && clock.hour > 12)
        to.hour += 12;
      const std::string date = mention.value;
      mention.value = date + text + "/" + date + clock_value(to);
      mention.precision = TimePrecision::kHour;
      return;
    }
    mention.value += text;
    mention.precision = clock.minute >= 0 ? TimePrecision::kMinute : TimePrecision::kHour;
    return;
  }
  if (shape.part == nullptr) return;
  mention.type = TimexType::kTime;
  const bool midnight = shape.part->text.find(':') != std::string::npos;
  if (midnight && mention.earliest && mention.precision == TimePrecision::kDay) {
    mention.latest = add_days(*mention.earliest, 1);  // the midnight that ends the day
    mention.value = iso_date(*mention.latest) + shape.part->text;
    mention.precision = TimePrecision::kHour;
    return;
  }
  if (shape.part->needs == Need::kClock) return;
  mention.value += shape.part->text;
  if (mention.precision >= TimePrecision::kDay) mention.precision = TimePrecision::kPartOfDay;
  if (shape.part->text == kNight) apply_night(shape, mention);
}

// A night has two days. "ليلة الجمعة" (the night of Friday) is the one that leads to Friday to some
// and the one after it to others, so that its days are both; "خلال الليل" (during the night), of no
// day, is the night before publication.
void TimeResolver::apply_night(const TimeShape& shape, TimeMention& mention) const {
  const bool word_of_night = shape.part->flag;  // ليلة, which takes the day it belongs to
  if (word_of_night && shape.weekday != 0 && shape.weekday_to == 0 && !shape.has_day_offset &&
      mention.earliest && mention.earliest == mention.latest) {
    mention.earliest = add_days(*mention.earliest, -1);
    return;
  }
  const bool the_night = shape.part->needs == Need::kArticle && !word_of_night;
  if (!the_night || !shape.only_time_of_day() || mention.earliest || !published_) return;
  set_range(mention, {add_days(published_->date, -1), published_->date}, TimePrecision::kPartOfDay);
  mention.anchor = TimeAnchor::kPublication;
  mention.confidence = 0.5F;
  mention.reason = "a night of no day: the one before publication";
}

}  // namespace isnad
