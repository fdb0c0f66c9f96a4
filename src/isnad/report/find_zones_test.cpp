// SPDX-License-Identifier: Apache-2.0
#include "isnad/report/find_zones.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace isnad {
namespace {

using testing::ElementsAre;

// Each zone as its kind's letter and its text.
std::vector<std::string> zones_of(std::string_view text, uint32_t given_begin = 0) {
  std::vector<std::string> strings;
  for (const Zone& zone : find_zones(text, given_begin).zones) {
    const char kind = "TDBHPF"[static_cast<size_t>(zone.kind)];
    strings.push_back(std::string(1, kind) + " " + std::string(text.substr(zone.span.begin, zone.span.size())));
  }
  return strings;
}

constexpr std::string_view kLead = "سقطت قذائف عدة على الحي الشرقي فجر اليوم، ولم ترد أنباء عن إصابات بين السكان.";
constexpr std::string_view kNext = "وقال مصدر محلي إن القصف استمر ساعة كاملة قبل أن تهدأ الجبهة مع شروق الشمس.";

std::string lines(std::initializer_list<std::string_view> all) {
  std::string text;
  for (std::string_view line : all) text += std::string(line) + "\n";
  return text;
}

TEST(FindZones, FindsATitleAboveABlankLine) {
  EXPECT_THAT(zones_of(lines({"قصف على الحي الشرقي", "", kLead})),
              ElementsAre("T قصف على الحي الشرقي", "P " + std::string(kLead)));
}

TEST(FindZones, FindsATitleByItsShapeAlone) {
  EXPECT_THAT(zones_of(lines({"قصف على الحي الشرقي", kLead})),
              ElementsAre("T قصف على الحي الشرقي", "P " + std::string(kLead)));
}

TEST(FindZones, TakesNoParagraphForATitle) {
  EXPECT_THAT(zones_of(lines({kLead, "", kNext})),
              ElementsAre("P " + std::string(kLead), "P " + std::string(kNext)));
}

TEST(FindZones, TakesNoLoneLineForATitle) {
  EXPECT_THAT(zones_of("قصف على الحي الشرقي"),
              ElementsAre("P قصف على الحي الشرقي"));
}

TEST(FindZones, FindsDatelinesBylinesAndHeadings) {
  EXPECT_THAT(zones_of(lines({"قصف على الحي الشرقي", "", "حمص – الضفة", "كتب: سالم حسن", kLead, "ليلة طويلة", kNext})),
              ElementsAre("T قصف على الحي الشرقي",
                          "D حمص – الضفة",
                          "B كتب: سالم حسن",
                          "P " + std::string(kLead),
                          "H ليلة طويلة",
                          "P " + std::string(kNext)));
}

TEST(FindZones, CutsADatelineOffTheLead) {
  EXPECT_THAT(zones_of("حمص (الضفة) – " + std::string(kLead)),
              ElementsAre("D حمص (الضفة) –", "P " + std::string(kLead)));
}

TEST(FindZones, FindsABylineAtTheFoot) {
  const std::string text = lines({kLead, kNext, "إعداد: سالم حسن"});
  EXPECT_EQ(find_zones(text, 0).byline, "سالم حسن");
  EXPECT_EQ(zones_of(text).back(), "B إعداد: سالم حسن");
}

TEST(FindZones, TakesTheWriterOutOfADateline) {
  const std::string text = lines({"قصف على الحي الشرقي", "", "حمص - كتب المحرر العسكري", kLead});
  EXPECT_EQ(find_zones(text, 0).byline, "المحرر العسكري");
  const std::string office = lines({"قصف على الحي الشرقي", "", "حمص - مكتب الضفة", kLead});
  EXPECT_FALSE(find_zones(office, 0).byline.has_value());
}

TEST(FindZones, SetsFurnitureAside) {
  EXPECT_THAT(zones_of(lines({kLead, "[صورة للحي]", kNext, "اقرأ أيضاً: قصف آخر"})),
              ElementsAre("P " + std::string(kLead),
                          "F [صورة للحي]",
                          "P " + std::string(kNext),
                          "F اقرأ أيضاً: قصف آخر"));
}

TEST(FindZones, CallsNoHeadingWhatEndsInAStopOrLeadsNowhere) {
  EXPECT_THAT(zones_of(lines({kLead, "وهدأت الجبهة.", kNext, "وعاد الهدوء"})),
              ElementsAre("P " + std::string(kLead),
                          "P وهدأت الجبهة.",
                          "P " + std::string(kNext),
                          "P وعاد الهدوء"));
}

TEST(FindZones, TakesATitleFieldAsGiven) {
  const std::string title = "قصف. هدوء.";
  const std::string text = title + "\n\n" + std::string(kLead);
  const auto begin = static_cast<uint32_t>(title.size() + 2);
  EXPECT_THAT(zones_of(text, begin), ElementsAre("T " + title, "P " + std::string(kLead)));
  EXPECT_FALSE(find_zones(text, begin).title.has_value());
}

TEST(FindZones, ReadsARepeatedTitleOnce) {
  const std::string title = "قصف على الحي الشرقي";
  const std::string text = title + "\n\n" + title + "\n" + std::string(kLead);
  EXPECT_THAT(zones_of(text, static_cast<uint32_t>(title.size() + 2)),
              ElementsAre("T " + title, "F " + title, "P " + std::string(kLead)));
}

TEST(FindZones, ReadsWindowsLineEnds) {
  EXPECT_THAT(zones_of("قصف على الحي الشرقي\r\n\r\n" + std::string(kLead) + "\r\n"),
              ElementsAre("T قصف على الحي الشرقي", "P " + std::string(kLead)));
}

}  // namespace
}  // namespace isnad
