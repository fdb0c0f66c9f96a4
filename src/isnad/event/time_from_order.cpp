// SPDX-License-Identifier: Apache-2.0
// The other event's day is the one its sentence names, else the first recent day the report names,
// else the day of publication.
#include "isnad/event/time_from_order.h"

#include <algorithm>
#include <charconv>

#include "isnad/mention/time/calendar.h"

namespace isnad {
namespace {

constexpr uint32_t kBeforeTrigger = 3;  // tokens between the word of order and the event
constexpr int kRecentDays = 7;

bool is_day(const TimeMention& time) {
  return time.earliest && time.earliest == time.latest && !time.anniversary;
}

// The word of order whose event the trigger is: nothing but nouns between.
const EventOrder* order_before(const Trigger& trigger, const EventInput& input,
                               const EventKnowledge& knowledge, uint32_t& at) {
  for (const auto& match : input.matches) {
    const auto* order = knowledge.event_order.find(match.row);
    if (order == nullptr || match.tokens.end > trigger.tokens.begin ||
        trigger.tokens.begin - match.tokens.end > (order->on ? 0 : kBeforeTrigger))
      continue;
    if (input.syntax.sentence_index(match.tokens.begin) !=
        input.syntax.sentence_index(trigger.head))
      continue;
    const auto free = [&](uint32_t t) { return input.syntax.at(t) == SyntaxClass::kNominal; };
    bool open = true;
    for (uint32_t t = match.tokens.end; t < trigger.tokens.begin; ++t) open = open && free(t);
    if (!open) continue;
    at = match.tokens.begin;
    return order;
  }
  return nullptr;
}

// "two days after the attack": a length counted from the event that follows it.
const TimeMention* length_before(const Trigger& trigger, const EventInput& input) {
  for (const auto& time : input.mentions.times) {
    if (!time.days_from_event || time.tokens.end > trigger.tokens.begin) continue;
    if (trigger.tokens.begin - time.tokens.end > kBeforeTrigger) continue;
    // "after three days of fighting, they entered": the event counted from is named before the
    // comma
    bool open = true;
    for (uint32_t t = time.tokens.end; t < trigger.tokens.begin; ++t)
      open = open && input.syntax.at(t) != SyntaxClass::kComma;
    if (!open) continue;
    if (input.syntax.sentence_index(time.tokens.begin) == input.syntax.sentence_index(trigger.head))
      return &time;
  }
  return nullptr;
}

// The day of what the rest of the sentence tells.
std::optional<Date> day_of_rest(const Trigger& trigger, const EventInput& input) {
  if (!input.report.published) return std::nullopt;
  const uint32_t sentence = input.syntax.sentence_index(trigger.head);
  const Date published = input.report.published->date;
  const TimeMention* recent = nullptr;
  for (const auto& time : input.mentions.times) {
    if (!is_day(time)) continue;
    const bool before = time.tokens.end <= trigger.tokens.begin;
    if (input.syntax.sentence_index(time.tokens.begin) == sentence && before) return time.earliest;
    const int age = days_between(*time.earliest, published);
    if (recent == nullptr && age >= 0 && age <= kRecentDays) recent = &time;
  }
  return recent != nullptr ? *recent->earliest : published;
}

EventTime on_day(Date day, ByteSpan span) {
  return {span, true, iso_date(day), day, day, TimePrecision::kDay};
}

// The days of a TIMEX3 value that names a year, a month or a day.
std::optional<DayRange> days_of_value(std::string_view value) {
  int part[3] = {0, 0, 0};
  int count = 0;
  for (size_t at = 0; at < value.size() && count < 3; ++count) {
    const auto read = std::from_chars(value.data() + at, value.data() + value.size(), part[count]);
    if (read.ec != std::errc{}) return std::nullopt;
    at = static_cast<size_t>(read.ptr - value.data());
    if (at < value.size() && value[at] != '-') return std::nullopt;
    ++at;
  }
  if (count == 1) return year_range(part[0]);
  if (count == 0 || part[1] < 1 || part[1] > 12) return std::nullopt;
  if (count == 2) return month_range(part[0], part[1]);
  if (!is_date(part[0], part[1], part[2])) return std::nullopt;
  const Date day = make_date(part[0], part[1], part[2]);
  return DayRange{day, day};
}

// "since June 2016, when the authorities withdrew …": the month named right before the word.
std::optional<EventTime> on_named_day(uint32_t word, const EventInput& input) {
  for (const auto& time : input.mentions.times) {
    if (time.tokens.end > word || word - time.tokens.end > 1) continue;
    const auto days = days_of_value(time.value);
    if (!days) continue;
    return EventTime{input.text.given_of(time.tokens),
                     true,
                     time.value,
                     days->first,
                     days->last,
                     days->first == days->last ? TimePrecision::kDay
                     : time.value.size() > 4   ? TimePrecision::kMonth
                                               : TimePrecision::kYear};
  }
  return std::nullopt;
}

}  // namespace

std::optional<EventTime> time_from_order(const Trigger& trigger, const EventInput& input,
                                         const EventKnowledge& knowledge) {
  uint32_t at = 0;
  if (const auto* order = order_before(trigger, input, knowledge, at); order != nullptr) {
    if (order->on) return on_named_day(at, input);
    const auto rest = day_of_rest(trigger, input);
    if (!rest) return std::nullopt;
    return on_day(add_days(*rest, -order->days), input.text.given_of({at, at + 1}));
  }
  if (const auto* length = length_before(trigger, input); length != nullptr) {
    const auto rest = day_of_rest(trigger, input);
    if (!rest) return std::nullopt;
    return on_day(add_days(*rest, -*length->days_from_event), input.text.given_of(length->tokens));
  }
  return std::nullopt;
}

}  // namespace isnad
