// SPDX-License-Identifier: Apache-2.0
// Distances are in tokens; a phrase of the event itself counts as near as can be, other clauses as
// farther.
#include "isnad/event/link_place_time.h"

#include <algorithm>
#include <limits>

namespace isnad {
namespace {

constexpr double kOtherClause = 12;  // tokens' worth of crossing into another clause
constexpr double kBefore = 3;        // places and times mostly follow what they place
constexpr double kWhole = 4;         // a country or governorate is a weaker answer than a town

// "For the first time since January 2022, the prison came under shelling": what opens the sentence
// and is set off by a comma compares; it does not date.
bool compares(const TimeMention& time, uint32_t trigger, const Syntax& syntax) {
  if (time.direction != TimeDirection::kSince) return false;
  for (uint32_t t = time.tokens.end; t < trigger; ++t) {
    if (syntax.at(t) == SyntaxClass::kComma) return true;
  }
  return false;
}

bool has_between(const Syntax& syntax, uint32_t from, uint32_t to, SyntaxClass wanted) {
  for (uint32_t t = from; t < to; ++t) {
    if (syntax.at(t) == wanted) return true;
  }
  return false;
}

// Does the time stand with another event of the sentence: after it in its relative clause, or
// before a comma that parts both from this one?
bool is_of_another(const TimeMention& time, const Trigger& trigger, std::span<const Trigger> all,
                   const Syntax& syntax) {
  for (const auto& other : all) {
    if (other.head == trigger.head ||
        syntax.sentence_index(other.head) != syntax.sentence_index(trigger.head))
      continue;
    const bool nested =
        trigger.head < other.head && other.head < time.tokens.begin &&
        has_between(syntax, trigger.head, time.tokens.begin, SyntaxClass::kRelative);
    const bool parted = other.head < time.tokens.begin && time.tokens.end <= trigger.head &&
                        has_between(syntax, time.tokens.end, trigger.head, SyntaxClass::kComma) &&
                        time.tokens.begin - other.head < trigger.head - time.tokens.end;
    if (nested || parted) return true;
  }
  return false;
}

double distance(TokenSpan from, TokenSpan to) {
  if (from.overlaps(to)) return 0;
  return to.begin >= from.end ? to.begin - from.end : from.begin - to.end + kBefore;
}

double clause_cost(const Syntax& syntax, uint32_t a, uint32_t b) {
  return syntax.clause(a).contains(b) ? 0 : kOtherClause;
}

bool is_wide(PlaceFeature feature) {
  return feature == PlaceFeature::kCountry || feature == PlaceFeature::kAdm1 ||
         feature == PlaceFeature::kRegion || feature == PlaceFeature::kWater;
}

}  // namespace

std::optional<EventPlace> place_of(const Trigger& trigger, const Roles& roles, const Syntax& syntax,
                                   const Mentions& mentions) {
  const PlaceMention* best = nullptr;
  double best_cost = std::numeric_limits<double>::max();
  const uint32_t sentence = syntax.sentence_index(trigger.head);
  for (const auto& place : mentions.places) {
    if (place.within_actor || syntax.sentence_index(place.tokens.begin) != sentence) continue;
    if (syntax.at(place.tokens.begin) == SyntaxClass::kVerb)
      continue;  // ودان: he condemned, not Waddan
    double cost = distance(trigger.tokens, place.tokens) +
                  clause_cost(syntax, trigger.head, place.tokens.begin);
    for (const auto& phrase : roles.phrases) {
      // A place inside the one acted on is where it happened; inside the doer it is where he is
      // from.
      if (!phrase.tokens.overlaps(place.tokens)) continue;
      cost = phrase.role == Role::kAgent ? cost + kOtherClause : 0;
    }
    if (is_wide(place.place.feature)) cost += kWhole;
    if (place.role != PlaceRole::kNone)
      cost += kOtherClause;  // where someone is from, goes to or holds office
    if (place.form == PlaceForm::kDescribed) cost += kWhole;  // "a small base": a name says more
    if (place.specific) cost -= 1;
    if (cost < best_cost) {
      best = &place;
      best_cost = cost;
    }
  }
  if (best == nullptr) return std::nullopt;
  return EventPlace{syntax.text().given_of(best->name.empty() ? best->tokens : best->name),
                    best->place};
}

std::optional<EventTime> time_of(const Trigger& trigger, std::span<const Trigger> all,
                                 const Syntax& syntax, const Mentions& mentions) {
  const TimeMention* best = nullptr;
  double best_cost = std::numeric_limits<double>::max();
  const uint32_t sentence = syntax.sentence_index(trigger.head);
  for (const auto& time : mentions.times) {
    if (syntax.sentence_index(time.tokens.begin) != sentence) continue;
    if (time.type == TimexType::kDuration || time.type == TimexType::kSet || time.anniversary)
      continue;
    if (compares(time, trigger.head, syntax) || is_of_another(time, trigger, all, syntax)) continue;
    if (!time.earliest) continue;  // "previously": places nothing
    double cost = distance(trigger.tokens, time.tokens) +
                  clause_cost(syntax, trigger.head, time.tokens.begin);
    if (time.direction == TimeDirection::kSince)
      cost += kOtherClause;  // "the first since January 2022"
    if (cost < best_cost) {
      best = &time;
      best_cost = cost;
    }
  }
  if (best == nullptr) return std::nullopt;
  return EventTime{syntax.text().given_of(best->tokens),
                   true,
                   best->value,
                   best->earliest,
                   best->latest,
                   best->precision};
}

std::optional<EventTime> unstated_time(const Report& report) {
  if (!report.published) return std::nullopt;
  const Date day = report.published->date;
  return EventTime{{}, false, {}, day, day, TimePrecision::kUnknown};
}

}  // namespace isnad
