// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "isnad/text/text.h"
#include "isnad/text/text_test_report.h"

namespace isnad {
namespace {

using testing::ElementsAre;
using testing::Eq;

Report report_of_zones(const std::vector<std::pair<ZoneKind, std::string>>& parts) {
  Report report;
  for (const auto& [kind, part] : parts) {
    const auto begin = static_cast<uint32_t>(report.text.size());
    report.text += part;
    report.zones.push_back({kind, {begin, static_cast<uint32_t>(report.text.size())}});
    report.text += "\n";
  }
  return report;
}

TEST(MakeText, GivesNoSentencesToDatelinesBylinesAndFurniture) {
  // Title; Sanaa - the orbit; so-and-so wrote; section; first text, second text; follow us.
  const Report report = report_of_zones({{ZoneKind::kTitle, "عنوان"},
                                         {ZoneKind::kDateline, "صنعاء – المدار"},
                                         {ZoneKind::kByline, "كتب فلان"},
                                         {ZoneKind::kHeading, "فصل"},
                                         {ZoneKind::kParagraph, "نص أول. نص ثان."},
                                         {ZoneKind::kFurniture, "تابعونا"}});
  const Text text = make_text(report);
  EXPECT_THAT(joined_sentences(report, text),
              Eq("عنوان | فصل | نص أول. | نص ثان."));  // title, section, two texts
  std::vector<uint32_t> zones;
  for (const Sentence& sentence : text.sentences) zones.push_back(sentence.zone);
  EXPECT_THAT(zones, ElementsAre(0, 3, 4, 4));
  EXPECT_EQ(text.tokens.size(), 14u);  // tokens of all zones
}

TEST(MakeText, CutsTokensAtZoneEnds) {
  // Reuters - he said.
  Report report = one_zone_report("رويترز-قال");
  report.zones = {{ZoneKind::kDateline, {0, 13}}, {ZoneKind::kParagraph, {13, 19}}};
  const Text text = make_text(report);
  EXPECT_THAT(joined_tokens(text), Eq("رويترز | - | قال"));  // Reuters - he said
  EXPECT_TRUE(text.tokens[2].space_before);
}

TEST(MakeText, TakesAReportWithoutText) {
  const Report report;
  const Text text = make_text(report);
  EXPECT_TRUE(text.tokens.empty());
  EXPECT_TRUE(text.sentences.empty());
}

}  // namespace
}  // namespace isnad
