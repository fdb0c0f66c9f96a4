// SPDX-License-Identifier: Apache-2.0
#include "isnad/text/split_sentences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "isnad/text/text_test_report.h"

namespace isnad {
namespace {

using testing::EndsWith;
using testing::Eq;
using testing::HasSubstr;

std::string sentences_of(std::string given) {
  const Report report = one_zone_report(std::move(given));
  return joined_sentences(report, make_text(report));
}

TEST(SplitSentences, EndsAfterStopsBeforeWhiteSpace) {
  // A shell fell; any victims? no! it ended; done.
  EXPECT_THAT(sentences_of("سقطت قذيفة. هل من ضحايا؟ لا! انتهى…  تم"),
              Eq("سقطت قذيفة. | هل من ضحايا؟ | لا! | انتهى… | تم"));
}

TEST(SplitSentences, NeedsWhiteSpaceAfterTheStop) {
  // 1.5 tons arrived, and he left.
  EXPECT_THAT(sentences_of("وصل 1.5 طن.وغادر"), Eq("وصل 1.5 طن.وغادر"));
}

TEST(SplitSentences, DoesNotEndAfterAbbreviationsAndInitials) {
  // Dr Salim declared and Prof. Dr Hasan agreed; J. K. Smith wrote; done.
  EXPECT_THAT(sentences_of("صرح د. سالم ووافقه أ. د. حسن."), Eq("صرح د. سالم ووافقه أ. د. حسن."));
  EXPECT_THAT(sentences_of("كتب J. K. Smith. تم"), Eq("كتب J. K. Smith. | تم"));
}

TEST(SplitSentences, EndsAfterTheLetterOfAnEra) {
  // It was built in 1915 CE; then it was torn down.
  EXPECT_THAT(sentences_of("بني عام 1915 م. ثم هدم"), Eq("بني عام 1915 م. | ثم هدم"));
}

TEST(SplitSentences, KeepsAListNumberWithItsLine) {
  // A cease-fire; an exchange.
  EXPECT_THAT(sentences_of("1. وقف النار. 2. تبادل"), Eq("1. وقف النار. | 2. تبادل"));
}

TEST(SplitSentences, JoinsAcrossTwoDotsInAHeadline) {
  // A year after the attack, new shelling; we waited, then came back.
  EXPECT_THAT(sentences_of("بعد عام من الهجوم.. قصف جديد"), Eq("بعد عام من الهجوم.. قصف جديد"));
  EXPECT_THAT(sentences_of("انتظرنا... ثم عدنا"), Eq("انتظرنا... | ثم عدنا"));
}

TEST(SplitSentences, EndsAtTwoDotsLateInASentence) {
  // Word, word, …; and he added.
  std::string long_clause;
  for (int i = 0; i < 25; ++i) long_clause += "كلمة ";  // word
  long_clause.back() = '.';
  // "and he added"
  EXPECT_THAT(sentences_of(long_clause + ". وأضاف"), EndsWith(".. | وأضاف"));
}

TEST(SplitSentences, TakesClosingQuotationMarksAlong) {
  // He said: "the matter is over", and left.
  EXPECT_THAT(sentences_of("قال: «انتهى الأمر.» وغادر"), Eq("قال: «انتهى الأمر.» | وغادر"));
}

TEST(SplitSentences, CutsStretchesWithoutAStop) {
  // Word.
  std::string words;
  for (int i = 0; i < 2000; ++i) words += "كلمة ";  // word
  const Report report = one_zone_report(words);
  const Text text = make_text(report);
  ASSERT_EQ(text.sentences.size(), 4u);
  for (const Sentence& sentence : text.sentences)
    EXPECT_LE(sentence.tokens.size(), kLongestSentence);
}

TEST(SplitSentences, PrefersACommaInALongStretch) {
  // Word; here.
  std::string words;
  for (int i = 0; i < 300; ++i) words += "كلمة ";  // word
  // "here"
  EXPECT_THAT(sentences_of(words + "هنا، " + words), HasSubstr("هنا، | "));
}

}  // namespace
}  // namespace isnad
