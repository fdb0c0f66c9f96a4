// SPDX-License-Identifier: Apache-2.0
#include "isnad/text/tokenise.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "isnad/text/text_test_report.h"

namespace isnad {
namespace {

using testing::ElementsAre;
using testing::Eq;

std::string tokens_of_report(const Report& report) { return joined_tokens(make_text(report)); }

Text text_of(const Report& report) { return make_text(report); }

TEST(Tokenise, KeepsCliticsOnTheirWord) {
  // And in the village soldiers.
  const Report report =
      one_zone_report("وبالقرية جنودٌ");  // wa-bi-l-qarya junūd, and in the village soldiers
  EXPECT_THAT(tokens_of_report(report), Eq("وبالقريه | جنود"));
}

TEST(Tokenise, KeepsNumbersWithSeparatorsInside) {
  const Report report = one_zone_report("1,200 ٠٧:٣٠ 16/1/2024 1.5 7-10-2023");
  EXPECT_THAT(tokens_of_report(report), Eq("1,200 | 07:30 | 16/1/2024 | 1.5 | 7-10-2023"));
  for (const Token& token : text_of(report).tokens) EXPECT_EQ(token.kind, TokenKind::kNumber);
}

TEST(Tokenise, EndsANumberBeforeWhiteSpaceAndTrailingMarks) {
  const Report report = one_zone_report("20. 3 ,4 5- 6");
  EXPECT_THAT(tokens_of_report(report), Eq("20 | . | 3 | , | 4 | 5 | - | 6"));
}

TEST(Tokenise, ReadsAnArabicCommaAsThousandsOnlyBeforeThreeDigits) {
  EXPECT_THAT(tokens_of_report(one_zone_report("1،200")), Eq("1،200"));
  EXPECT_THAT(tokens_of_report(one_zone_report("2012،2013")), Eq("2012 | ، | 2013"));
}

TEST(Tokenise, SplitsLettersFromDigits) {
  // For 7 days; the 20th of; after 20 km.
  EXPECT_THAT(tokens_of_report(one_zone_report("ل\u06407 أيام")),
              Eq("ل | 7 | ايام"));  // for 7 days
  EXPECT_THAT(tokens_of_report(one_zone_report("ال\u064020 من")),
              Eq("ال | 20 | من"));  // the 20th of
  EXPECT_THAT(tokens_of_report(one_zone_report("بعد 20كم")),
              Eq("بعد | 20 | كم"));  // after 20 km
  const Report report = one_zone_report("ل\u06407 أيام");
  const Text text = text_of(report);
  EXPECT_EQ(text.tokens[0].kind, TokenKind::kWord);
  EXPECT_EQ(text.tokens[1].kind, TokenKind::kNumber);
  EXPECT_FALSE(text.tokens[1].space_before);
}

TEST(Tokenise, KeepsWordsOfOtherScriptsWhole) {
  // The channel TV.
  EXPECT_THAT(tokens_of_report(one_zone_report("S-300 a.b@c.org NATO's")),
              Eq("S-300 | a.b@c.org | NATO's"));
  EXPECT_THAT(tokens_of_report(one_zone_report("القناةTV")),
              Eq("القناه | TV"));  // al-qanāh, the channel
}

TEST(Tokenise, GivesOneTokenAMark) {
  // "yes"?!..; March in two calendars.
  EXPECT_THAT(tokens_of_report(one_zone_report("«نعم»؟!..")), Eq("« | نعم | » | ؟ | ! | . | ."));
  EXPECT_THAT(tokens_of_report(one_zone_report("آذار/مارس")),
              Eq("اذار | / | مارس"));  // March in two calendars
}

TEST(Tokenise, PointsBackAtMarksAndTatweel) {
  // Aleppo, stretched and vowelled.
  const Report report = one_zone_report("x ح\u0640لَبُ.");
  const Text text = text_of(report);
  const Token& word = text.tokens[1];
  EXPECT_EQ(text.folded_of(word), "حلب");                                           // Aleppo
  EXPECT_EQ(report.text.substr(word.given.begin, word.given.size()), "ح\u0640لَبُ");  // given
}

TEST(Tokenise, NotesWhiteSpaceBefore) {
  // He said: "yes".
  const Report report = one_zone_report("قال: «نعم»");
  const Text text = text_of(report);
  std::vector<bool> spaces;
  for (const Token& token : text.tokens) spaces.push_back(token.space_before);
  EXPECT_THAT(spaces, ElementsAre(true, false, true, false, false));
}

}  // namespace
}  // namespace isnad
