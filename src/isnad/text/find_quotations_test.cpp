// SPDX-License-Identifier: Apache-2.0
#include "isnad/text/find_quotations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "isnad/text/text_test_report.h"

namespace isnad {
namespace {

using testing::ElementsAre;

// Each quotation as "depth:given text", with "+" when unclosed.
std::vector<std::string> quotations_of(const Report& report) {
  const Text text = make_text(report);
  std::vector<std::string> strings;
  for (const Quotation& quotation : text.quotations) {
    const ByteSpan given = text.given_of(quotation.tokens);
    strings.push_back(std::to_string(quotation.depth) + ":" + report.text.substr(given.begin, given.size()) +
                      (quotation.closed ? "" : "+"));
  }
  return strings;
}

TEST(FindQuotations, PairsEachKindOfMark) {
  EXPECT_THAT(quotations_of(one_zone_report("“أ ب” ثم «ج» ثم \"د\" ثم ‘ه’ ثم 'و'")),
              ElementsAre("0:أ ب", "0:ج", "0:د", "0:ه", "0:و"));
}

TEST(FindQuotations, NestsHoldersFirst) {
  EXPECT_THAT(quotations_of(one_zone_report("«قال \"لا\" ثم “نعم” وذهب» تم")),
              ElementsAre("0:قال \"لا\" ثم “نعم” وذهب", "1:لا", "1:نعم"));
}

TEST(FindQuotations, MarksWhatStaysOpen) {
  EXPECT_THAT(quotations_of(one_zone_report("قال: «لن نعود")), ElementsAre("0:لن نعود+"));
  EXPECT_THAT(quotations_of(one_zone_report("«قال “لا» ثم عاد")), ElementsAre("0:قال “لا", "1:لا+"));
}

TEST(FindQuotations, ReadsPairsTurnedRound) {
  EXPECT_THAT(quotations_of(one_zone_report("قال ”لن نعود“ ثم عاد")), ElementsAre("0:لن نعود"));
}

TEST(FindQuotations, PassesOverAStrayClosingMark) {
  EXPECT_TRUE(quotations_of(one_zone_report("عاد» ثم ذهب” وبقي\" هنا")).empty());
}

TEST(FindQuotations, ReadsACliticBeforeTheMark) {
  EXPECT_THAT(quotations_of(one_zone_report("قال لـ«المدار» ولـ\"الرواق\" أمس")), ElementsAre("0:المدار", "0:الرواق"));
}

TEST(FindQuotations, LeavesOutEmptyOnesAndApostrophes) {
  EXPECT_TRUE(quotations_of(one_zone_report("«» \"\" NATO's don’t")).empty());
}

TEST(FindQuotations, StaysInsideItsZone) {
  Report report = one_zone_report("«أ\nب»");
  report.zones = {{ZoneKind::kParagraph, {0, 4}}, {ZoneKind::kParagraph, {5, 9}}};
  EXPECT_THAT(quotations_of(report), ElementsAre("0:أ+"));
}

}  // namespace
}  // namespace isnad
