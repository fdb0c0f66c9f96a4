// SPDX-License-Identifier: Apache-2.0
// Reads time expressions off the tokens into TimeShapes: a hand-written grammar of news Arabic over
// the word classes of word_table.h. No Arabic stands here; every word it knows is a row of
// languages/<code>/time.
//
// Every read_… takes the token to begin at and returns the token after what it read, or 0 when
// there is nothing of its kind there. It changes the shape only when it succeeds.
#pragma once

#include "isnad/mention/quantity/number_reader.h"
#include "isnad/mention/quantity/number_token.h"
#include "isnad/mention/time/time_shape.h"

namespace isnad {

class TimeReader {
 public:
  explicit TimeReader(const SenseLattice& lattice) : lattice_(lattice) {}

  // Whether an expression may begin at the token, by the words that begin there alone: most tokens
  // are passed over on this.
  [[nodiscard]] bool may_begin(uint32_t token) const;
  // Any single time expression, the longest reading. `composite` is what read_composite gave for
  // the token and an empty shape, 0 with `composite_end` when it found none: the caller has asked
  // for it already.
  [[nodiscard]] uint32_t read(uint32_t token, const TimeShape& composite, uint32_t composite_end,
                              TimeShape& shape) const;
  // A date, day, month, year, part of day or clock time, in any order that names each once.
  [[nodiscard]] uint32_t read_composite(uint32_t token, TimeShape& shape) const;
  // "three days", "a year and a half".
  [[nodiscard]] uint32_t read_length(uint32_t token, Length& length) const;
  // Days that share the month named after the last of them ("on the 7th and 8th of March"): the
  // first day's number; the month stands in what follows.
  [[nodiscard]] uint32_t read_listed_day(uint32_t token, TimeShape& shape) const;

 private:
  // read_pieces.cpp
  [[nodiscard]] uint32_t read_piece(uint32_t token, TimeShape& shape) const;
  [[nodiscard]] uint32_t read_joined_piece(uint32_t token, TimeShape& shape) const;
  [[nodiscard]] bool acceptable(const TimeShape& shape, uint32_t begin, uint32_t end) const;

  // read_day_word.cpp
  [[nodiscard]] uint32_t read_edge(uint32_t token, TimeShape& shape) const;
  [[nodiscard]] uint32_t read_day_word(uint32_t token, TimeShape& shape) const;
  [[nodiscard]] uint32_t read_weekday(uint32_t token, TimeShape& shape) const;
  [[nodiscard]] uint32_t read_unit_relation(uint32_t token, TimeShape& shape) const;

  // read_period.cpp
  [[nodiscard]] uint32_t read_ordinal_unit(uint32_t token, TimeShape& shape) const;
  [[nodiscard]] uint32_t read_season(uint32_t token, TimeShape& shape) const;
  [[nodiscard]] uint32_t read_long_period(uint32_t token, TimeShape& shape) const;
  [[nodiscard]] uint32_t read_holiday(uint32_t token, TimeShape& shape) const;

  // read_date.cpp
  [[nodiscard]] uint32_t read_day_month(uint32_t token, TimeShape& shape) const;
  [[nodiscard]] uint32_t read_day_after_weekday(uint32_t token, TimeShape& shape) const;
  [[nodiscard]] uint32_t read_numeric_date(uint32_t token, TimeShape& shape) const;
  [[nodiscard]] uint32_t read_day_number(uint32_t token, int& day, int& day_to) const;
  [[nodiscard]] uint32_t read_corresponding(uint32_t token, TimeShape& shape) const;

  // read_month.cpp
  [[nodiscard]] uint32_t read_month(uint32_t token, TimeShape& shape) const;
  [[nodiscard]] uint32_t read_month_day(uint32_t token, TimeShape& shape) const;
  [[nodiscard]] uint32_t read_month_name(uint32_t token, TimeShape& shape, bool certain) const;

  // read_year.cpp
  [[nodiscard]] uint32_t read_year(uint32_t token, TimeShape& shape) const;
  [[nodiscard]] uint32_t read_era(uint32_t token, Era& era) const;

  // read_day_part.cpp
  [[nodiscard]] uint32_t read_part(uint32_t token, TimeShape& shape) const;
  [[nodiscard]] const Sense* part_after(uint32_t token, uint32_t& end) const;

  // read_clock.cpp
  [[nodiscard]] uint32_t read_clock(uint32_t token, TimeShape& shape) const;
  [[nodiscard]] uint32_t read_hour(uint32_t token, ClockTime& clock, bool certain) const;
  [[nodiscard]] uint32_t read_minutes(uint32_t token, ClockTime& clock) const;
  [[nodiscard]] uint32_t read_clock_range(uint32_t token, TimeShape& shape, bool certain) const;
  [[nodiscard]] uint32_t read_zone(uint32_t token, TimeShape& shape) const;

  // read_length.cpp
  [[nodiscard]] uint32_t read_one_length(uint32_t token, Length& length) const;
  [[nodiscard]] uint32_t read_counted_unit(uint32_t token, Length& length) const;
  [[nodiscard]] uint32_t read_fraction_of_unit(uint32_t token, Length& length) const;
  [[nodiscard]] bool is_age(uint32_t begin, uint32_t end) const;

  // read_length_use.cpp
  [[nodiscard]] uint32_t read_offset(uint32_t token, TimeShape& shape) const;
  [[nodiscard]] uint32_t read_recent(uint32_t token, TimeShape& shape) const;
  [[nodiscard]] uint32_t read_duration(uint32_t token, TimeShape& shape) const;
  [[nodiscard]] uint32_t read_set(uint32_t token, TimeShape& shape) const;
  [[nodiscard]] uint32_t with_clock(uint32_t token, TimeShape& shape) const;

  // read_named.cpp
  [[nodiscard]] uint32_t read_reference(uint32_t token, TimeShape& shape) const;
  [[nodiscard]] uint32_t read_since_event(uint32_t token, TimeShape& shape) const;
  [[nodiscard]] uint32_t read_anniversary(uint32_t token, TimeShape& shape) const;
  [[nodiscard]] uint32_t read_ordinal_day(uint32_t token, TimeShape& shape) const;
  [[nodiscard]] uint32_t read_directed(uint32_t token, TimeShape& shape) const;

  // look_around.cpp: small looks ahead and behind
  [[nodiscard]] const Sense* unit_at(uint32_t token, Unit unit) const;
  [[nodiscard]] const Sense* unit_at(uint32_t token) const {
    return lattice_.find(token, WordClass::kUnit);
  }
  // A unit written with a pronoun-like ending: the construct dual of عامي 2014 و2018, يومي السبت
  // والأحد.
  [[nodiscard]] bool is_construct_dual(uint32_t token, Unit unit) const;
  [[nodiscard]] const Sense* relation_at(uint32_t token) const;
  [[nodiscard]] bool ends_clause(uint32_t token) const;
  [[nodiscard]] bool is_word(uint32_t token) const {
    return token < lattice_.size() && lattice_.text().tokens[token].kind == TokenKind::kWord;
  }
  [[nodiscard]] bool is_dash(uint32_t token) const;
  [[nodiscard]] bool prepositional(uint32_t token) const;

  const SenseLattice& lattice_;
};

}  // namespace isnad
