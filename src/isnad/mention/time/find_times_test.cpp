// SPDX-License-Identifier: Apache-2.0
#include "isnad/mention/time/find_times.h"

#include <gtest/gtest.h>

#include "isnad/mention/time/mention_scenario_test.h"

namespace isnad {
namespace {

TimeResult times_of(const Text& text, std::string_view published, std::string country = {}) {
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
    const TimeResult result = times_of(text, row[1], row[2]);
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

const TimeMention* with_words(const Report& report, const Text& text, const TimeResult& result,
                              std::string_view words) {
  for (const TimeMention& time : result.times) {
    if (test::words_of(report, text.given_of(time.tokens)) == words) return &time;
  }
  return nullptr;
}

TEST(FindTimes, AnAnniversaryDecidesADoubleSaidBeforeIt) {
  const Report report = test::report_of(
      // The market was shelled for the first time since December/January 2023. The shelling falls
      // near the second anniversary of the attack.
      "قصفت السوق للمرة الأولى منذ ديسمبر/كانون الثاني 2023. ويأتي القصف مع قرب الذكرى السنوية "
      "الثانية للهجوم.");
  const Text text = make_text(report);
  const TimeResult result = times_of(text, "2025-01-12");
  ASSERT_EQ(result.times.size(), 2U) << listed(report, text, result);
  EXPECT_EQ(result.times[0].value, "2023-01");
  EXPECT_EQ(result.times[0].direction, TimeDirection::kSince);
  EXPECT_NE(result.times[0].reason.find("anniversary"), std::string::npos);
  EXPECT_TRUE(result.times[1].anniversary);
  EXPECT_EQ(result.times[1].anniversary_years, 2);
  ASSERT_EQ(result.warnings.size(), 1U);
  const std::string double_name = "ديسمبر/كانون الثاني";  // December/January
  EXPECT_EQ(test::words_of(report, result.warnings[0].span), double_name);
}

TEST(FindTimes, HoursBeforePublicationUseItsMinute) {
  const Report report =
      test::report_of("قتل جندي قبل ثلاث ساعات.");  // a soldier was killed three hours ago
  const Text text = make_text(report);
  const TimeResult known = times_of(text, "2025-03-20T01:15");
  ASSERT_EQ(known.times.size(), 1U);
  EXPECT_EQ(known.times[0].value, "2025-03-19T22:15");
  const TimeResult unknown = times_of(text, "2025-03-20");
  EXPECT_EQ(unknown.times[0].value, "2025-03-20");
}

TEST(FindTimes, AZoneBesideTheClockGivesItsOffset) {
  // A car blew up at 14:30 (12:30 GMT).
  const Report report = test::report_of("انفجرت سيارة عند الساعة 14,30 (12,30 ت غ).");
  const Text text = make_text(report);
  const TimeResult result = times_of(text, "2025-03-20");
  ASSERT_EQ(result.times.size(), 1U) << listed(report, text, result);
  EXPECT_EQ(result.times[0].utc_offset_minutes, 120);
}

TEST(FindTimes, OneWarningForAllThatHangsOnAMissingDate) {
  const Report report =
      test::report_of("قتل جندي أمس. وقتل آخر الأحد.");  // yesterday … and on Sunday
  const Text text = make_text(report);
  const TimeResult result = times_of(text, "");
  ASSERT_EQ(result.warnings.size(), 1U);
  EXPECT_EQ(result.warnings[0].code, "unresolved-no-publication");
  const TimeMention* sunday = with_words(report, text, result, "الأحد");  // Sunday
  ASSERT_NE(sunday, nullptr);
  EXPECT_EQ(sunday->anchor, TimeAnchor::kPublication);
  EXPECT_FALSE(sunday->earliest.has_value());
}

TEST(FindTimes, NothingInAnEmptyText) {
  const Report report;
  const Text text = make_text(report);
  EXPECT_TRUE(times_of(text, "2025-03-20").times.empty());
}

}  // namespace
}  // namespace isnad
