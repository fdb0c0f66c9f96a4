// SPDX-License-Identifier: Apache-2.0
// See resolve_time.h. Here: seasons, quarters, halves, weeks, units with a relation (last month),
// decades and centuries.
#include <algorithm>

#include "isnad/mention/time/relation_offset.h"
#include "isnad/mention/time/resolve_time.h"
#include "isnad/mention/time/timex_value.h"

namespace isnad {

// Seasons, quarters, halves, numbered weeks and weekdays of a month or year.
void TimeResolver::resolve_part_of_year(const TimeShape& shape, const TimeSurroundings& around,
                                        TimeMention& mention) {
  TimeShape said = shape;
  static constexpr int kSeasonMonth[] = {3, 6, 9, 12};
  static constexpr const char* kSeasonCode[] = {"SP", "SU", "FA", "WI"};
  const Relation by_month = shape.relation_of(Unit::kMonth);
  int month = shape.date.month;
  if (shape.season >= 0) month = kSeasonMonth[shape.season];
  std::optional<int> year;
  if (by_month != Relation::kNone) {
    const auto base = base_of(by_month, mention);
    if (!base) return;
    const Date at =
        add_months(make_date(year_of(*base), month_of(*base), 1), relation_offset(by_month));
    month = month_of(at);
    year = year_of(at);
  } else if (shape.weekday_number != 0 && month == 0 && shape.date.year < 0 && published_) {
    mention.anchor = TimeAnchor::kPublication;
    month = month_of(published_->date);
    year = year_of(published_->date);
  } else {
    said.date.day = 0;
    year = year_for(said, month == 0 ? 1 : month, around, mention);
  }
  if (!year) {
    unresolved_without_publication(mention);
    if (shape.season >= 0) mention.value = std::string("XXXX-") + kSeasonCode[shape.season];
    mention.precision = TimePrecision::kSeason;
    return;
  }
  mention.precision = TimePrecision::kSeason;
  if (shape.season >= 0) {
    mention.value = year_value(*year) + "-" + kSeasonCode[shape.season];
    const Date first = make_date(*year, month, 1);
    set_range(mention, {first, add_days(add_months(first, 3), -1)}, TimePrecision::kSeason);
    if (shape.season == 3)
      mention.earliest = make_date(*year, 1, 1);  // either end of the year may be meant
  } else if (shape.quarter != 0) {
    mention.value = year_value(*year) + "-Q" + std::to_string(shape.quarter);
    const Date first = make_date(*year, 3 * shape.quarter - 2, 1);
    set_range(mention, {first, add_days(add_months(first, 3), -1)}, TimePrecision::kSeason);
  } else if (shape.half != 0) {
    mention.value = year_value(*year) + "-H" + std::to_string(shape.half);
    const Date first = make_date(*year, shape.half == 1 ? 1 : 7, 1);
    set_range(mention, {first, add_days(add_months(first, 6), -1)}, TimePrecision::kSeason);
    if (month != 0) {  // half of a month
      const DayRange whole = month_range(*year, month);
      const Date middle = make_date(*year, month, 15);
      const DayRange half = shape.half == 1 ? DayRange{whole.first, middle}
                                            : DayRange{add_days(middle, 1), whole.last};
      mention.value = month_value(*year, month);
      mention.mod = shape.half == 1 ? "START" : "END";
      set_range(mention, half, TimePrecision::kInterval);
    }
  } else {
    const DayRange whole = month == 0 ? year_range(*year) : month_range(*year, month);
    if (shape.weekday_number != 0) {
      const int ahead = (shape.weekday - weekday_of(whole.first) + 7) % 7;
      Date day = add_days(whole.first, ahead + 7 * (std::max(shape.weekday_number, 1) - 1));
      if (shape.weekday_number < 0)
        day = add_days(whole.last, -((weekday_of(whole.last) - shape.weekday + 7) % 7));
      mention.value = iso_date(day);
      set_range(mention, {day, day}, TimePrecision::kDay);
      return;
    }
    const int number = shape.week_number;
    const Date first =
        number > 0 ? add_days(whole.first, 7 * (number - 1)) : add_days(whole.last, -6);
    const Date last = std::min(add_days(first, 6), whole.last);
    mention.value = iso_date(first) + "/" + iso_date(last);
    set_range(mention, {first, last}, TimePrecision::kWeek);
  }
}

void TimeResolver::resolve_week(const TimeShape& shape, TimeMention& mention) {
  const Relation relation = shape.relation_of(Unit::kWeek);
  const auto base = base_of(relation, mention);
  if (!base) return;
  const DayRange week = week_range(add_days(*base, 7 * relation_offset(relation)));
  mention.value = week_value(week.first);
  set_range(mention, week, TimePrecision::kWeek);
  if (shape.edge == Edge::kEnd && relation == Relation::kThis) {  // the week-end
    mention.value += "-WE";
    mention.earliest = add_days(week.first, 4);
  }
}

void TimeResolver::resolve_unit(const TimeShape& shape, TimeMention& mention) {
  const Relation by_month = shape.relation_of(Unit::kMonth);
  const Relation relation = by_month != Relation::kNone ? by_month : shape.relation_of(Unit::kYear);
  const auto base = base_of(relation, mention);
  if (!base) return;
  const int offset = relation_offset(relation);
  if (by_month != Relation::kNone) {
    const Date month = add_months(make_date(year_of(*base), month_of(*base), 1), offset);
    mention.value = month_value(year_of(month), month_of(month));
    set_range(mention, month_range(year_of(month), month_of(month)), TimePrecision::kMonth);
  } else {
    mention.value = year_value(year_of(*base) + offset);
    set_range(mention, year_range(year_of(*base) + offset), TimePrecision::kYear);
  }
}

void TimeResolver::resolve_long_period(const TimeShape& shape, TimeMention& mention) {
  mention.precision = TimePrecision::kInterval;
  if (shape.date.year < -1) {  // before Christ
    const int year = -shape.date.year - 2;
    mention.value = "BC" + year_value(year);
    return;
  }
  if (shape.date.era == Era::kBeforeChrist && shape.century > 0) {
    mention.value =
        "BC" + std::string(shape.century <= 10 ? "0" : "") + std::to_string(shape.century - 1);
    return;
  }
  const auto today = published_ ? published_->date : make_date(2000, 6, 30);
  int century = shape.century - 1;
  const Relation by_century = shape.relation_of(Unit::kCentury);
  if (by_century != Relation::kNone) {
    mention.anchor = TimeAnchor::kPublication;
    century = year_of(today) / 100 + relation_offset(by_century);
    if (!published_)
      mention.reason = "no publication date: the turn of the century is taken as now";
  }
  const Relation by_decade = shape.relation_of(Unit::kDecade);
  if (shape.decade >= 0) {
    if (century < 0) {  // the seventies: the last ones that are over
      century = year_of(today) / 100;
      if (century * 100 + shape.decade + 9 > year_of(today)) --century;
    }
    const int first = century * 100 + shape.decade;
    mention.value = std::to_string(first / 10);
    set_range(mention, {make_date(first, 1, 1), make_date(first + 9, 12, 31)},
              TimePrecision::kInterval);
  } else if (by_decade != Relation::kNone) {
    mention.anchor = TimeAnchor::kPublication;
    const int first = year_of(today) / 10 * 10 + 10 * relation_offset(by_decade);
    mention.value = std::to_string(first / 10);
    set_range(mention, {make_date(first, 1, 1), make_date(first + 9, 12, 31)},
              TimePrecision::kInterval);
  } else {
    mention.value = std::to_string(century);
    set_range(mention, {make_date(century * 100, 1, 1), make_date(century * 100 + 99, 12, 31)},
              TimePrecision::kInterval);
  }
}

}  // namespace isnad
