// SPDX-License-Identifier: Apache-2.0
#include "train/evaluate_roles.h"

#include <gtest/gtest.h>

namespace isnad::train {
namespace {

std::string sentence(const std::string& spans) {
  return R"([{"_id": "a", "event_type": "ASSAULT", "text": "t", "spans": [)" + spans + "]}]";
}

std::string span(const std::string& words, const std::string& role) {
  return R"({"source_actor": [)" + words + R"(], "source_role": )" + role +
         R"(, "target_actor": [], "target_role": {}})";
}

const std::string kArmy = R"({"main": "ISR", "role": "MIL"})";
const std::string kNone = R"({"main": "None", "role": "None"})";

TEST(MarkedSentences, TakeThePairOfMoreThanHalf) {
  const auto read = marked_sentences(
      sentence(span("\"w\"", kArmy) + "," + span("\"w\"", kArmy) + "," + span("", "{}")), "here");
  ASSERT_TRUE(read);
  ASSERT_EQ(read->size(), 1U);
  const auto& agent = read->front().agent;
  EXPECT_TRUE(agent.decided_pair);
  EXPECT_EQ(agent.pair, (RolePair{"ISR", "MIL"}));
  EXPECT_TRUE(agent.decided_marked);
  EXPECT_TRUE(agent.marked);
}

TEST(MarkedSentences, DecideNothingWhereVoicesAreEven) {
  const auto read = marked_sentences(sentence(span("\"w\"", kArmy) + "," + span("", "{}")), "here");
  ASSERT_TRUE(read);
  EXPECT_FALSE(read->front().agent.decided_pair);
  EXPECT_FALSE(read->front().agent.decided_marked);
}

TEST(MarkedSentences, ReadNoneUnknownAndNobodyAsNothing) {
  const auto read = marked_sentences(
      sentence(span("\"w\"", kNone) + "," + span("\"w\"", "\"UNKNOWN\"") + "," + span("", "{}")),
      "here");
  ASSERT_TRUE(read);
  EXPECT_TRUE(read->front().agent.decided_pair);
  EXPECT_TRUE(read->front().agent.pair.empty());
  EXPECT_TRUE(read->front().agent.marked);
  EXPECT_FALSE(read->front().recipient.marked);
}

TEST(MarkedSentences, NameTheSentenceThatLacksItsSpans) {
  const auto read = marked_sentences(R"([{"_id": "a", "event_type": "X", "text": "t"}])", "here");
  ASSERT_FALSE(read);
  EXPECT_NE(read.error().what.find("number 1"), std::string::npos);
  EXPECT_FALSE(marked_sentences("{}", "here"));
}

TEST(EvaluateRoles, ComparesCountryAndSectorTogether) {
  Party party;
  party.country = "ISR";
  party.sector = "MIL";
  EXPECT_TRUE(has_pair({party}, {"ISR", "MIL"}));
  EXPECT_FALSE(has_pair({party}, {"", "MIL"}));
  EXPECT_FALSE(has_pair({party}, {"ISR", ""}));
  EXPECT_FALSE(has_pair({}, {"ISR", "MIL"}));
}

}  // namespace
}  // namespace isnad::train
