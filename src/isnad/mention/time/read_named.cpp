// SPDX-License-Identifier: Apache-2.0
// Times named by something else than a calendar: now and then, anniversaries, the day count of a
// war, since the beginning of a war; and the whole: which kind of expression begins at a token.
// Part of TimeReader.
#include <span>

#include "isnad/mention/time/time_reader.h"

namespace isnad {

uint32_t TimeReader::read_reference(uint32_t token, TimeShape& shape) const {
  const Sense* word = lattice_.find(token, WordClass::kReference);
  if (word == nullptr || (word->proclitics & kPrepositionK) != 0) return 0;
  // "and finally" is a list's last item, not a time
  if (word->joined() && word->word->role == 0 && word->end == token + 1 &&
      word->word->text == "PAST_REF")
    return 0;
  shape.reference = word->word;
  return word->end;
}

// "since the war in Gaza", "since the outbreak of the fighting"; a known war after any other
// preposition too.
uint32_t TimeReader::read_since_event(uint32_t token, TimeShape& shape) const {
  const Sense* since = lattice_.particle(token, Particle::kSince);
  const Sense* after = lattice_.particle(token, Particle::kAfter);
  const Sense* before = lattice_.particle(token, Particle::kBefore);
  const Sense* head = since != nullptr ? since : after != nullptr ? after : before;
  if (head == nullptr) return 0;
  uint32_t at = head->end;
  bool outbreak = false;
  for (int i = 0; i < 2; ++i) {
    const Sense* edge = lattice_.find(at, WordClass::kEdge);
    const Sense* start = lattice_.find(at, WordClass::kLastingEvent, 1);
    if (edge != nullptr && static_cast<Edge>(edge->word->role) == Edge::kStart) {
      at = edge->end;
      outbreak = true;
    } else if (start != nullptr) {
      at = start->end;
      outbreak = true;
    }
  }
  if (const Sense* known = lattice_.find(at, WordClass::kKnownEvent); known != nullptr) {
    shape.event = known->word;
    shape.direction = since != nullptr ? TimeDirection::kSince : TimeDirection::kUnstated;
    shape.side = since != nullptr ? 0 : after != nullptr ? 1 : -1;
    return known->end;
  }
  const Sense* lasting = lattice_.find(at, WordClass::kLastingEvent, 0);
  if (since == nullptr || lasting == nullptr || (!outbreak && !lasting->article())) return 0;
  shape.some_event = true;
  shape.direction = TimeDirection::kSince;
  return lasting->end;
}

// "the second anniversary": which one is said by the ordinal after it.
uint32_t TimeReader::read_anniversary(uint32_t token, TimeShape& shape) const {
  const Sense* word = lattice_.find(token, WordClass::kAnniversary);
  if (word == nullptr) return 0;
  uint32_t at = word->end;
  const Sense* yearly = lattice_.find(at, WordClass::kSet);
  if (yearly != nullptr && yearly->article()) at = yearly->end;
  const NumberReading ordinal = read_ordinal(lattice_, at, true);
  if (ordinal.found()) {
    shape.anniversary_number = static_cast<int>(ordinal.value);
    at = ordinal.end;
  } else if (const uint32_t glued = lattice_.skip_glued(at);
             glued != at && lattice_.is_number(glued)) {
    const PlainNumber number = plain_number(split_number(lattice_.folded(glued)));
    if (number.valid && number.whole >= 1 && number.whole < 1000) {
      shape.anniversary_number = static_cast<int>(number.whole);
      at = glued + 1;
    }
  }
  // the bare word "memory" or the bare adjective "yearly" is no anniversary
  const bool said = shape.anniversary_number > 0 || word->end > token + 1;
  if (!said) return 0;
  shape.anniversary = true;
  return at;
}

// "for the second day in a row", "day 274 of the war": the day of writing, counted.
uint32_t TimeReader::read_ordinal_day(uint32_t token, TimeShape& shape) const {
  const Sense* day = unit_at(token);
  if (day == nullptr || day->word->a != 1 || !day->article()) return 0;
  const auto unit = static_cast<Unit>(day->word->role);
  if (unit != Unit::kDay && unit != Unit::kWeek && unit != Unit::kMonth && unit != Unit::kYear)
    return 0;
  if (unit == Unit::kYear && token > 0 &&
      lattice_.find(token - 1, WordClass::kGeneralHead) != nullptr)
    return 0;
  NumberReading number = read_ordinal(lattice_, day->end, true);
  if (!number.found()) {
    const uint32_t glued = lattice_.skip_glued(day->end);
    if (glued == day->end) return 0;
    number = read_number(lattice_, day->end);
  }
  if (!number.found() || number.value < 1 || number.value > 5000 || number.fraction) return 0;
  shape.ordinal_number = static_cast<int>(number.value);
  shape.length.unit = unit;
  uint32_t end = number.end;
  if (const Sense* running = lattice_.particle(end, Particle::kRunning); running != nullptr) {
    shape.ordinal_day = true;
    return running->end;
  }
  if ((day->proclitics & kPrepositionL) != 0 && unit == Unit::kDay) {
    shape.ordinal_day = true;
    return end;
  }
  if (const Sense* of = lattice_.particle(end, Particle::kFrom); of != nullptr) {
    const Sense* war = lattice_.find(of->end, WordClass::kLastingEvent);
    const Sense* known = lattice_.find(of->end, WordClass::kKnownEvent);
    if (known != nullptr || war != nullptr) shape.ordinal_day = true;
  }
  if (const Sense* war = lattice_.find(end, WordClass::kLastingEvent);
      war != nullptr && (war->proclitics & kPrepositionL) != 0) {
    shape.ordinal_day = true;
  }
  if (unit != Unit::kDay && !shape.ordinal_day) return 0;
  return end;
}

// since / until / before / after a date.
uint32_t TimeReader::read_directed(uint32_t token, TimeShape& shape) const {
  const Sense* particle = lattice_.find(token, WordClass::kParticle);
  if (particle == nullptr) return 0;
  TimeShape next;
  switch (static_cast<Particle>(particle->word->role)) {
    case Particle::kSince:
      next.direction = TimeDirection::kSince;
      break;
    case Particle::kUntil:
      next.direction = TimeDirection::kUntil;
      break;
    case Particle::kBefore:
      next.side = -1;
      break;
    case Particle::kAfter:
      next.side = 1;
      break;
    default:
      return 0;
  }
  uint32_t at = particle->end;
  if (const Sense* day = unit_at(at, Unit::kDay);
      day != nullptr && !day->article() && day->word->a == 1 &&
      lattice_.find(day->end, WordClass::kWeekday) == nullptr) {
    at = day->end;
  }
  const uint32_t end = read_composite(at, next);
  if (end == 0) return 0;
  shape = next;
  shape.tokens.begin = token;
  return end;
}

bool TimeReader::may_begin(uint32_t token) const {
  using enum WordClass;
  static constexpr WordClasses kBeginning = {
      kMonth,  kHijriMonth, kWeekday,   kUnit,   kDayPart, kDayWord,    kRelation,
      kEdge,   kParticle,   kReference, kSeason, kHoliday, kSet,        kDecade,
      kNumber, kOrdinal,    kFraction,  kBound,  kVague,   kAnniversary};
  return lattice_.may_hold(token, kBeginning) || lattice_.digits_at(token) ||
         lattice_.is_mark(token, "(");
}

uint32_t TimeReader::read(uint32_t token, const TimeShape& composite, uint32_t composite_end,
                          TimeShape& shape) const {
  struct Kind {
    uint32_t (TimeReader::*read)(uint32_t, TimeShape&) const;
    bool digits;
    WordClasses words;
  };
  using enum WordClass;
  // of two that are equally long the first is taken; a composite stands between the two lists
  static constexpr Kind kBeforeComposite[] = {
      {&TimeReader::read_anniversary, false, {kAnniversary}},
      {&TimeReader::read_since_event, false, {kParticle}},
      {&TimeReader::read_ordinal_day, false, {kUnit}},
      {&TimeReader::read_recent, true, {kParticle, kUnit, kFraction, kVague, kNumber}},
      {&TimeReader::read_offset, false, {kParticle}},
  };
  static constexpr Kind kAfterComposite[] = {
      {&TimeReader::read_directed, false, {kParticle}},
      {&TimeReader::read_set, false, {kSet, kParticle, kUnit}},
      {&TimeReader::read_reference, false, {kReference}},
      {&TimeReader::read_duration, true, {kBound, kFraction, kVague, kNumber, kUnit}},
  };
  const bool digits = lattice_.digits_at(token);
  uint32_t best = 0;
  const auto keep = [&](const TimeShape& found, uint32_t end) {
    if (end <= best) return;
    best = end;
    shape = found;
    shape.tokens = {token, end};
  };
  const auto try_all = [&](std::span<const Kind> kinds) {
    for (const Kind& kind : kinds) {
      if (!(kind.digits && digits) && !lattice_.may_hold(token, kind.words)) continue;
      TimeShape next;
      const uint32_t end = (this->*kind.read)(token, next);
      keep(next, end);
    }
  };
  try_all(kBeforeComposite);
  keep(composite, composite_end);
  try_all(kAfterComposite);
  // "at nine in the morning every Sunday"
  if (best != 0 && shape.clock.said() && shape.only_time_of_day()) {
    TimeShape set;
    const uint32_t end = read_set(best, set);
    if (end != 0 && set.set == nullptr && !set.clock.said()) {
      set.clock = shape.clock;
      if (set.part == nullptr) set.part = shape.part;
      set.tokens = {token, end};
      shape = set;
      best = end;
    }
  }
  return best;
}

}  // namespace isnad
