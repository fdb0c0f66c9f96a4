// SPDX-License-Identifier: Apache-2.0
#include "scenario.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace isnad {
namespace {

TEST(Scenario, ReadsHeaderTextAndClaims) {
  const auto file = parse_scenarios(
      "# a comment\n"
      "=== a shelling\n"
      "published: 2024-01-16\n"
      "\n"
      "One line.\n"
      "\n"
      "Two: lines.\n"
      "---\n"
      "type: ASSAULT\n"
      "killed: 5\n"
      "\n"
      "type: PROTEST\n"
      "warning: month-names-disagree\n");
  EXPECT_TRUE(file.faults.empty());
  ASSERT_EQ(file.scenarios.size(), 1U);
  const Scenario& scenario = file.scenarios[0];
  EXPECT_EQ(scenario.name, "a shelling");
  EXPECT_EQ(scenario.line, 2U);
  EXPECT_EQ(scenario.text, "One line.\n\nTwo: lines.");
  ASSERT_EQ(scenario.claims.size(), 2U);
  EXPECT_EQ(scenario.claims[0].fields[1].value, "5");
  EXPECT_EQ(scenario.claims[0].fields[1].line, 10U);
  ASSERT_EQ(scenario.whole.size(), 1U);
  EXPECT_EQ(scenario.whole[0].key, "warning");
}

TEST(Scenario, NeedsNoNameAndNoHeader) {
  const auto file = parse_scenarios("Text: with a colon.\n---\nno claims\n");
  EXPECT_TRUE(file.faults.empty());
  ASSERT_EQ(file.scenarios.size(), 1U);
  EXPECT_EQ(file.scenarios[0].text, "Text: with a colon.");
  EXPECT_EQ(file.scenarios[0].whole[0].value, "0");
}

TEST(Scenario, NamesTheLineOfEachFault) {
  const auto file = parse_scenarios(
      "text\n"
      "---\n"
      "killed: 5\n"
      "type: ASSAULT\n"
      "colour: red\n"
      "what is this\n"
      "=== nothing expected\n"
      "text\n"
      "---\n");
  std::vector<size_t> lines;
  for (const auto& fault : file.faults) lines.push_back(fault.line);
  EXPECT_THAT(lines, testing::ElementsAre(3, 5, 6, 9));
}

TEST(Scenario, SaysWhenTheExpectationsAreMissing) {
  const auto file = parse_scenarios("only text\n");
  ASSERT_EQ(file.faults.size(), 1U);
  EXPECT_THAT(file.faults[0].what, testing::HasSubstr("---"));
}

}  // namespace
}  // namespace isnad
