// SPDX-License-Identifier: Apache-2.0
#include "isnad/event/confidence_model.h"

#include <gtest/gtest.h>

namespace isnad {
namespace {

ConfidenceModelText small_model() {
  ConfidenceModelText text;
  text.provenance = {"a test"};
  text.least = 0.15F;
  text.bias = -1;
  text.weights = {{"construction=event-noun", 0.5F}, {"left=اعلن", 2}};  // announced
  return text;
}

TEST(ConfidenceModel, ReadsBackWhatWasWritten) {
  const auto model = ConfidenceModel::parse(small_model().render(), "memory");
  ASSERT_TRUE(model) << describe(model.error());
  EXPECT_FLOAT_EQ(model->least(), 0.15F);
  EXPECT_FLOAT_EQ(model->weight("left=اعلن"), 2);  // announced
  EXPECT_FLOAT_EQ(model->weight("left=unknown"), 0);
}

TEST(ConfidenceModel, AddsWeightsByTheStrengthOfTheirFeatures) {
  const auto model = ConfidenceModel::parse(small_model().render(), "memory");
  ASSERT_TRUE(model);
  EXPECT_NEAR(model->probability({}), 0.2689, 1e-3);  // the bias alone
  EXPECT_NEAR(model->probability({{"construction=event-noun", 2}}), 0.5, 1e-3);
  EXPECT_NEAR(model->probability({{"left=اعلن", 0.5F}, {"left=unknown", 1}}), 0.5, 1e-3);
}

TEST(ConfidenceModel, SharesALoneSentenceBetweenTraitsAndWords) {
  auto text = small_model();
  text.words_share = 0.25F;
  text.weights[lone_word_name("ASSAULT", "")] = -2;
  text.weights[lone_word_name("ASSAULT", "words=قصف")] = 4;  // shelling
  const auto model = ConfidenceModel::parse(text.render(), "memory");
  ASSERT_TRUE(model);
  EXPECT_TRUE(model->judges_sentences("ASSAULT"));
  EXPECT_FALSE(model->judges_sentences("PROTEST"));
  const std::vector<Feature> words{{"words=قصف", 0.5F}};
  // 0.75 (-1 + 2 · 0.5) + 0.25 (-2 + 4 · 0.5) = 0
  EXPECT_NEAR(model->probability({{"construction=event-noun", 2}}, "ASSAULT", words), 0.5, 1e-3);
}

TEST(ConfidenceModel, RefusesAFileWithAnyByteChanged) {
  const std::string good = small_model().render();
  for (size_t i = 0; i < good.size(); ++i) {
    std::string bad = good;
    bad[i] = static_cast<char>(bad[i] ^ 1);
    const auto model = ConfidenceModel::parse(bad, "memory");
    // What stands in a comment, or is still a number in the head, may change.
    if (model) {
      EXPECT_EQ(model->content_hash(), ConfidenceModel::parse(good, "memory")->content_hash());
      EXPECT_FLOAT_EQ(model->weight("left=اعلن"), 2);  // announced
    }
  }
}

TEST(ConfidenceModel, SaysTheLineOfAFault) {
  const auto foreign = ConfidenceModel::parse("something else\n", "here");
  ASSERT_FALSE(foreign);
  EXPECT_EQ(foreign.error().where, "here:1");
  const auto cut = ConfidenceModel::parse("isnad confidence 2\nbias x\n", "here");
  ASSERT_FALSE(cut);
  EXPECT_EQ(cut.error().where, "here:2");
  EXPECT_EQ(cut.error().code, ErrorCode::kDamagedFile);
}

}  // namespace
}  // namespace isnad
