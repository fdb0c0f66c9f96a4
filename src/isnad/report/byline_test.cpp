// SPDX-License-Identifier: Apache-2.0
#include "isnad/report/byline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace isnad {
namespace {

using testing::Eq;

std::string name_on(std::string_view line, bool first = false) {
  return std::string(byline_name(line, first).value_or("none"));
}

TEST(BylineName, TakesTheNameAfterTheWord) {
  // Prepared by Salim Hasan; written by Layla Murad; the military editor wrote; edited by Salim
  // Hasan.
  EXPECT_THAT(name_on("إعداد: سالم حسن"), Eq("سالم حسن"));
  EXPECT_THAT(name_on("كتبت - ليلى مراد"), Eq("ليلى مراد"));
  EXPECT_THAT(name_on("كتب المحرر العسكري"), Eq("المحرر العسكري"));
  EXPECT_THAT(name_on("تحرير : سالم حسن"), Eq("سالم حسن"));
}

TEST(BylineName, LeavesProseAndHeadlinesAlone) {
  for (std::string_view line : {
           "كتب 3 رسائل إلى الوزير",                          // wrote three letters
           "كتبوا إلى الوزير",                                // they wrote: another word
           "تحرير القرية من المسلحين",                        // liberation of the village
           "إعداد الخطة، ثم تنفيذها",                         // preparing the plan
           "كتب الوزير رسالة إلى نظيره في العاصمة أمس مساء",  // too long for a name
           "كتب:",                                            // nobody
       }) {
    EXPECT_EQ(name_on(line), "none") << line;
  }
}

TEST(BylineName, AsksForASeparatorOnTheFirstLine) {
  // Books of history tell; report: a soldier killed; written by: Salim Hasan.
  EXPECT_THAT(name_on("كتب التاريخ تروي", true), Eq("none"));
  EXPECT_THAT(name_on("تقرير: مقتل جندي", true), Eq("none"));
  EXPECT_THAT(name_on("كتب: سالم حسن", true), Eq("سالم حسن"));
}

}  // namespace
}  // namespace isnad
