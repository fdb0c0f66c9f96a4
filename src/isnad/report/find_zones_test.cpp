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
    strings.push_back(std::string(1, kind) + " " +
                      std::string(text.substr(zone.span.begin, zone.span.size())));
  }
  return strings;
}

// Several shells fell on the eastern quarter at dawn today, and there was no word of injuries.
constexpr std::string_view kLead =
    "سقطت قذائف عدة على الحي الشرقي فجر اليوم، ولم ترد أنباء عن إصابات بين السكان.";
// A local source said the shelling went on for an hour before the front went quiet at sunrise.
constexpr std::string_view kNext =
    "وقال مصدر محلي إن القصف استمر ساعة كاملة قبل أن تهدأ الجبهة مع شروق الشمس.";

std::string lines(std::initializer_list<std::string_view> all) {
  std::string text;
  for (std::string_view line : all) text += std::string(line) + "\n";
  return text;
}

TEST(FindZones, FindsATitleAboveABlankLine) {
  // Shelling of the eastern quarter.
  EXPECT_THAT(zones_of(lines({"قصف على الحي الشرقي", "", kLead})),
              ElementsAre("T قصف على الحي الشرقي", "P " + std::string(kLead)));
}

TEST(FindZones, FindsATitleByItsShapeAlone) {
  // Shelling of the eastern quarter.
  EXPECT_THAT(zones_of(lines({"قصف على الحي الشرقي", kLead})),
              ElementsAre("T قصف على الحي الشرقي", "P " + std::string(kLead)));
}

TEST(FindZones, TakesNoParagraphForATitle) {
  EXPECT_THAT(zones_of(lines({kLead, "", kNext})),
              ElementsAre("P " + std::string(kLead), "P " + std::string(kNext)));
}

TEST(FindZones, TakesNoLoneLineForATitle) {
  // Shelling of the eastern quarter.
  EXPECT_THAT(zones_of("قصف على الحي الشرقي"), ElementsAre("P قصف على الحي الشرقي"));
}

TEST(FindZones, FindsDatelinesBylinesAndHeadings) {
  // Shelling of the eastern quarter; Homs - the outlet; written by Salim Hasan; a long night.
  EXPECT_THAT(zones_of(lines({"قصف على الحي الشرقي", "",
                              "حمص – الضفة",    // dateline
                              "كتب: سالم حسن",  // byline
                              kLead,
                              "ليلة طويلة",  // heading
                              kNext})),
              ElementsAre("T قصف على الحي الشرقي",  // title
                          "D حمص – الضفة",          // dateline
                          "B كتب: سالم حسن",        // byline
                          "P " + std::string(kLead),
                          "H ليلة طويلة",  // heading
                          "P " + std::string(kNext)));
}

TEST(FindZones, CutsADatelineOffTheLead) {
  // Homs (the outlet) -.
  EXPECT_THAT(zones_of("حمص (الضفة) – " + std::string(kLead)),
              ElementsAre("D حمص (الضفة) –", "P " + std::string(kLead)));
}

TEST(FindZones, FindsABylineAtTheFoot) {
  // Prepared by Salim Hasan.
  const std::string text = lines({kLead, kNext, "إعداد: سالم حسن"});
  EXPECT_EQ(find_zones(text, 0).byline, "سالم حسن");
  EXPECT_EQ(zones_of(text).back(), "B إعداد: سالم حسن");
}

TEST(FindZones, TakesTheWriterOutOfADateline) {
  // Shelling of the eastern quarter; Homs - the military editor wrote; Homs - the office of the
  // outlet.
  const std::string text = lines({"قصف على الحي الشرقي", "", "حمص - كتب المحرر العسكري", kLead});
  EXPECT_EQ(find_zones(text, 0).byline, "المحرر العسكري");
  const std::string office = lines({"قصف على الحي الشرقي", "", "حمص - مكتب الضفة", kLead});
  EXPECT_FALSE(find_zones(office, 0).byline.has_value());
}

TEST(FindZones, SetsFurnitureAside) {
  // Picture of the quarter; read also: another shelling.
  EXPECT_THAT(zones_of(lines({kLead, "[صورة للحي]", kNext, "اقرأ أيضاً: قصف آخر"})),
              ElementsAre("P " + std::string(kLead), "F [صورة للحي]", "P " + std::string(kNext),
                          "F اقرأ أيضاً: قصف آخر"));
}

TEST(FindZones, CallsNoHeadingWhatEndsInAStopOrLeadsNowhere) {
  // And the front went quiet; and calm returned.
  EXPECT_THAT(zones_of(lines({kLead, "وهدأت الجبهة.", kNext, "وعاد الهدوء"})),
              ElementsAre("P " + std::string(kLead), "P وهدأت الجبهة.", "P " + std::string(kNext),
                          "P وعاد الهدوء"));
}

TEST(FindZones, TakesATitleFieldAsGiven) {
  // Shelling, calm.
  const std::string title = "قصف. هدوء.";
  const std::string text = title + "\n\n" + std::string(kLead);
  const auto begin = static_cast<uint32_t>(title.size() + 2);
  EXPECT_THAT(zones_of(text, begin), ElementsAre("T " + title, "P " + std::string(kLead)));
  EXPECT_FALSE(find_zones(text, begin).title.has_value());
}

TEST(FindZones, ReadsARepeatedTitleOnce) {
  // Shelling of the eastern quarter.
  const std::string title = "قصف على الحي الشرقي";
  const std::string text = title + "\n\n" + title + "\n" + std::string(kLead);
  EXPECT_THAT(zones_of(text, static_cast<uint32_t>(title.size() + 2)),
              ElementsAre("T " + title, "F " + title, "P " + std::string(kLead)));
}

TEST(FindZones, ReadsWindowsLineEnds) {
  // Shelling of the eastern quarter.
  EXPECT_THAT(zones_of("قصف على الحي الشرقي\r\n\r\n" + std::string(kLead) + "\r\n"),
              ElementsAre("T قصف على الحي الشرقي", "P " + std::string(kLead)));
}

}  // namespace
}  // namespace isnad
