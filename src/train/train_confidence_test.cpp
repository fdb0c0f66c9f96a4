// SPDX-License-Identifier: Apache-2.0
#include "train/train_confidence.h"

#include <gtest/gtest.h>

namespace isnad::train {
namespace {

// Forty documents of one sentence: it is right where it says "yesterday", wrong where "always"; a
// second claim of each sentence says nothing.
ConfidenceGold gold() {
  ConfidenceGold out;
  for (int i = 0; i < 40; ++i) {
    const bool right = i % 2 == 0;
    const std::string bag = "ASSAULT " + std::to_string(i);
    out.sentences.push_back({bag,
                             right ? "yes" : "easy no",
                             "ASSAULT",
                             std::to_string(i),
                             {{right ? "words=yesterday" : "words=always", 1}},
                             right ? 1.0F : 0.0F});
    out.claims.push_back({"ASSAULT",
                          std::to_string(i),
                          bag,
                          {{right ? "word=yesterday" : "word=always", 1}},
                          right ? 1.0F : 0.0F,
                          false,
                          true});
    out.claims.push_back(
        {"ASSAULT", std::to_string(i), bag, {{"word=other", 1}}, right ? 1.0F : 0.0F, false, true});
  }
  return out;
}

ConfidenceTrainingOptions light() {
  ConfidenceTrainingOptions options;
  options.penalty = 0.1;
  return options;
}

TEST(TrainConfidence, LearnsWhatGoesWithRightClaims) {
  const auto model = train_confidence(gold(), light());
  EXPECT_GT(model.weights.at("word=yesterday"), 0.5F);
  EXPECT_LT(model.weights.at("word=always"), -0.5F);
}

TEST(TrainConfidence, LearnsFromTheWordsOfSentencesByType) {
  const auto model = train_confidence(gold(), light());
  EXPECT_GT(model.weights.at(lone_word_name("ASSAULT", "words=yesterday")), 0.5F);
  EXPECT_LT(model.weights.at(lone_word_name("ASSAULT", "words=always")), -0.5F);
  EXPECT_EQ(model.weights.count(lone_word_name("PROTEST", "")), 0U);
}

TEST(TrainConfidence, IsTheSameForTheSameGold) {
  EXPECT_EQ(train_confidence(gold(), light()).render(), train_confidence(gold(), light()).render());
}

TEST(TrainConfidence, MeasuresOutOfFold) {
  const auto examples = gold();
  const auto scores = score_confidence(examples, cross_validated(examples, light()));
  ASSERT_EQ(scores.sentences.size(), 1U);
  EXPECT_EQ(scores.sentences[0].positives, 20U);
  EXPECT_GT(scores.sentences[0].average_precision, 99);
}

TEST(TrainConfidence, CountsASentenceWithoutAClaimAsMissed) {
  auto examples = gold();
  examples.sentences.push_back({"ASSAULT none", "yes", "ASSAULT", "none", {}, 1});
  const auto scores = score_confidence(examples, std::vector<float>(examples.claims.size(), 1.0F));
  EXPECT_NEAR(scores.sentences[0].recall, 100.0 * 20 / 21, 0.01);
}

TEST(ReliabilityDiagram, DrawsABarATenth) {
  ConfidenceScores scores;
  scores.bins.assign(10, {5, 0.5, 0.5});
  const std::string svg = reliability_svg(scores);
  size_t bars = 0;
  for (size_t at = svg.find("#6a8caf"); at != std::string::npos; at = svg.find("#6a8caf", at + 1))
    ++bars;
  EXPECT_EQ(bars, 10U);
}

}  // namespace
}  // namespace isnad::train
