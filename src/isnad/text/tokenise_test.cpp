// SPDX-License-Identifier: Apache-2.0
#include "isnad/text/tokenise.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "isnad/text/text_test_report.h"

namespace isnad {
namespace {

using testing::ElementsAre;

std::vector<std::string> tokens_of_report(const Report& report) { return token_strings(make_text(report)); }

Text text_of(const Report& report) { return make_text(report); }

TEST(Tokenise, KeepsCliticsOnTheirWord) {
  const Report report = one_zone_report("وبالقرية جنودٌ");  // wa-bi-l-qarya junūd, and in the village soldiers
  EXPECT_THAT(tokens_of_report(report), ElementsAre("وبالقريه", "جنود"));
}

TEST(Tokenise, KeepsNumbersWithSeparatorsInside) {
  const Report report = one_zone_report("1,200 ٠٧:٣٠ 16/1/2024 1.5 7-10-2023");
  EXPECT_THAT(tokens_of_report(report), ElementsAre("1,200", "07:30", "16/1/2024", "1.5", "7-10-2023"));
  for (const Token& token : text_of(report).tokens) EXPECT_EQ(token.kind, TokenKind::kNumber);
}

TEST(Tokenise, EndsANumberBeforeWhiteSpaceAndTrailingMarks) {
  const Report report = one_zone_report("20. 3 ,4 5- 6");
  EXPECT_THAT(tokens_of_report(report), ElementsAre("20", ".", "3", ",", "4", "5", "-", "6"));
}

TEST(Tokenise, ReadsAnArabicCommaAsThousandsOnlyBeforeThreeDigits) {
  EXPECT_THAT(tokens_of_report(one_zone_report("1،200")), ElementsAre("1،200"));
  EXPECT_THAT(tokens_of_report(one_zone_report("2012،2013")), ElementsAre("2012", "،", "2013"));
}

TEST(Tokenise, SplitsLettersFromDigits) {
  EXPECT_THAT(tokens_of_report(one_zone_report("لـ7 أيام")), ElementsAre("ل", "7", "ايام"));       // for 7 days
  EXPECT_THAT(tokens_of_report(one_zone_report("الـ20 من")), ElementsAre("ال", "20", "من"));       // the 20th of
  EXPECT_THAT(tokens_of_report(one_zone_report("بعد 20كم")), ElementsAre("بعد", "20", "كم"));      // after 20 km
  const Report report = one_zone_report("لـ7 أيام");
  const Text text = text_of(report);
  EXPECT_EQ(text.tokens[0].kind, TokenKind::kWord);
  EXPECT_EQ(text.tokens[1].kind, TokenKind::kNumber);
  EXPECT_FALSE(text.tokens[1].space_before);
}

TEST(Tokenise, KeepsWordsOfOtherScriptsWhole) {
  EXPECT_THAT(tokens_of_report(one_zone_report("S-300 a.b@c.org NATO's")), ElementsAre("S-300", "a.b@c.org", "NATO's"));
  EXPECT_THAT(tokens_of_report(one_zone_report("القناةTV")), ElementsAre("القناه", "TV"));  // al-qanāh, the channel
}

TEST(Tokenise, GivesOneTokenAMark) {
  EXPECT_THAT(tokens_of_report(one_zone_report("«نعم»؟!..")), ElementsAre("«", "نعم", "»", "؟", "!", ".", "."));
  EXPECT_THAT(tokens_of_report(one_zone_report("آذار/مارس")), ElementsAre("اذار", "/", "مارس"));  // March in two calendars
}

TEST(Tokenise, PointsBackAtMarksAndTatweel) {
  const Report report = one_zone_report("x حـلَبُ.");
  const Text text = text_of(report);
  const Token& word = text.tokens[1];
  EXPECT_EQ(text.folded_of(word), "حلب");
  EXPECT_EQ(report.text.substr(word.given.begin, word.given.size()), "حـلَبُ");
}

TEST(Tokenise, NotesWhiteSpaceBefore) {
  const Report report = one_zone_report("قال: «نعم»");
  const Text text = text_of(report);
  std::vector<bool> spaces;
  for (const Token& token : text.tokens) spaces.push_back(token.space_before);
  EXPECT_THAT(spaces, ElementsAre(true, false, true, false, false));
}

}  // namespace
}  // namespace isnad
