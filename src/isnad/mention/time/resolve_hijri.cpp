// SPDX-License-Identifier: Apache-2.0
// See resolve_time.h. Here: Hijri dates and holidays.
#include <algorithm>
#include <cstdlib>

#include "isnad/mention/time/hijri.h"
#include "isnad/mention/time/relation_offset.h"
#include "isnad/mention/time/resolve_time.h"
#include "isnad/mention/time/timex_value.h"

namespace isnad {

bool TimeResolver::is_hijri_year(const TimeShape& shape) const {
  const int year = shape.date.year;
  if (shape.date.era == Era::kGregorian || year < 1300 || year > 1530) return false;
  return shape.date.era == Era::kHijri || hijri_country_;
}

// Hijri dates and holidays; a Gregorian date beside them is trusted.
void TimeResolver::resolve_hijri(const TimeShape& shape, const TimeSurroundings& around,
                                 TimeMention& mention, std::vector<TimeFault>& faults) {
  CalendarFields date = shape.date;
  CalendarFields other = shape.other_date;
  const bool swapped = !date.hijri && !other.empty() && other.hijri;
  if (shape.holiday != nullptr) {
    date.month = static_cast<int>(shape.holiday->a);
    date.day = static_cast<int>(shape.holiday->b);
    date.hijri = shape.holiday->role == 1;
    if (date.hijri &&
        date.year > 1600) {  // a feast of a Gregorian year: the Hijri year it falls in
      const auto in_year = to_hijri(make_date(date.year, 1, 1));
      date.year = in_year ? in_year->year : -1;
      const auto day =
          date.year > 0 ? to_gregorian({date.year, date.month, date.day}) : std::nullopt;
      if (day && year_of(*day) < shape.date.year) ++date.year;
    }
  }
  if (!date.hijri && !is_hijri_year(shape)) {  // a holiday of the Gregorian year
    TimeShape plain = shape;
    plain.holiday = nullptr;
    plain.date = date;
    plain.date.hijri = false;
    resolve_month(plain, around, mention, faults);
    return;
  }
  date.hijri = true;
  if (swapped) std::swap(date, other);
  if (date.year > 1600 && date.month != 0) {  // "Muharram 2001"
    const auto in_year = to_hijri(make_date(date.year, 6, 30));
    date.year = in_year ? in_year->year : -1;
  }
  int year = date.year;
  if (year < 0) {
    mention.anchor = TimeAnchor::kPublication;
    const auto today = published_ ? to_hijri(published_->date) : std::nullopt;
    if (!today) {
      if (other.empty()) unresolved_without_publication(mention);
    } else {
      year = today->year;
      const bool later = date.month > today->month ||
                         (date.month == today->month && date.day > today->day && date.day != 0);
      const bool earlier = date.month < today->month ||
                           (date.month == today->month && date.day < today->day && date.day != 0);
      const bool next = shape.month_relation == Relation::kNext || around.tense == Tense::kFuture;
      const bool month_later = date.month > today->month;
      if (next && earlier) ++year;
      if (!next && (date.day != 0 ? later : month_later)) {
        const auto coming = to_gregorian({year, date.month, std::max(date.day, 1)});
        const bool soon = coming && published_ &&
                          days_between(published_->date, *coming) <= kSoonDays &&
                          around.tense != Tense::kPast;
        if (!soon) --year;
      }
      if (shape.month_relation == Relation::kLast && date.month == today->month && date.day == 0)
        --year;
      if (shape.relation_of(Unit::kYear) != Relation::kNone) {
        year = today->year + relation_offset(shape.relation_of(Unit::kYear));
      }
    }
  }
  std::optional<DayRange> range;
  if (year > 0 && date.day != 0) {
    const auto day = to_gregorian({year, date.month, date.day});
    if (day) range = DayRange{*day, *day};
    const int length = shape.holiday != nullptr ? static_cast<int>(shape.holiday->c) : 1;
    if (range && length > 1) range->last = add_days(range->last, length - 1);
  } else if (year > 0) {
    range = hijri_range(year, date.month);
  }
  const TimePrecision precision = date.day != 0     ? TimePrecision::kDay
                                  : date.month != 0 ? TimePrecision::kMonth
                                                    : TimePrecision::kYear;
  mention.reason = "Hijri, by Umm al-Qura";
  if (!other.empty() && other.month != 0 && other.day != 0) {
    TimeShape gregorian;
    gregorian.date = other;
    gregorian.weekday = shape.weekday;
    TimeMention plain;
    resolve_month(gregorian, around, plain, faults);
    if (plain.earliest) {
      if (range && std::abs(days_between(range->first, *plain.earliest)) > 1) {
        faults.push_back({"hijri-date-disagree", "the Hijri date is " + iso_date(range->first) +
                                                     ", the other is " + plain.value});
        plain.confidence = 0.6F;
      }
      plain.reason = "the Gregorian date is trusted beside the Hijri one";
      plain.direction = mention.direction;
      mention = plain;
      return;
    }
  }
  if (!range) return;
  if (precision == TimePrecision::kDay && shape.weekday != 0 &&
      weekday_of(range->first) != shape.weekday) {
    // The moon may be sighted a day apart from the calendar: the weekday decides.
    for (const int off : {-1, 1}) {
      const Date near = add_days(range->first, off);
      if (weekday_of(near) == shape.weekday) {
        range = DayRange{near, near};
        mention.reason += ", moved by a day to fit the weekday";
        break;
      }
    }
    check_weekday(shape, range->first, mention, faults);
  }
  mention.value = range->first == range->last
                      ? iso_date(range->first)
                      : iso_date(range->first) + "/" + iso_date(range->last);
  set_range(mention, *range, precision);
}

}  // namespace isnad
