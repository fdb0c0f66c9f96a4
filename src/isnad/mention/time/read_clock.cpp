// SPDX-License-Identifier: Apache-2.0
// Clock times: الساعة ٠٧:٣٠, السابعة والنصف صباحا, الثامنة إلا ربعا, "14,30
// (12,30 GMT)", 0600, from three to five in the afternoon. Part of TimeReader.
#include "isnad/mention/time/time_reader.h"
#include "isnad/mention/time/timex_value.h"

namespace isnad {
namespace {

constexpr int kMinutesAnHour = 60;

// A number token as a clock time: 7, 07:30, 7.30, 14,30, 0730 (`compact`), with seconds.
bool clock_of(const NumberToken& number, bool compact, ClockTime& clock) {
  if (number.count == 0 || number.count > 3) return false;
  int64_t hour = number.part[0], minute = -1, second = -1;
  if (number.count == 1 && number.width[0] >= 3) {
    if (!compact || number.width[0] > 4) return false;
    minute = hour % 100;
    hour /= 100;
  }
  for (size_t i = 1; i < number.count; ++i) {
    const char separator = number.after[i - 1];
    if (separator != ':' && separator != '.' && separator != ',') return false;
    if (number.width[i] != 2) return false;
    (i == 1 ? minute : second) = number.part[i];
  }
  if (hour > 24 || minute >= kMinutesAnHour || second >= kMinutesAnHour) return false;
  clock = {static_cast<int>(hour), static_cast<int>(minute), static_cast<int>(second)};
  return true;
}

}  // namespace

// والنصف (and a half), وعشر دقائق (and ten minutes), إلا ربعا (less a quarter), و20 دقيقة.
uint32_t TimeReader::read_minutes(uint32_t token, ClockTime& clock) const {
  uint32_t at = token;
  int sign = 0;
  bool apart = false;
  if (const Sense* less = lattice_.particle(at, Particle::kLess); less != nullptr) {
    sign = -1;
    at = less->end;
  } else if (lattice_.particle(at, Particle::kAnd) != nullptr &&
             lattice_.text().tokens[at].folded.size() <= 2) {
    sign = 1;
    ++at;
    apart = true;
  }
  int minutes = -1;
  uint32_t end = 0;
  if (const Sense* fraction = lattice_.find(at, WordClass::kFraction);
      fraction != nullptr && fraction->word->b != 0) {
    if (sign == 0 && !fraction->joined()) return 0;
    if (sign == 0) sign = 1;
    minutes = static_cast<int>(kMinutesAnHour * fraction->word->a / fraction->word->b);
    end = fraction->end;
    if (const Sense* hour = unit_at(end, Unit::kHour); hour != nullptr && sign < 0) end = hour->end;
  } else {
    const Sense* word = lattice_.find(at, WordClass::kNumber);
    const bool joined =
        apart || sign < 0 || (word != nullptr && word->joined()) ||
        (lattice_.skip_glued(at) != at && lattice_.text().tokens[at].folded.size() <= 2);
    const NumberReading number = joined ? read_number(lattice_, at) : NumberReading{};
    if (!number.found() || number.value >= kMinutesAnHour || number.value < 1) return 0;
    const Sense* unit = unit_at(number.end, Unit::kMinute);
    uint32_t ignored = 0;
    const bool clear =
        unit != nullptr || (!number.digits && part_after(number.end, ignored) != nullptr);
    if (!clear) return 0;
    if (sign == 0) sign = 1;
    minutes = static_cast<int>(number.value);
    end = unit != nullptr ? unit->end : number.end;
  }
  const int base = clock.minute < 0 ? 0 : clock.minute;
  const int total = clock.hour * kMinutesAnHour + base + sign * minutes;
  if (total < 0 || (base + sign * minutes) >= kMinutesAnHour) return 0;
  clock.hour = total / kMinutesAnHour;
  clock.minute = total % kMinutesAnHour;
  return end;
}

// The hour with its minutes. `certain`: the word hour stands before it.
uint32_t TimeReader::read_hour(uint32_t token, ClockTime& clock, bool certain) const {
  const uint32_t at = lattice_.skip_glued(token);
  uint32_t end = 0;
  if (lattice_.is_number(at)) {
    if (!clock_of(split_number(lattice_.folded(at)), certain, clock)) return 0;
    end = at + 1;
  } else {
    NumberReading hour = read_ordinal(lattice_, token, !certain);
    if (!hour.found() && certain) hour = read_number(lattice_, token);
    if (hour.found() && hour.value > 12) {  // "the eighth and twenty minutes" reads as the 28th
      const Sense* eighth = lattice_.find(token, WordClass::kOrdinal);
      if (eighth != nullptr && eighth->word->a <= 12) {
        hour.value = eighth->word->a;
        hour.end = eighth->end;
      }
    }
    if (!hour.found() || hour.value < 1 || hour.value > 24 || hour.fraction) return 0;
    clock.hour = static_cast<int>(hour.value);
    end = hour.end;
  }
  for (int i = 0; i < 2; ++i) {
    const uint32_t after = read_minutes(end, clock);
    if (after == 0) break;
    end = after;
  }
  return end;
}

// A second hour after to, until, a dash, or wa- after between.
uint32_t TimeReader::read_clock_range(uint32_t token, TimeShape& shape, bool certain) const {
  uint32_t at = token;
  bool joined = is_dash(at);
  if (joined) ++at;
  if (const Sense* to = lattice_.find(at, WordClass::kParticle); !joined && to != nullptr) {
    const auto role = static_cast<Particle>(to->word->role);
    const bool open = shape.tokens.begin > 0 &&
                      lattice_.particle(shape.tokens.begin - 1, Particle::kBetween) != nullptr;
    if (role == Particle::kTo || role == Particle::kUntil || (role == Particle::kAnd && open)) {
      joined = true;
      at = to->end;
    }
  }
  if (!joined && shape.tokens.begin > 0 &&
      lattice_.particle(shape.tokens.begin - 1, Particle::kBetween) != nullptr) {
    const Sense* word = lattice_.find(at, WordClass::kOrdinal);
    joined = (word != nullptr && word->joined()) || lattice_.skip_glued(at) != at;
  }
  if (!joined) return 0;
  bool named = false;
  if (const Sense* hour = unit_at(at, Unit::kHour); hour != nullptr && hour->article()) {
    at = hour->end;
    named = true;
  }
  ClockTime second;
  const uint32_t end =
      read_hour(at, second, named || certain || lattice_.is_number(lattice_.skip_glued(at)));
  if (end == 0) return 0;
  uint32_t ignored = 0;
  if (!certain && !named && part_after(end, ignored) == nullptr && second.minute < 0) return 0;
  shape.clock_to = second;
  return end;
}

// A zone and perhaps the time in it: بتوقيت غرينتش, (12,30 ت غ).
uint32_t TimeReader::read_zone(uint32_t token, TimeShape& shape) const {
  uint32_t at = token;
  const bool bracket = lattice_.is_mark(at, "(");
  if (bracket) ++at;
  ClockTime there;
  if (bracket) {
    if (lattice_.is_number(at) && clock_of(split_number(lattice_.folded(at)), true, there))
      ++at;
    else
      there = {};
  }
  const Sense* zone = lattice_.find(at, WordClass::kZone);
  if (zone == nullptr) return 0;
  at = zone->end;
  if (bracket) {
    if (!lattice_.is_mark(at, ")")) return 0;
    ++at;
  }
  shape.zone = zone->word;
  shape.zone_clock = there;
  return at;
}

uint32_t TimeReader::read_clock(uint32_t token, TimeShape& shape) const {
  if (shape.clock.said() || shape.weekday_number != 0) return 0;
  uint32_t at = token;
  if (const Sense* sense = lattice_.particle(at, Particle::kAt); sense != nullptr) at = sense->end;
  const Sense* hour = unit_at(at, Unit::kHour);
  const bool certain = hour != nullptr && hour->article() && hour->word->a == 1;
  if (certain) at = hour->end;
  if (certain && lattice_.find(at, WordClass::kBound) != nullptr)
    at = lattice_.find(at, WordClass::kBound)->end;
  if (certain && lattice_.particle(at, Particle::kFrom) != nullptr) ++at;
  if (!certain && at != token) return 0;
  if (hour != nullptr && !certain) return 0;
  TimeShape next = shape;
  next.tokens.begin = token;
  ClockTime clock;
  uint32_t end = read_hour(at, clock, certain);
  if (end == 0) {  // "7-9 p.m." in one token
    const uint32_t number_at = lattice_.skip_glued(at);
    if (!lattice_.is_number(number_at)) return 0;
    const NumberToken number = split_number(lattice_.folded(number_at));
    const bool span =
        number.count == 2 && number.after[0] == '-' && number.part[0] <= 24 && number.part[1] <= 24;
    uint32_t ignored = 0;
    if (!span || part_after(number_at + 1, ignored) == nullptr) return 0;
    clock.hour = static_cast<int>(number.part[0]);
    next.clock_to.hour = static_cast<int>(number.part[1]);
    end = number_at + 1;
  }
  next.clock = clock;
  bool halves_said = false;
  if (!next.clock_to.said()) {
    uint32_t ignored = 0;
    uint32_t from = end;
    const Sense* first_part = part_after(end, from);
    if (first_part == nullptr) from = end;
    if (const uint32_t range = read_clock_range(from, next, certain || first_part != nullptr);
        range != 0) {
      if (first_part != nullptr) next.part = first_part->word;
      end = range;
      const Sense* part = first_part != nullptr ? part_after(end, ignored) : nullptr;
      if (part != nullptr) {
        // "from 1 in the morning to 5 in the afternoon": each has its own half of the day
        next.clock_to = clock_of_day(next.clock_to, part->word);
        next.clock = clock = clock_of_day(next.clock, first_part->word);
        next.part = nullptr;
        end = ignored;
        halves_said = true;
      }
    }
  }
  uint32_t part_end = 0;
  const bool part_next = part_after(end, part_end) != nullptr;
  const bool colon = lattice_.is_number(at) && split_number(lattice_.folded(at)).after[0] == ':' &&
                     clock.minute >= 0;
  const bool part_before = shape.part != nullptr && shape.part->needs != Need::kClock &&
                           clock.minute >= 0 && !lattice_.is_number(at);
  const bool exact =
      !lattice_.is_number(at) && clock.minute >= 0;  // الثامنة والنصف, half past eight
  if (!certain && !part_next && !colon && !part_before && !halves_said && !exact &&
      next.part == shape.part) {
    if (!next.clock_to.said() || clock.minute < 0) return 0;
  }
  if (!certain && !colon && next.part == nullptr && part_next) {
    // "the third evening" is no clock time: digits or a feminine ordinal with an adverbial part are
    const Sense* part = part_after(end, part_end);
    const bool day_follows = part->word->needs == Need::kDay && !lattice_.is_number(at);
    if (day_follows && !part->article()) return 0;
    if (lattice_.is_number(at) && split_number(lattice_.folded(at)).count > 1 && clock.minute < 0 &&
        !next.clock_to.said()) {
      return 0;
    }
  }
  if (const uint32_t zone = read_zone(end, next); zone != 0) end = zone;
  if (part_next && next.part == nullptr) {
    const Sense* part = part_after(end, part_end);
    if (part != nullptr && part->word->needs != Need::kDay) {
      next.part = part->word;
      end = part_end;
    } else if (part != nullptr) {
      next.part = part->word;
      end = part_end;
    }
    if (const uint32_t zone = read_zone(end, next); zone != 0) end = zone;
  }
  shape = next;
  return end;
}

}  // namespace isnad
