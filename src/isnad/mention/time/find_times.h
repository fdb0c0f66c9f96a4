// SPDX-License-Identifier: Apache-2.0
// When: every time expression of a report, with its TIMEX3 value and the days that bracket it.
//
// Comes in: the tokens of a report, the lexicon's matches in them, the time of publication. Goes
// out: mentions in text order, none inside another, and warnings where the text contradicts itself:
//   month-names-disagree       "كانون الثاني/ديسمبر" names two months
//   weekday-date-disagree      the date named is another day of the week
//   hijri-date-disagree        a Hijri date and the Gregorian one beside it are more than a day
//   apart after-publication          something told as past is dated after the report
//   unresolved-no-publication  times that hang on a publication date nobody knows; one for the
//   whole report
// Which event a time belongs to is the event step's business.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "isnad/lexicon/lexicon.h"
#include "isnad/mention/quantity/word_table.h"
#include "isnad/mention/time/time_mention.h"
#include "isnad/report/report.h"
#include "isnad/report/warning.h"
#include "isnad/text/text.h"

namespace isnad {

struct TimeContext {
  std::optional<PublicationTime> published;
  std::string outlet_country;  // ISO alpha-2, empty when unknown: decides Hijri years and days that
                               // name events
};

struct TimeResult {
  std::vector<TimeMention> times;
  std::vector<Warning> warnings;
};

class TimeFinder {
 public:
  // Reads the tables of languages/<code>/time and quantity. Errors: kBadLexicon.
  [[nodiscard]] static Result<TimeFinder> create(const Lexicon& lexicon);

  // Linear in the text; const and thread-safe. Example: "قُتل 3 مدنيين مساء أمس" (3 civilians were
  // killed yesterday evening) in a report of 2025-03-20 gives "مساء أمس", value 2025-03-19TEV,
  // part-of-day.
  [[nodiscard]] TimeResult find(const Text& text, std::span<const Match> matches,
                                const TimeContext& context) const;

 private:
  explicit TimeFinder(WordTable words) : words_(std::move(words)) {}
  WordTable words_;
};

}  // namespace isnad
