// SPDX-License-Identifier: Apache-2.0
#include "isnad/text/split_sentences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "isnad/text/text_test_report.h"

namespace isnad {
namespace {

using testing::ElementsAre;

std::vector<std::string> sentences_of(std::string given) {
  const Report report = one_zone_report(std::move(given));
  return sentence_strings(report, make_text(report));
}

TEST(SplitSentences, EndsAfterStopsBeforeWhiteSpace) {
  EXPECT_THAT(sentences_of("سقطت قذيفة. هل من ضحايا؟ لا! انتهى…  تم"),
              ElementsAre("سقطت قذيفة.", "هل من ضحايا؟", "لا!", "انتهى…", "تم"));
}

TEST(SplitSentences, NeedsWhiteSpaceAfterTheStop) {
  EXPECT_THAT(sentences_of("وصل 1.5 طن.وغادر"), ElementsAre("وصل 1.5 طن.وغادر"));
}

TEST(SplitSentences, DoesNotEndAfterAbbreviationsAndInitials) {
  EXPECT_THAT(sentences_of("صرح د. سالم ووافقه أ. د. حسن."), ElementsAre("صرح د. سالم ووافقه أ. د. حسن."));
  EXPECT_THAT(sentences_of("كتب J. K. Smith. تم"), ElementsAre("كتب J. K. Smith.", "تم"));
}

TEST(SplitSentences, EndsAfterTheLetterOfAnEra) {
  EXPECT_THAT(sentences_of("بني عام 1915 م. ثم هدم"), ElementsAre("بني عام 1915 م.", "ثم هدم"));
}

TEST(SplitSentences, KeepsAListNumberWithItsLine) {
  EXPECT_THAT(sentences_of("1. وقف النار. 2. تبادل"), ElementsAre("1. وقف النار.", "2. تبادل"));
}

TEST(SplitSentences, JoinsAcrossTwoDotsInAHeadline) {
  EXPECT_THAT(sentences_of("بعد عام من الهجوم.. قصف جديد"), ElementsAre("بعد عام من الهجوم.. قصف جديد"));
  EXPECT_THAT(sentences_of("انتظرنا... ثم عدنا"), ElementsAre("انتظرنا...", "ثم عدنا"));
}

TEST(SplitSentences, EndsAtTwoDotsLateInASentence) {
  std::string long_clause;
  for (int i = 0; i < 25; ++i) long_clause += "كلمة ";
  long_clause.back() = '.';
  EXPECT_EQ(sentences_of(long_clause + ". وأضاف").size(), 2u);
}

TEST(SplitSentences, TakesClosingQuotationMarksAlong) {
  EXPECT_THAT(sentences_of("قال: «انتهى الأمر.» وغادر"), ElementsAre("قال: «انتهى الأمر.»", "وغادر"));
}

TEST(SplitSentences, CutsStretchesWithoutAStop) {
  std::string words;
  for (int i = 0; i < 2000; ++i) words += "كلمة ";
  const Report report = one_zone_report(words);
  const Text text = make_text(report);
  ASSERT_EQ(text.sentences.size(), 4u);
  for (const Sentence& sentence : text.sentences) EXPECT_LE(sentence.tokens.size(), kLongestSentence);
}

TEST(SplitSentences, PrefersACommaInALongStretch) {
  std::string words;
  for (int i = 0; i < 300; ++i) words += "كلمة ";
  EXPECT_EQ(sentences_of(words + "هنا، " + words).size(), 2u);
}

}  // namespace
}  // namespace isnad
