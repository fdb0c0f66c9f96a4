// SPDX-License-Identifier: Apache-2.0
// See resolve_time.h. Here: which kind of date it is, and days, months and years.
#include <algorithm>
#include <cstdlib>

#include "isnad/mention/time/relation_offset.h"
#include "isnad/mention/time/resolve_time.h"
#include "isnad/mention/time/timex_value.h"

namespace isnad {
namespace {

constexpr int kNextMonthDays = 45;  // the same in a clause about the past
constexpr int kWeekdaySlack = 3;  // days by which "today, Tuesday" may miss the date of publication

}  // namespace

std::optional<Date> TimeResolver::base_of(Relation relation, TimeMention& mention) {
  if (anaphoric(relation) && last_) {
    mention.anchor = TimeAnchor::kLastDate;
    return last_;
  }
  mention.anchor = TimeAnchor::kPublication;
  if (!published_) {
    unresolved_without_publication(mention);
    return std::nullopt;
  }
  if (anaphoric(relation)) mention.confidence = 0.6F;
  return published_->date;
}

std::optional<int> TimeResolver::known_year(int day, int month) const {
  std::optional<int> anywhere;
  for (const Word& word : words_.words()) {
    if (word.cls != WordClass::kKnownDay || word.b != month || word.c != day) continue;
    if (published_ && word.a > year_of(published_->date)) continue;
    if (word.text.empty()) anywhere = static_cast<int>(word.a);
    if (!country_.empty() && word.text.find(country_) != std::string::npos)
      return static_cast<int>(word.a);
  }
  return anywhere;
}

std::optional<int> TimeResolver::year_for(const TimeShape& shape, int month,
                                          const TimeSurroundings& around,
                                          TimeMention& mention) const {
  if (shape.date.year >= 0) return shape.date.year;
  const Relation by_year = shape.relation_of(Unit::kYear);
  const std::optional<Date> reference = anaphoric(by_year) && last_ ? last_
                                        : published_ ? std::optional<Date>(published_->date)
                                                     : std::nullopt;
  if (!reference) return std::nullopt;
  mention.anchor = anaphoric(by_year) && last_ ? TimeAnchor::kLastDate : TimeAnchor::kPublication;
  const int year = year_of(*reference);
  if (by_year != Relation::kNone) return year + relation_offset(by_year);
  const Date today = *reference;
  const bool day_said = shape.date.day != 0;
  const auto at = [&](int y) {
    return day_said ? make_date(y, month, shape.date.day) : make_date(y, month, 1);
  };
  const Date now = day_said ? today : make_date(year, month_of(today), 1);
  switch (shape.month_relation) {
    case Relation::kLast:
    case Relation::kRecent:
    case Relation::kPreceding:
      return at(year) < now ? year : year - 1;
    case Relation::kBeforeLast:
      return at(year) < now ? year - 1 : year - 2;
    case Relation::kNext:
    case Relation::kFollowing:
      return at(year) > now ? year : year + 1;
    case Relation::kThis:
    case Relation::kDemonstrative:
      return year;
    default:
      break;
  }
  if (around.sentence_year && *around.sentence_year < year) {
    mention.anchor = TimeAnchor::kLastDate;
    return *around.sentence_year;
  }
  const int past = at(year) <= now ? year : year - 1;
  if (around.tense == Tense::kFuture) return at(year) >= now ? year : year + 1;
  const int ahead = days_between(now, at(past + 1));
  // "called for a meeting on 21 November", written in October: past though the verb is, nobody
  // leaves out the year of a day so long gone.
  const int soon = around.tense == Tense::kPast ? kNextMonthDays : kSoonDays;
  const bool recalls = around.event_head || known_year(shape.date.day, month).has_value();
  if (day_said && !recalls && ahead > 0 && ahead <= soon) return past + 1;
  if (around.tense == Tense::kPresent && ahead > 0 && ahead <= 4 * kSoonDays) return past + 1;
  return past;
}

void TimeResolver::resolve_calendar(const TimeShape& shape, const TimeSurroundings& around,
                                    TimeMention& mention, std::vector<TimeFault>& faults) {
  const bool named_month = shape.date.month != 0 || shape.date.year != -1;
  if (shape.holiday != nullptr || shape.date.hijri || is_hijri_year(shape)) {
    resolve_hijri(shape, around, mention, faults);
  } else if (shape.decade >= 0 || shape.century != 0 ||
             shape.relation_of(Unit::kCentury) != Relation::kNone ||
             shape.relation_of(Unit::kDecade) != Relation::kNone || shape.date.year < -1) {
    resolve_long_period(shape, mention);
  } else if (shape.season >= 0 || shape.quarter != 0 || shape.half != 0 || shape.week_number != 0 ||
             shape.weekday_number != 0) {
    resolve_part_of_year(shape, around, mention);
  } else if (shape.date.month != 0 ||
             (shape.date.day != 0 && shape.relation_of(Unit::kMonth) != Relation::kNone)) {
    resolve_month(shape, around, mention, faults);
  } else if (named_month) {
    mention.value = year_value(shape.date.year);
    set_range(mention, year_range(shape.date.year), TimePrecision::kYear);
  } else if (shape.has_day()) {
    resolve_day(shape, around, mention, faults);
  } else if (shape.relation_of(Unit::kWeek) != Relation::kNone) {
    resolve_week(shape, mention);
  } else if (shape.has_relation()) {
    resolve_unit(shape, mention);
  }
  if (mention.earliest && mention.anchor == TimeAnchor::kNone && !shape.only_time_of_day() &&
      mention.precision >= TimePrecision::kDay && mention.precision <= TimePrecision::kYear) {
    last_ = mention.earliest;
  } else if (mention.earliest && shape.has_day() && mention.anchor != TimeAnchor::kLastDate) {
    last_ = mention.earliest;
  }
  apply_time_of_day(shape, mention);
  if (shape.edge == Edge::kRest && published_ && mention.latest &&
      *mention.latest >= published_->date) {
    mention.earliest = published_->date;
  }
  if (mention.earliest && mention.latest) {
    const bool since = shape.direction == TimeDirection::kSince;
    const DayRange part =
        edge_of({*mention.earliest, *mention.latest}, mention.precision, shape.edge, since);
    if (part.first != *mention.earliest || part.last != *mention.latest)
      set_range(mention, part, TimePrecision::kInterval);
  }
  apply_direction(shape, around, mention);
  const bool explicit_day =
      mention.precision <= TimePrecision::kDay && mention.anchor == TimeAnchor::kNone;
  if (explicit_day && published_ && mention.earliest && *mention.earliest > published_->date &&
      around.tense == Tense::kPast) {
    faults.push_back({"after-publication", iso_date(*mention.earliest) +
                                               " is told as past, but the report is of " +
                                               iso_date(published_->date)});
  }
}

void TimeResolver::check_weekday(const TimeShape& shape, Date date, TimeMention& mention,
                                 std::vector<TimeFault>& faults) const {
  if (shape.weekday == 0 || weekday_of(date) == shape.weekday) return;
  std::string message = iso_date(date) + " was a " + english_weekday(weekday_of(date)) +
                        ", the text says " + english_weekday(shape.weekday);
  if (!mention.reason.empty()) mention.reason += "; ";
  mention.reason += message + "; the date is kept";
  mention.confidence = std::min(mention.confidence, 0.6F);
  faults.push_back({"weekday-date-disagree", std::move(message)});
}

// Days counted from publication, weekdays, "the following day".
void TimeResolver::resolve_day(const TimeShape& shape, const TimeSurroundings& around,
                               TimeMention& mention, std::vector<TimeFault>& faults) {
  const Relation by_day = shape.relation_of(Unit::kDay);
  std::optional<Date> day;
  if (by_day != Relation::kNone) {
    const auto base = base_of(by_day, mention);
    if (base) day = add_days(*base, relation_offset(by_day));
  } else if (shape.has_day_offset) {
    mention.anchor = TimeAnchor::kPublication;
    if (!published_) {
      unresolved_without_publication(mention);
    } else {
      day = add_days(published_->date, shape.day_offset);
      const int said = shape.weekday;
      if (said != 0 && weekday_of(*day) != said) {
        // Reports are often dated a day or two late: the weekday said beside "today" is what was
        // meant.
        const int ahead = (said - weekday_of(*day) + 7) % 7;
        const int off = ahead <= kWeekdaySlack ? ahead : ahead - 7;
        const Date meant = add_days(*day, off);
        std::string message = iso_date(*day) + " was a " + english_weekday(weekday_of(*day)) +
                              ", the text says " + english_weekday(said);
        mention.reason = message + "; the nearest such day is taken";
        mention.confidence = 0.6F;
        faults.push_back({"weekday-date-disagree", std::move(message)});
        day = meant;
      }
    }
  } else if (shape.weekday != 0) {
    mention.anchor = TimeAnchor::kPublication;
    const Relation by_week = shape.relation_of(Unit::kWeek);
    if (!published_) {
      unresolved_without_publication(mention);
      mention.value = "XXXX-WXX-" + std::to_string(shape.weekday);
    } else if (by_week != Relation::kNone) {
      const Date monday =
          week_range(add_days(published_->date, 7 * relation_offset(by_week))).first;
      day = add_days(monday, shape.weekday - 1);
    } else if (shape.date.day != 0) {  // "Thursday the 21st", of the month at hand
      const Date base = published_->date;
      for (int months : {0, -1, 1}) {
        const Date month = add_months(make_date(year_of(base), month_of(base), 1), months);
        if (!is_date(year_of(month), month_of(month), shape.date.day)) continue;
        const Date candidate = make_date(year_of(month), month_of(month), shape.date.day);
        if (!day) day = candidate;
        if (weekday_of(candidate) == shape.weekday) {
          day = candidate;
          break;
        }
      }
      if (day) check_weekday(shape, *day, mention, faults);
    } else {
      Relation relation = shape.weekday_relation;
      if (anaphoric(relation) && last_) {
        mention.anchor = TimeAnchor::kLastDate;
        day = weekday_meant(shape.weekday, relation, around.tense, *last_);
      } else {
        day = weekday_meant(shape.weekday, relation, around.tense, published_->date);
      }
      if (shape.weekday_relation == Relation::kDemonstrative ||
          shape.weekday_relation == Relation::kThis) {
        const Date monday = week_range(published_->date).first;
        day = add_days(monday, shape.weekday - 1);
      }
    }
  }
  if (!day) return;
  mention.value = iso_date(*day);
  set_range(mention, {*day, *day}, TimePrecision::kDay);
  if (shape.weekday_to != 0) {
    const int ahead = (shape.weekday_to - shape.weekday + 7) % 7;
    mention.latest = add_days(*day, ahead);
  }
  const int offset = shape.has_day_offset ? shape.day_offset : 0;
  if (mention.anchor == TimeAnchor::kPublication && published_ &&
      mention.direction == TimeDirection::kUnstated) {
    const bool said = shape.has_day_offset || shape.weekday_relation != Relation::kNone ||
                      by_day != Relation::kNone;
    if (said && (offset < 0 || *day < published_->date))
      mention.direction = TimeDirection::kPast;
    else if (said && *day > published_->date)
      mention.direction = TimeDirection::kFuture;
    else if (shape.has_day_offset)
      mention.direction = TimeDirection::kPresent;
  }
}

void TimeResolver::resolve_month(const TimeShape& shape, const TimeSurroundings& around,
                                 TimeMention& mention, std::vector<TimeFault>& faults) {
  TimeShape said = shape;
  const Relation by_month = shape.relation_of(Unit::kMonth);
  std::optional<int> year;
  if (said.date.month == 0) {  // "the 14th of the current month"
    const auto base = base_of(by_month, mention);
    if (!base) return;
    const Date month =
        add_months(make_date(year_of(*base), month_of(*base), 1), relation_offset(by_month));
    said.date.month = month_of(month);
    year = year_of(month);
  } else {
    said.date.month = month_of_double(shape, mention, faults);
    if (around.event_head && shape.date.year < 0 && shape.date.day != 0) {
      year = known_year(shape.date.day, said.date.month);
      if (year) mention.reason = "a day that names a known event";
    }
    if (!year) year = year_for(said, said.date.month, around, mention);
  }
  const int day = said.date.day;
  if (!year) {
    unresolved_without_publication(mention);
    const std::string text = month_value(0, said.date.month).substr(4);
    mention.value = "XXXX" + text;
    if (day != 0) mention.value += (day < 10 ? "-0" : "-") + std::to_string(day);
    mention.precision = day != 0 ? TimePrecision::kDay : TimePrecision::kMonth;
    return;
  }
  if (day == 0) {
    mention.value = month_value(*year, said.date.month);
    set_range(mention, month_range(*year, said.date.month), TimePrecision::kMonth);
    return;
  }
  if (!is_date(*year, said.date.month, day)) {
    mention.value =
        month_value(*year, said.date.month) + (day < 10 ? "-0" : "-") + std::to_string(day);
    mention.precision = TimePrecision::kDay;
    mention.reason = "the month has no such day";
    mention.confidence = 0;
    return;
  }
  Date date = make_date(*year, said.date.month, day);
  if (shape.weekday != 0 && shape.date.year < 0 && weekday_of(date) != shape.weekday &&
      by_month == Relation::kNone) {
    for (const int other : {*year + 1, *year - 1}) {  // the weekday tells the year
      if (!is_date(other, said.date.month, day)) continue;
      const Date candidate = make_date(other, said.date.month, day);
      if (weekday_of(candidate) == shape.weekday && published_ &&
          std::abs(days_between(candidate, published_->date)) < 200) {
        date = candidate;
        mention.reason = "the year is the one in which the weekday fits";
        break;
      }
    }
  }
  check_weekday(shape, date, mention, faults);
  mention.value = iso_date(date);
  set_range(mention, {date, date}, TimePrecision::kDay);
  if (shape.day_to != 0 && is_date(year_of(date), said.date.month, shape.day_to)) {
    mention.latest = make_date(year_of(date), said.date.month, shape.day_to);
    mention.value += "/" + iso_date(*mention.latest);
    mention.precision = TimePrecision::kInterval;
  }
}

}  // namespace isnad
