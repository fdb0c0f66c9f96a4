// SPDX-License-Identifier: Apache-2.0
#include "isnad/mention/time/find_times.h"

#include <gtest/gtest.h>

#include "isnad/mention/time/mention_scenario.h"

namespace isnad {
namespace {

TimeResult times_of(const Report& report, const Text& text, std::string_view published,
                    std::string country = {}) {
  static const TimeFinder finder = *TimeFinder::create(test::mention_lexicon());
  return finder.find(text, test::mention_lexicon().find_matches(text),
                     {test::publication(published), std::move(country)});
}

std::string day(const std::optional<Date>& date) { return date ? iso_date(*date) : "none"; }

std::string listed(const Report& report, const Text& text, const TimeResult& result) {
  std::string out = "found:";
  for (const TimeMention& time : result.times) {
    out += " [" + test::words_of(report, text.given_of(time.tokens)) + " = " + time.value + " " +
           day(time.earliest) + ".." + day(time.latest) + "]";
  }
  for (const Warning& warning : result.warnings) out += " !" + warning.code;
  return out;
}

bool matches(const std::vector<std::string>& row, const TimeMention& time) {
  const auto same = [](const std::string& wanted, const std::string& got) {
    return wanted == "-" || wanted == got;
  };
  return same(row[5], time.value) && same(row[6], day(time.earliest)) &&
         same(row[7], day(time.latest));
}

// scenarios/time/times.tsv: id, published, country, text, words, value, earliest, latest, warning.
TEST(FindTimes, EveryScenarioRowComesOut) {
  const auto rows = test::scenario_rows("scenarios/time/times.tsv");
  ASSERT_GE(rows.size(), 300U);
  for (const auto& row : rows) {
    ASSERT_EQ(row.size(), 9U) << row[0];
    const Report report = test::report_of(row[3]);
    const Text text = make_text(report);
    const TimeResult result = times_of(report, text, row[1], row[2]);
    SCOPED_TRACE(row[0] + " " + row[3] + "\n" + listed(report, text, result));
    if (row[4].empty()) {
      EXPECT_TRUE(result.times.empty());
      continue;
    }
    bool found = false;
    for (const TimeMention& time : result.times) {
      found = found ||
              (test::words_of(report, text.given_of(time.tokens)) == row[4] && matches(row, time));
    }
    EXPECT_TRUE(found) << "wanted [" << row[4] << " = " << row[5] << " " << row[6] << ".." << row[7]
                       << "]";
    bool warned = row[8].empty();
    for (const Warning& warning : result.warnings) warned = warned || warning.code == row[8];
    EXPECT_TRUE(warned) << "wanted the warning " << row[8];
    if (row[8].empty() && !row[1].empty()) {
      EXPECT_TRUE(result.warnings.empty());
    }
  }
}

}  // namespace
}  // namespace isnad
