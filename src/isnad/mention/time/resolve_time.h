// SPDX-License-Identifier: Apache-2.0
// From what an expression says to what it means: TIMEX3 value, days that bracket it, precision,
// anchor, and the reason where there was a choice. Follows design notes in
// docs/decisions/0020-times-of-news-arabic.md.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "isnad/mention/time/time_shape.h"
#include "isnad/report/report.h"

namespace isnad {

// What a contradiction in the words is about; the finder makes the Warning with its span.
struct TimeFault {
  std::string_view code;
  std::string message;
};

struct TimeSurroundings {
  Tense tense = Tense::kUnknown;
  // The year of an explicit date before it in the same sentence, for "in 2011 … and in March".
  std::optional<int> sentence_year;
  bool event_head = false;  // a word such as attacks, revolution stands before it
};

class TimeResolver {
 public:
  TimeResolver(const std::optional<PublicationTime>& published, std::string_view outlet_country,
               const WordTable& words);

  // To be called for all shapes of the report before the first resolve: what one place of the text
  // says (an anniversary, a weekday) decides month doubles that disagree in another.
  void consider(const TimeShape& shape, const TimeSurroundings& around);

  // The mention but for its tokens. Appends to `faults` what contradicts itself. Dates resolved
  // here become the last date for later anaphora.
  [[nodiscard]] TimeMention resolve(const TimeShape& shape, const TimeSurroundings& around,
                                    std::vector<TimeFault>& faults);

  // From one time to another: value "a/b", from the first day of one to the last of the other.
  [[nodiscard]] TimeMention resolve_range(const TimeShape& from, const TimeShape& to,
                                          const TimeSurroundings& around,
                                          std::vector<TimeFault>& faults);

  // How many times hung on a publication date that is not known.
  [[nodiscard]] int unresolved() const { return unresolved_; }

 private:
  struct Decision {
    int first = 0, second = 0, year = -1;  // the pair of months, the year said
    int month = 0;
    int strength = 0;
    std::string why;
  };

  void resolve_length(const TimeShape& shape, const TimeSurroundings& around, TimeMention& mention);
  void resolve_offset(const TimeShape& shape, const TimeSurroundings& around, TimeMention& mention);
  void resolve_recent(const TimeShape& shape, TimeMention& mention);
  void resolve_reference(const TimeShape& shape, TimeMention& mention);
  void resolve_set(const TimeShape& shape, TimeMention& mention) const;
  void resolve_event(const TimeShape& shape, TimeMention& mention);
  void resolve_anniversary(const TimeShape& shape, TimeMention& mention);
  void resolve_ordinal_day(const TimeShape& shape, TimeMention& mention);

  void resolve_calendar(const TimeShape& shape, const TimeSurroundings& around,
                        TimeMention& mention, std::vector<TimeFault>& faults);
  void resolve_day(const TimeShape& shape, const TimeSurroundings& around, TimeMention& mention,
                   std::vector<TimeFault>& faults);
  void resolve_hijri(const TimeShape& shape, const TimeSurroundings& around, TimeMention& mention,
                     std::vector<TimeFault>& faults);
  void resolve_month(const TimeShape& shape, const TimeSurroundings& around, TimeMention& mention,
                     std::vector<TimeFault>& faults);
  void resolve_part_of_year(const TimeShape& shape, const TimeSurroundings& around,
                            TimeMention& mention);
  void resolve_week(const TimeShape& shape, TimeMention& mention);
  void resolve_unit(const TimeShape& shape, TimeMention& mention);
  void resolve_long_period(const TimeShape& shape, TimeMention& mention);
  void check_weekday(const TimeShape& shape, Date date, TimeMention& mention,
                     std::vector<TimeFault>& faults) const;
  void apply_time_of_day(const TimeShape& shape, TimeMention& mention) const;
  void apply_night(const TimeShape& shape, TimeMention& mention) const;
  void apply_direction(const TimeShape& shape, const TimeSurroundings& around,
                       TimeMention& mention) const;

  // The year of a month or day that names none.
  [[nodiscard]] std::optional<int> year_for(const TimeShape& shape, int month,
                                            const TimeSurroundings& around,
                                            TimeMention& mention) const;
  [[nodiscard]] int month_of_double(const TimeShape& shape, TimeMention& mention,
                                    std::vector<TimeFault>& faults) const;
  [[nodiscard]] Decision decide_double(const TimeShape& shape,
                                       const TimeSurroundings& around) const;
  // Where a relation counts from, and how many units on.
  [[nodiscard]] std::optional<Date> base_of(Relation relation, TimeMention& mention);
  // The year of a day that names an event ("the attacks of 7 October"), for this outlet's country.
  [[nodiscard]] std::optional<int> known_year(int day, int month) const;
  [[nodiscard]] bool is_hijri_year(const TimeShape& shape) const;
  static void set_range(TimeMention& mention, DayRange range, TimePrecision precision);
  void unresolved_without_publication(TimeMention& mention);

  std::optional<PublicationTime> published_;
  bool hijri_country_ = false;
  std::string country_;
  const WordTable& words_;
  std::optional<Date> last_;  // the last explicit date of the text
  std::vector<int> anniversaries_;
  std::vector<Decision> decisions_;
  int unresolved_ = 0;
};

}  // namespace isnad
