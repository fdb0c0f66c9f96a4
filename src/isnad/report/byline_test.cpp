// SPDX-License-Identifier: Apache-2.0
#include "isnad/report/byline.h"

#include <gtest/gtest.h>

namespace isnad {
namespace {

std::string name_on(std::string_view line, bool first = false) {
  return std::string(byline_name(line, first).value_or("none"));
}

TEST(BylineName, TakesTheNameAfterTheWord) {
  EXPECT_EQ(name_on("إعداد: سالم حسن"),
            "سالم حسن");
  EXPECT_EQ(name_on("كتبت - ليلى مراد"),
            "ليلى مراد");
  EXPECT_EQ(name_on("كتب المحرر العسكري"),
            "المحرر العسكري");
  EXPECT_EQ(name_on("تحرير : سالم حسن"),
            "سالم حسن");
}

TEST(BylineName, LeavesProseAndHeadlinesAlone) {
  for (std::string_view line : {
           "كتب 3 رسائل إلى الوزير",              // wrote three letters
           "كتبوا إلى الوزير",                    // they wrote: another word
           "تحرير القرية من المسلحين",            // liberation of the village
           "إعداد الخطة، ثم تنفيذها",             // preparing the plan
           "كتب الوزير رسالة إلى نظيره في العاصمة أمس مساء",  // too long for a name
           "كتب:",                               // nobody
       }) {
    EXPECT_EQ(name_on(line), "none") << line;
  }
}

TEST(BylineName, AsksForASeparatorOnTheFirstLine) {
  EXPECT_EQ(name_on("كتب التاريخ تروي", true), "none");
  EXPECT_EQ(name_on("تقرير: مقتل جندي", true), "none");
  EXPECT_EQ(name_on("كتب: سالم حسن", true),
            "سالم حسن");
}

}  // namespace
}  // namespace isnad
