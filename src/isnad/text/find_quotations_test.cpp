// SPDX-License-Identifier: Apache-2.0
#include "isnad/text/find_quotations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "isnad/text/text_test_report.h"

namespace isnad {
namespace {

using testing::Eq;

// Each quotation as "depth:given text", with "+" when unclosed.
std::string quotations_of(const Report& report) {
  const Text text = make_text(report);
  std::vector<std::string> strings;
  for (const Quotation& quotation : text.quotations) {
    const ByteSpan given = text.given_of(quotation.tokens);
    strings.push_back(std::to_string(quotation.depth) + ":" +
                      report.text.substr(given.begin, given.size()) +
                      (quotation.closed ? "" : "+"));
  }
  return joined({strings.begin(), strings.end()});
}

TEST(FindQuotations, PairsEachKindOfMark) {
  // Letters of the alphabet between marks, "then" between them.
  EXPECT_THAT(quotations_of(one_zone_report("“أ ب” ثم «ج» ثم \"د\" ثم ‘ه’ ثم 'و'")),
              Eq("0:أ ب | 0:ج | 0:د | 0:ه | 0:و"));
}

TEST(FindQuotations, NestsHoldersFirst) {
  // He said "no" then "yes" and left; done.
  EXPECT_THAT(quotations_of(one_zone_report("«قال \"لا\" ثم “نعم” وذهب» تم")),
              Eq("0:قال \"لا\" ثم “نعم” وذهب | 1:لا | 1:نعم"));
}

TEST(FindQuotations, MarksWhatStaysOpen) {
  // He said: we shall not return; he said no, then came back.
  EXPECT_THAT(quotations_of(one_zone_report("قال: «لن نعود")), Eq("0:لن نعود+"));
  EXPECT_THAT(quotations_of(one_zone_report("«قال “لا» ثم عاد")), Eq("0:قال “لا | 1:لا+"));
}

TEST(FindQuotations, ReadsPairsTurnedRound) {
  // He said "we shall not return", then came back.
  EXPECT_THAT(quotations_of(one_zone_report("قال ”لن نعود“ ثم عاد")), Eq("0:لن نعود"));
}

TEST(FindQuotations, PassesOverAStrayClosingMark) {
  // He came back, then left, and stayed here.
  EXPECT_TRUE(quotations_of(one_zone_report("عاد» ثم ذهب” وبقي\" هنا")).empty());
}

TEST(FindQuotations, ReadsACliticBeforeTheMark) {
  // He told "the outlet" and "the porch" yesterday.
  EXPECT_THAT(quotations_of(one_zone_report("قال ل\u0640«المدار» ول\u0640\"الرواق\" أمس")),
              Eq("0:المدار | 0:الرواق"));
}

TEST(FindQuotations, LeavesOutEmptyOnesAndApostrophes) {
  EXPECT_TRUE(quotations_of(one_zone_report("«» \"\" NATO's don’t")).empty());
}

TEST(FindQuotations, StaysInsideItsZone) {
  // Two letters in two zones.
  Report report = one_zone_report("«أ\nب»");
  report.zones = {{ZoneKind::kParagraph, {0, 4}}, {ZoneKind::kParagraph, {5, 9}}};
  EXPECT_THAT(quotations_of(report), Eq("0:أ+"));
}

}  // namespace
}  // namespace isnad
