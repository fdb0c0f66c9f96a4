// SPDX-License-Identifier: Apache-2.0
// See resolve_time.h. Here: references, sets, anniversaries, wars, and what directions do to an
// interval. Dates of the calendar are in resolve_calendar.cpp, lengths in resolve_length.cpp, month
// doubles in resolve_double.cpp.
#include "isnad/mention/time/resolve_time.h"

#include <charconv>

#include "isnad/mention/time/timex_value.h"

namespace isnad {
namespace {

// The last of several days, "; " between, that is not after `published`; the last of all without
// it.
std::optional<Date> last_start(std::string_view days,
                               const std::optional<PublicationTime>& published) {
  std::optional<Date> found;
  while (days.size() >= 10) {
    int year = 0, month = 0, day = 0;
    std::from_chars(days.data(), days.data() + 4, year);
    std::from_chars(days.data() + 5, days.data() + 7, month);
    std::from_chars(days.data() + 8, days.data() + 10, day);
    if (is_date(year, month, day)) {
      const Date date = make_date(year, month, day);
      if (!published || date <= published->date) found = date;
    }
    const size_t next = days.find("; ");
    if (next == std::string_view::npos) break;
    days.remove_prefix(next + 2);
  }
  return found;
}

}  // namespace

TimeResolver::TimeResolver(const std::optional<PublicationTime>& published,
                           std::string_view outlet_country, const WordTable& words)
    : published_(published),
      hijri_country_(outlet_country == "SA" || outlet_country == "YE"),
      country_(outlet_country),
      words_(words) {}

void TimeResolver::set_range(TimeMention& mention, DayRange range, TimePrecision precision) {
  mention.earliest = range.first;
  mention.latest = range.last;
  mention.precision = precision;
}

void TimeResolver::unresolved_without_publication(TimeMention& mention) {
  ++unresolved_;
  mention.anchor = TimeAnchor::kPublication;
  mention.confidence = 0;
  if (mention.reason.empty()) mention.reason = "no publication date";
}

void TimeResolver::consider(const TimeShape& shape, const TimeSurroundings& around) {
  if (shape.anniversary && shape.anniversary_number > 0)
    anniversaries_.push_back(shape.anniversary_number);
  if (shape.other_month == 0) return;
  decisions_.push_back(decide_double(shape, around));
}

TimeMention TimeResolver::resolve(const TimeShape& shape, const TimeSurroundings& around,
                                  std::vector<TimeFault>& faults) {
  TimeMention mention;
  mention.direction = shape.direction;
  if (shape.reference != nullptr) {
    resolve_reference(shape, mention);
  } else if (shape.set != nullptr || shape.every || shape.use == LengthUse::kEvery) {
    resolve_set(shape, mention);
  } else if (shape.event != nullptr || shape.some_event) {
    resolve_event(shape, mention);
  } else if (shape.anniversary) {
    resolve_anniversary(shape, mention);
  } else if (shape.ordinal_number != 0) {
    resolve_ordinal_day(shape, mention);
  } else if (shape.use != LengthUse::kNone) {
    resolve_length(shape, around, mention);
  } else {
    resolve_calendar(shape, around, mention, faults);
  }
  // "until yesterday" of a day not yet come, and the like: an interval is never upside down
  if (mention.earliest && mention.latest && *mention.latest < *mention.earliest) {
    mention.latest = mention.earliest;
  }
  if (mention.mod.empty()) mention.mod = edge_mod(shape.edge);
  if (mention.mod.empty()) mention.mod = bound_mod(shape.bound);
  return mention;
}

TimeMention TimeResolver::resolve_range(const TimeShape& from, const TimeShape& to,
                                        const TimeSurroundings& around,
                                        std::vector<TimeFault>& faults) {
  TimeShape first = from;
  if (first.date.year < 0 && first.date.month != 0 && to.date.year >= 0 && !first.has_relation()) {
    first.date.year = to.date.year;
    const bool wraps =
        first.date.month > to.date.month && to.date.month != 0;  // December to January
    if (wraps) --first.date.year;
  }
  if (first.only_time_of_day() && first.clock.said() && !to.only_time_of_day()) {
    const ClockTime clock = first.clock;
    const Word* part = first.part != nullptr ? first.part : to.part;
    first = to;
    first.clock = clock;
    first.part = part;
  }
  TimeShape last = to;
  if (first.clock.said() && last.clock.said()) {
    if (last.part == nullptr) last.part = first.part;
    const bool shared = first.part == nullptr && last.part != nullptr;
    if (shared &&
        clock_of_day(first.clock, last.part).hour <= clock_of_day(last.clock, last.part).hour) {
      first.part = last.part;
    }
  }
  const TimeMention a = resolve(first, around, faults);
  TimeShape second = last;
  if (second.date.year < 0 && second.date.month != 0 && a.earliest && !second.has_relation() &&
      second.month_relation == Relation::kNone) {
    second.date.year = year_of(*a.earliest) + (second.date.month < month_of(*a.earliest) ? 1 : 0);
  }
  TimeMention b = resolve(second, around, faults);
  if (a.latest && b.latest && to.weekday != 0 && to.date.empty() && *b.latest < *a.latest) {
    b.earliest = b.earliest ? std::optional<Date>(add_days(*b.earliest, 7)) : b.earliest;
    b.latest = add_days(*b.latest, 7);
    b.value = iso_date(*b.latest);
  }
  TimeMention mention = b;
  mention.type = TimexType::kDate;
  mention.value = a.value.empty() || b.value.empty() ? std::string{} : a.value + "/" + b.value;
  mention.earliest = a.earliest;
  mention.latest = b.latest;
  if (mention.earliest && mention.latest && *mention.latest < *mention.earliest)
    mention.latest = mention.earliest;
  const bool one_day = a.earliest && b.latest && *a.earliest == *b.latest;
  mention.precision = one_day ? b.precision : TimePrecision::kInterval;
  mention.anchor = a.anchor != TimeAnchor::kNone ? a.anchor : b.anchor;
  mention.mod.clear();
  if (mention.reason.empty()) mention.reason = a.reason;
  return mention;
}

void TimeResolver::resolve_reference(const TimeShape& shape, TimeMention& mention) {
  static constexpr TimeAnchor kAnchors[] = {TimeAnchor::kPublication, TimeAnchor::kLastDate,
                                            TimeAnchor::kEvent};
  mention.value = shape.reference->text;
  mention.anchor = kAnchors[shape.reference->role % 3];
  mention.precision = TimePrecision::kUnknown;
  const bool past = mention.value == "PAST_REF";
  const bool future = mention.value == "FUTURE_REF";
  mention.direction = past     ? TimeDirection::kPast
                      : future ? TimeDirection::kFuture
                               : TimeDirection::kPresent;
  if (mention.anchor == TimeAnchor::kLastDate) {
    if (last_) set_range(mention, {*last_, *last_}, TimePrecision::kUnknown);
    return;
  }
  if (!published_ || mention.anchor == TimeAnchor::kEvent) return;
  if (past) {
    mention.latest = published_->date;
  } else if (future) {
    mention.earliest = published_->date;
  } else {
    set_range(mention, {published_->date, published_->date}, TimePrecision::kDay);
  }
}

void TimeResolver::resolve_set(const TimeShape& shape, TimeMention& mention) const {
  mention.type = TimexType::kSet;
  mention.precision = TimePrecision::kUnknown;
  if (shape.set != nullptr) {
    mention.value = shape.set->text;
  } else if (shape.weekday != 0) {
    mention.value = "XXXX-WXX-" + std::to_string(shape.weekday);
    if (shape.clock.said())
      mention.value += clock_value(clock_of_day(shape.clock, shape.part));
    else if (shape.part != nullptr)
      mention.value += shape.part->text;
  } else if (shape.clock.said() && shape.use != LengthUse::kEvery) {
    mention.value = "XXXX-XX-XX" + clock_value(clock_of_day(shape.clock, shape.part));
  } else if (shape.part != nullptr) {
    mention.value = "XXXX-XX-XX" + shape.part->text;
  } else {
    mention.value = length_value(shape.length);
    if (shape.clock.said())
      mention.value = "XXXX-XX-XX" + clock_value(clock_of_day(shape.clock, shape.part));
  }
  mention.mod = "EACH";
}

void TimeResolver::resolve_event(const TimeShape& shape, TimeMention& mention) {
  mention.anchor = TimeAnchor::kEvent;
  mention.precision = TimePrecision::kInterval;
  if (published_) mention.latest = published_->date;
  if (shape.event == nullptr) {
    mention.reason = "the event's own time is not said here";
    return;
  }
  const auto start = last_start(shape.event->text, published_);
  if (!start) return;
  mention.value = iso_date(*start);
  mention.reason = "first day of a known event";
  if (shape.side < 0) {
    mention.earliest.reset();
    mention.latest = *start;
    mention.mod = "BEFORE";
  } else {
    mention.earliest = *start;
    if (shape.side > 0) mention.mod = "AFTER";
  }
}

// The anniversary is near the day of writing; what it recalls lies that many years before.
void TimeResolver::resolve_anniversary(const TimeShape& shape, TimeMention& mention) {
  mention.anniversary = true;
  mention.anniversary_years = shape.anniversary_number;
  mention.anchor = TimeAnchor::kPublication;
  mention.direction = TimeDirection::kPresent;
  if (!published_) {
    unresolved_without_publication(mention);
    return;
  }
  mention.value = iso_date(published_->date);
  mention.mod = "APPROX";
  set_range(mention, {published_->date, published_->date}, TimePrecision::kDay);
  mention.confidence = 0.5F;
  mention.reason = "an anniversary is spoken of about its day";
}

void TimeResolver::resolve_ordinal_day(const TimeShape& shape, TimeMention& mention) {
  if (!shape.ordinal_day) {  // "the second day", of something
    mention.type = TimexType::kDuration;
    Length one;
    one.count[static_cast<size_t>(shape.length.unit)] = 1;
    mention.value = length_value(one);
    mention.anchor = TimeAnchor::kEvent;
    mention.precision = TimePrecision::kUnknown;
    return;
  }
  mention.anchor = TimeAnchor::kPublication;
  mention.direction = TimeDirection::kPresent;
  if (!published_) {
    unresolved_without_publication(mention);
    return;
  }
  Length before;
  before.count[static_cast<size_t>(shape.length.unit)] = shape.ordinal_number - 1;
  const Date begin = shift(published_->date, length_parts(before), -1);
  mention.reason = "counted from " + iso_date(begin);
  if (shape.length.unit == Unit::kDay) {
    mention.value = iso_date(published_->date);
    set_range(mention, {published_->date, published_->date}, TimePrecision::kDay);
  } else {
    mention.type = TimexType::kDuration;
    mention.value = length_value(before);
    set_range(mention, {begin, published_->date}, TimePrecision::kInterval);
  }
}

// What since, until, before and after do to the days of what they stand before.
void TimeResolver::apply_direction(const TimeShape& shape, const TimeSurroundings& around,
                                   TimeMention& mention) const {
  if (shape.direction == TimeDirection::kSince && mention.earliest) {
    const bool ahead = published_ && *mention.earliest > published_->date;
    mention.latest.reset();
    if (published_ && !ahead) mention.latest = published_->date;
    mention.precision = TimePrecision::kInterval;
  } else if (shape.direction == TimeDirection::kUntil && mention.latest) {
    mention.earliest.reset();
    if (around.tense == Tense::kFuture && published_) mention.earliest = published_->date;
    mention.precision = TimePrecision::kInterval;
  } else if (shape.side != 0) {
    mention.mod = shape.side < 0 ? "BEFORE" : "AFTER";
    const bool within_day = shape.clock.said() || shape.part != nullptr;
    if (within_day) return;
    if (shape.side < 0) {
      mention.latest = mention.earliest;
      mention.earliest.reset();
    } else {
      mention.earliest = mention.latest;
      mention.latest.reset();
      if (published_ && around.tense != Tense::kFuture && mention.earliest &&
          *mention.earliest <= published_->date) {
        mention.latest = published_->date;
      }
    }
    mention.precision = TimePrecision::kInterval;
  }
}

}  // namespace isnad
