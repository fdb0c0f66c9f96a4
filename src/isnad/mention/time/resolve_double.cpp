// SPDX-License-Identifier: Apache-2.0
// Month doubles that disagree: "كانون الثاني/ديسمبر" (January/December) names one month twice, and
// one name is a slip. Which one is decided by what else the report says; both names are in the
// warning whatever is chosen.
//
// In this order: (a) the weekday named with the day; (b) what is not after publication, in a clause
// that does not look ahead; (c) an anniversary the report speaks of: "the second anniversary" said
// in January 2024 is of a January; (d) the month nearest publication, where no year is said, or
// both lie in the same year; (e) the name of the Gregorian tradition, from which writers translate
// into the Levantine one.
#include "isnad/mention/time/resolve_time.h"

namespace isnad {
namespace {

constexpr int kAnniversaryDays = 45;  // how far from its day an anniversary is spoken of

constexpr int kByWeekday = 5;
constexpr int kByPublication = 4;
constexpr int kByAnniversary = 3;
constexpr int kByNearness = 2;
constexpr int kByOrder = 1;

int distance(Date a, Date b) { return std::abs(days_between(a, b)); }

}  // namespace

TimeResolver::Decision TimeResolver::decide_double(const TimeShape& shape,
                                                   const TimeSurroundings& around) const {
  Decision decision;
  decision.first = shape.date.month;
  decision.second = shape.other_month;
  decision.year = shape.date.year;
  const int months[2] = {shape.date.month, shape.other_month};
  std::optional<Date> day[2];
  for (int i = 0; i < 2; ++i) {
    TimeShape alone = shape;
    alone.other_month = 0;
    alone.date.month = months[i];
    TimeMention scratch;
    const auto year = year_for(alone, months[i], around, scratch);
    if (year) day[i] = make_date(*year, months[i], shape.date.day > 0 ? shape.date.day : 15);
  }
  const auto choose = [&](int index, int strength, std::string why) {
    decision.month = months[index];
    decision.strength = strength;
    decision.why = std::move(why);
  };
  choose(0, kByOrder, "the name written first is trusted");
  if (!day[0] || !day[1]) return decision;
  if (shape.weekday != 0 && shape.date.day != 0) {
    const bool first = weekday_of(*day[0]) == shape.weekday;
    const bool second = weekday_of(*day[1]) == shape.weekday;
    if (first != second) {
      choose(first ? 0 : 1, kByWeekday, "it agrees with the weekday named");
      return decision;
    }
  }
  if (!published_) return decision;
  const Date today = published_->date;
  const bool ahead[2] = {*day[0] > today, *day[1] > today};
  if (ahead[0] != ahead[1] && around.tense != Tense::kFuture) {
    choose(ahead[0] ? 1 : 0, kByPublication, "the other month lies after publication");
    return decision;
  }
  for (const int years : anniversaries_) {
    const Date recalled = add_months(today, -12 * years);
    const bool near[2] = {distance(*day[0], recalled) <= kAnniversaryDays,
                          distance(*day[1], recalled) <= kAnniversaryDays};
    if (near[0] != near[1]) {
      choose(near[0] ? 0 : 1, kByAnniversary,
             "the report of " + iso_date(today) + " speaks of anniversary number " +
                 std::to_string(years));
      return decision;
    }
  }
  if (shape.date.year >= 0) return decision;
  const int apart[2] = {distance(*day[0], today), distance(*day[1], today)};
  if (apart[0] != apart[1])
    choose(apart[0] < apart[1] ? 0 : 1, kByNearness, "it is nearer publication");
  return decision;
}

int TimeResolver::month_of_double(const TimeShape& shape, TimeMention& mention,
                                  std::vector<TimeFault>& faults) const {
  if (shape.other_month == 0) return shape.date.month;
  // The strongest ground anywhere in the report for the same two names and year.
  const Decision* best = nullptr;
  for (const Decision& decision : decisions_) {
    const bool same =
        decision.year == shape.date.year &&
        ((decision.first == shape.date.month && decision.second == shape.other_month) ||
         (decision.first == shape.other_month && decision.second == shape.date.month));
    if (same && (best == nullptr || decision.strength > best->strength)) best = &decision;
  }
  const int month = best != nullptr ? best->month : shape.date.month;
  const std::string first = shape.month_word != nullptr ? shape.month_word->text : std::string{};
  const std::string second =
      shape.other_month_word != nullptr ? shape.other_month_word->text : std::string{};
  std::string message = first + " is " + english_month(shape.date.month) + ", " + second + " is " +
                        english_month(shape.other_month);
  mention.reason =
      message + "; " + english_month(month) + " is taken: " + (best != nullptr ? best->why : "");
  mention.confidence = best != nullptr && best->strength >= kByAnniversary ? 0.8F : 0.5F;
  faults.push_back({"month-names-disagree", std::move(message)});
  return month;
}

}  // namespace isnad
