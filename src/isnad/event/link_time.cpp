// SPDX-License-Identifier: Apache-2.0
// The nearest expression of the sentence that dates an event and does not stand with another one.
#include "isnad/event/link_time.h"

#include <algorithm>
#include <limits>

#include "isnad/event/link_distance.h"
#include "isnad/event/time_from_order.h"
#include "isnad/event/time_of_state.h"
#include "isnad/mention/time/calendar.h"

namespace isnad {
namespace {

constexpr double kStatement = 2 * kOtherClause;  // the day something was said, not done
constexpr uint32_t kStandsWith = 6;  // tokens between an event and the time that stands with it

class TimeLinker {
 public:
  TimeLinker(const Trigger& trigger, std::span<const Trigger> all, const EventInput& input,
             const EventKnowledge& knowledge)
      : trigger_(trigger), all_(all), in_(input), knowledge_(knowledge) {}

  [[nodiscard]] const TimeMention* nearest() const {
    const TimeMention* best = nullptr;
    double best_cost = std::numeric_limits<double>::max();
    for (const auto& time : in_.mentions.times) {
      if (!in_sentence(time.tokens.begin) || !can_date(time)) continue;
      const double cost = cost_of(time);
      if (cost < best_cost) {
        best = &time;
        best_cost = cost;
      }
    }
    return best;
  }

  // "1117 inmates fled on Saturday morning, after the prison came under fire": the day of the deed
  // told first, where the event has none but that of the statement.
  [[nodiscard]] const TimeMention* of_deed_before() const {
    const TimeMention* best = nullptr;
    for (const auto& time : in_.mentions.times) {
      if (!in_sentence(time.tokens.begin) || !places_a_day(time) || is_of_statement(time)) continue;
      const bool parted = std::any_of(all_.begin(), all_.end(), [&](const Trigger& other) {
        return other.head != trigger_.head && in_sentence(other.head) && is_parted(other, time);
      });
      if (parted) best = &time;
    }
    return best;
  }

  // "the minister announced yesterday that": the time stands with the word of saying, before the
  // clause that tells this event.
  [[nodiscard]] bool is_of_statement(const TimeMention& time) const {
    if (time.tokens.end > trigger_.head ||
        !has_between(time.tokens.end, trigger_.head, SyntaxClass::kComplementiser))
      return false;
    return std::any_of(in_.matches.begin(), in_.matches.end(), [&](const Match& match) {
      return knowledge_.reporting.contains(match.row) && in_sentence(match.tokens.begin) &&
             match.tokens.begin < time.tokens.begin &&
             !has_between(match.tokens.end, time.tokens.begin, SyntaxClass::kComplementiser);
    });
  }

  // "during the night": of a day that another expression of the sentence may name.
  [[nodiscard]] static bool is_night_alone(const TimeMention& time) {
    return time.value.starts_with('T');
  }

  // "a statement of Sunday said that … during the night": the night before the day of the
  // statement.
  [[nodiscard]] EventTime night_told(const TimeMention& night) const {
    EventTime told{in_.text.given_of(night.tokens),
                   true,
                   night.value,
                   night.earliest,
                   night.latest,
                   night.precision};
    for (const auto& time : in_.mentions.times) {
      const bool day = time.earliest && time.earliest == time.latest;
      if (!day || !in_sentence(time.tokens.begin) || !is_of_statement(time)) continue;
      told.earliest = add_days(*time.earliest, -1);
      told.latest = time.earliest;
    }
    return told;
  }

 private:
  [[nodiscard]] bool in_sentence(uint32_t token) const {
    return in_.syntax.sentence_index(token) == in_.syntax.sentence_index(trigger_.head);
  }

  [[nodiscard]] double cost_of(const TimeMention& time) const {
    double cost = link_distance(trigger_.tokens, time.tokens) +
                  clause_cost(in_.syntax, trigger_.head, time.tokens.begin);
    if (time.direction == TimeDirection::kSince)
      cost += kOtherClause;  // "the first since January 2022"
    if (is_night_alone(time)) cost += kOtherClause;
    if (is_of_statement(time)) cost += kStatement;
    return cost;
  }

  [[nodiscard]] static bool places_a_day(const TimeMention& time) {
    if (time.type == TimexType::kDuration || time.type == TimexType::kSet || time.anniversary)
      return false;
    return time.earliest.has_value();  // "previously": places nothing
  }

  [[nodiscard]] bool can_date(const TimeMention& time) const {
    if (!places_a_day(time)) return false;
    return !compares(time) && !is_of_another(time) && !is_ahead(time) && !is_now_of_another(time);
  }

  [[nodiscard]] bool has_between(uint32_t from, uint32_t to, SyntaxClass wanted) const {
    for (uint32_t t = from; t < to; ++t) {
      if (in_.syntax.at(t) == wanted) return true;
    }
    return false;
  }

  // "For the first time since January 2022, the prison came under shelling": what opens the
  // sentence and is set off by a comma compares; it does not date.
  [[nodiscard]] bool compares(const TimeMention& time) const {
    return time.direction == TimeDirection::kSince &&
           has_between(time.tokens.end, trigger_.head, SyntaxClass::kComma);
  }

  // What was done cannot be dated by a day to come: "asked for a plan at a meeting on 1 January".
  [[nodiscard]] bool is_ahead(const TimeMention& time) const {
    const bool done = trigger_.is_verb && (trigger_.match.inflection & kImperfect) == 0 &&
                      (trigger_.match.proclitics & kFuture) == 0;
    return done && in_.report.published && *time.earliest > in_.report.published->date;
  }

  // "the woman was arrested … and is now in hospital": now dates its own clause alone.
  [[nodiscard]] bool is_now_of_another(const TimeMention& time) const {
    return time.direction == TimeDirection::kPresent && time.value == "PRESENT_REF" &&
           !in_.syntax.clause(trigger_.head).contains(time.tokens.begin);
  }

  // Does the time stand with another event of the sentence?
  [[nodiscard]] bool is_of_another(const TimeMention& time) const {
    return std::any_of(all_.begin(), all_.end(),
                       [&](const Trigger& other) {
                         return other.head != trigger_.head && in_sentence(other.head) &&
                                (is_nested(other, time) || is_parted(other, time) ||
                                 is_called_for(other, time) || is_bound_to(other, time));
                       }) ||
           is_of_other_verb(time);
  }

  // "with today's attacks": what stands right after the noun of an event is that one's alone.
  [[nodiscard]] bool is_bound_to(const Trigger& other, const TimeMention& time) const {
    return !other.is_verb && other.tokens.end == time.tokens.begin &&
           in_.syntax.at(time.tokens.begin) == SyntaxClass::kNominal &&
           in_.syntax.proclitics(time.tokens.begin) != 0 && trigger_.head > time.tokens.end;
  }

  // "is bringing up reinforcements …, and threw bombers into yesterday's round": what goes on now
  // is not dated by a past day that stands with another verb behind a comma.
  [[nodiscard]] bool is_of_other_verb(const TimeMention& time) const {
    const bool goes_on = trigger_.is_verb && (trigger_.match.inflection & kImperfect) != 0 &&
                         (trigger_.match.inflection & kPerfect) == 0;
    if (!goes_on || time.tokens.begin < trigger_.tokens.end || !in_.report.published ||
        *time.earliest >= in_.report.published->date)
      return false;
    bool comma = false;
    for (uint32_t t = trigger_.tokens.end; t < time.tokens.begin; ++t) {
      if (in_.syntax.at(t) == SyntaxClass::kComma) comma = true;
      if (comma && in_.syntax.at(t) == SyntaxClass::kVerb) return true;
    }
    return false;
  }

  // After it in its relative clause.
  [[nodiscard]] bool is_nested(const Trigger& other, const TimeMention& time) const {
    return trigger_.head < other.head && other.head < time.tokens.begin &&
           has_between(trigger_.head, time.tokens.begin, SyntaxClass::kRelative);
  }

  // Before a comma that parts both from this one.
  [[nodiscard]] bool is_parted(const Trigger& other, const TimeMention& time) const {
    return other.head < time.tokens.begin && time.tokens.end <= trigger_.head &&
           has_between(time.tokens.end, trigger_.head, SyntaxClass::kComma) &&
           time.tokens.begin - other.head < trigger_.head - time.tokens.end;
  }

  // "called for a meeting on the 21st", "condemned yesterday's attack": the time right after an
  // event of another kind, itself after this one, is that one's.
  [[nodiscard]] bool is_called_for(const Trigger& other, const TimeMention& time) const {
    return trigger_.head < other.head && other.head < time.tokens.begin &&
           time.tokens.begin - other.head <= kStandsWith &&
           other.frame->type != trigger_.frame->type &&
           !has_between(other.head, time.tokens.begin, SyntaxClass::kComma);
  }

  const Trigger& trigger_;
  std::span<const Trigger> all_;
  const EventInput& in_;
  const EventKnowledge& knowledge_;
};

}  // namespace

std::optional<EventTime> time_of(const Trigger& trigger, std::span<const Trigger> all,
                                 const EventInput& input, const EventKnowledge& knowledge) {
  if (auto time = time_from_order(trigger, input, knowledge)) return time;
  const TimeLinker linker(trigger, all, input, knowledge);
  const TimeMention* best = linker.nearest();
  if (best == nullptr) {
    if (auto length = time_it_lasted(trigger, all, input, knowledge)) return length;
    return time_going_on(trigger, all, input, knowledge);
  }
  if (linker.is_of_statement(*best)) {
    if (const TimeMention* deed = linker.of_deed_before(); deed != nullptr) best = deed;
  }
  if (linker.is_night_alone(*best)) return linker.night_told(*best);
  // The day of the statement brackets the deed for want of better; it is not the deed's own time.
  if (linker.is_of_statement(*best))
    return EventTime{{}, false, {}, best->earliest, best->latest, TimePrecision::kUnknown};
  return EventTime{input.text.given_of(best->tokens),
                   true,
                   best->value,
                   best->earliest,
                   best->latest,
                   best->precision};
}

}  // namespace isnad
