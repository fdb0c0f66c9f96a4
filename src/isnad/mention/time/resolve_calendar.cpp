// SPDX-License-Identifier: Apache-2.0
// See resolve_time.h. Here: days, months, years, weeks, seasons, decades, Hijri dates, holidays and
// times of day.
#include <algorithm>
#include <cstdlib>

#include "isnad/mention/time/hijri.h"
#include "isnad/mention/time/resolve_time.h"
#include "isnad/mention/time/timex_value.h"

namespace isnad {
namespace {

constexpr int kSoonDays =
    31;  // a bare day so little ahead is rather the coming one than last year's
constexpr int kWeekdaySlack = 3;  // days by which "today, Tuesday" may miss the date of publication

int relation_offset(Relation relation) {
  switch (relation) {
    case Relation::kLast:
    case Relation::kPreceding:
      return -1;
    case Relation::kBeforeLast:
      return -2;
    case Relation::kNext:
    case Relation::kFollowing:
      return 1;
    case Relation::kAfterNext:
      return 2;
    default:
      return 0;
  }
}

bool anaphoric(Relation relation) {
  return relation == Relation::kThat || relation == Relation::kSame ||
         relation == Relation::kFollowing || relation == Relation::kPreceding ||
         relation == Relation::kOfIt;
}

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

bool TimeResolver::is_hijri_year(const TimeShape& shape) const {
  const int year = shape.date.year;
  if (shape.date.era == Era::kGregorian || year < 1300 || year > 1530) return false;
  return shape.date.era == Era::kHijri || hijri_country_;
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
  if (around.tense != Tense::kPast && day_said && ahead > 0 && ahead <= kSoonDays) return past + 1;
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
}

}  // namespace isnad
