// SPDX-License-Identifier: Apache-2.0
#include "isnad/report/dateline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace isnad {
namespace {

using testing::Eq;

TEST(IsDateline, KnowsTheShapesOfItsOwnLine) {
  for (std::string_view line : {
           "الموصل – وكالة الضفة",   // Mosul - agency
           "الموصل - الضفة",         // a place and an outlet without any sign word
           "حلب/ نبض الشمال",        // with a slash
           "درنة (ليبيا) – الضفة",   // with a country
           "الخرطوم: النيل",         // with a colon
           "نابلس \u0640 «الضفة»",   // a tatweel for a dash
           "عدن، المكلا - «الضفة»",  // two places
           "(وكالات)",               // agencies, in parentheses
           "حمص – س. ع.",            // initials of the reporter
           "تونس 3 صفر 1440 ه\u0640 الموافق 12 أكتوبر 2018 م",  // the day in two calendars
       }) {
    EXPECT_TRUE(is_dateline(line, false)) << line;
  }
}

TEST(IsDateline, LeavesHeadingsAlone) {
  for (std::string_view line : {
           "ردود الفعل",                         // reactions
           "السودان: خلاف على أعداد الضحايا",    // Sudan: dispute over …
           "هدنة - لكن إلى متى؟",                // truce, but until when?
           "مقتل 5 جنود - حصيلة أولية",          // digits
           "نشرت الصحيفة - بحسب المصدر - صورا",  // according to
       }) {
    EXPECT_FALSE(is_dateline(line, false)) << line;
  }
}

TEST(IsDateline, AsksForAWireOnTheFirstLine) {
  // Mosul - agency; Russia - the new Iran; (analysis).
  EXPECT_TRUE(is_dateline("الموصل – وكالة الضفة", true));
  EXPECT_FALSE(is_dateline("روسيا - إيران الجديدة", true));
  EXPECT_FALSE(is_dateline("(تحليل)", true));
}

// The dateline that begins the lead paragraph.
std::string_view lead_prefix(std::string_view paragraph) {
  return paragraph.substr(0, dateline_prefix(paragraph, true));
}

TEST(DatelinePrefix, KnowsTheShapesBeforeALead) {
  // Datelines of Homs, Aden, Mosul and Deir ez-Zor before "shells fell on the quarter", "three were
  // killed".
  EXPECT_THAT(lead_prefix("حمص (الضفة) - سقطت قذائف على الحي."), Eq("حمص (الضفة) -"));
  EXPECT_THAT(lead_prefix("نبض الشمال (المكتب الرئيسي) – للمرة الأولى منذ عام، سقطت قذائف."),
              Eq("نبض الشمال (المكتب الرئيسي) –"));
  EXPECT_THAT(lead_prefix("سالم حسن- الضفة- عدن: سقطت قذائف على الحي."),
              Eq("سالم حسن- الضفة- عدن:"));
  EXPECT_THAT(lead_prefix("الموصل - رويترز - سقطت قذائف على الحي."), Eq("الموصل - رويترز -"));
  EXPECT_THAT(lead_prefix("الموصل – سقطت قذائف على الحي."), Eq("الموصل –"));
  EXPECT_THAT(lead_prefix("دير الزور — قتل ثلاثة أشخاص في انفجار."), Eq("دير الزور —"));
}

TEST(DatelinePrefix, SwallowsNoProse) {
  for (std::string_view paragraph : {
           "سقطت قذائف على الحي - وهو الأكبر - فجر اليوم.",   // a parenthesis of dashes
           "الحكومة - بحسب مصادرها - وافقت على الهدنة.",      // the same, right at the start
           "التقارب الروسي - التركي يقلق العواصم.",           // Russian-Turkish
           "القوات الحكومية - المدعومة روسيا - تقدمت شرقا.",  // backed by Russia
           "قال المتحدث (سالم حسن): سقطت قذائف على الحي.",    // a speaker
           "التحالف: لم نقصف الحي.",                          // a speaker in a headline
           "في 2015-2016 سقطت قذائف على الحي.",               // a range of years
           "سقطت قذائف آذار/ مارس على الحي.",                 // a month in two calendars
       }) {
    EXPECT_EQ(dateline_prefix(paragraph, true), 0u) << paragraph;
  }
}

TEST(DatelinePrefix, AsksForMoreBelowTheLead) {
  // Mosul - shells fell on the quarter.
  EXPECT_EQ(dateline_prefix("الموصل – سقطت قذائف على الحي.", false), 0u);
  EXPECT_GT(dateline_prefix("الموصل - «الضفة»: سقطت قذائف على الحي.", false), 0u);
}

TEST(DatelinePrefix, LeavesAParagraphThatHoldsNothingElse) {
  // Mosul (the outlet) -.
  EXPECT_EQ(dateline_prefix("الموصل (الضفة) -", true), 0u);
}

}  // namespace
}  // namespace isnad
