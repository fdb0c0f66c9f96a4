// SPDX-License-Identifier: Apache-2.0
#include "isnad/mention/quantity/find_quantities.h"

#include <gtest/gtest.h>

#include "isnad/mention/time/find_times.h"
#include "isnad/mention/time/mention_scenario_test.h"

namespace isnad {
namespace {

std::vector<QuantityMention> quantities_of(const Text& text) {
  static const TimeFinder times = *TimeFinder::create(test::mention_lexicon());
  static const QuantityFinder finder = *QuantityFinder::create(test::mention_lexicon());
  const auto matches = test::mention_lexicon().find_matches(text);
  const TimeContext context{test::publication("2025-03-20"), {}};
  return finder.find(text, matches, times.find(text, matches, context).times);
}

std::string number(const std::optional<int64_t>& value) {
  return value ? std::to_string(*value) : "none";
}

std::string harm_name(Harm harm) {
  static constexpr const char* kNames[] = {"none",     "killed",   "injured", "killed-or-injured",
                                           "detained", "abducted", "missing", "displaced"};
  return kNames[static_cast<size_t>(harm)];
}

std::string who(const QuantityMention& quantity) {
  if (quantity.victim == kNoRow) return "none";
  const auto kind = test::mention_lexicon().field(quantity.victim, "who");
  return kind.empty() ? "none" : std::string(kind);
}

std::string shown(const Report& report, const Text& text, const QuantityMention& quantity) {
  return "[" + test::words_of(report, text.given_of(quantity.tokens)) + " = " +
         number(quantity.range.low) + "/" + number(quantity.range.best) + "/" +
         number(quantity.range.high) + " " + who(quantity) + " " + harm_name(quantity.harm) +
         (quantity.part_of ? " part" : "") + (quantity.cumulative ? " total" : "") + "]";
}

bool flags_fit(const std::string& flags, const QuantityMention& quantity) {
  if (flags == "part") return quantity.part_of.has_value();
  if (flags == "whole") return !quantity.part_of.has_value();
  if (flags == "total") return quantity.cumulative;
  if (flags == "event") return !quantity.cumulative;
  return flags == "-";
}

bool matches(const std::vector<std::string>& row, const QuantityMention& quantity) {
  const auto same = [](const std::string& wanted, const std::string& got) {
    return wanted == "-" || wanted == got;
  };
  return same(row[3], number(quantity.range.low)) && same(row[4], number(quantity.range.best)) &&
         same(row[5], number(quantity.range.high)) && same(row[6], who(quantity)) &&
         same(row[7], harm_name(quantity.harm)) && flags_fit(row[8], quantity);
}

// scenarios/quantity/quantities.tsv: id, text, words, low, best, high, who, harm, flags.
TEST(FindQuantities, EveryScenarioRowComesOut) {
  const auto rows = test::scenario_rows("scenarios/quantity/quantities.tsv");
  ASSERT_GE(rows.size(), 100U);
  for (const auto& row : rows) {
    ASSERT_EQ(row.size(), 9U) << row[0];
    const Report report = test::report_of(row[1]);
    const Text text = make_text(report);
    const auto found = quantities_of(text);
    std::string all = row[0] + " " + row[1] + "\nfound:";
    bool right = false, people = false;
    for (const QuantityMention& quantity : found) {
      all += " " + shown(report, text, quantity);
      people = people || quantity.of_people;
      right = right || (test::words_of(report, text.given_of(quantity.tokens)) == row[2] &&
                        matches(row, quantity));
    }
    SCOPED_TRACE(all);
    if (row[2].empty()) {
      EXPECT_FALSE(people);
    } else {
      EXPECT_TRUE(right) << "wanted [" << row[2] << " = " << row[3] << "/" << row[4] << "/"
                         << row[5] << " " << row[6] << " " << row[7] << " " << row[8] << "]";
    }
  }
}

}  // namespace
}  // namespace isnad
