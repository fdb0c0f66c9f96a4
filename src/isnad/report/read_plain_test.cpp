// SPDX-License-Identifier: Apache-2.0
#include "isnad/report/read_plain.h"

#include <gtest/gtest.h>

#include "isnad/report/decode_text.h"
#include "isnad/report/publication_time.h"
#include "isnad/report/sha256.h"

namespace isnad {
namespace {

TEST(ReadPlain, FillsTheReport) {
  // Shelling of the quarter; shells fell on the eastern quarter at dawn; prepared by Salim Hasan.
  const std::string bytes =
      "\xEF\xBB\xBFقصف على الحي\n\nسقطت قذائف على الحي الشرقي فجر اليوم.\nإعداد: سالم حسن\n";
  const ReportDefaults defaults{"r1", parse_publication_time("2024-01-16").value(), "الضفة",
                                "https://example.org/1"};
  const Report report = read_plain(std::string_view(bytes), defaults).value();
  EXPECT_EQ(report.id, "r1");
  EXPECT_EQ(report.sha256, sha256_hex(bytes));
  EXPECT_EQ(report.text, bytes.substr(3));
  EXPECT_EQ(report.given_begin, 0u);
  EXPECT_EQ(report.title, "قصف على الحي");  // its first line
  EXPECT_EQ(report.byline, "سالم حسن");     // Salim Hasan
  EXPECT_EQ(report.outlet, "الضفة");        // the bank
  EXPECT_EQ(report.url, "https://example.org/1");
  EXPECT_EQ(report.published->as_given, "2024-01-16");
  EXPECT_EQ(report.zones.size(), 3u);
}

TEST(ReadPlain, PassesTheDoorsErrorsOn) {
  EXPECT_EQ(read_plain(std::string_view("\n"), {}).error().code, ErrorCode::kEmpty);
}

TEST(ReadPlain, ReadsALongLineInLinearTime) {
  // Shells fell on the quarter -.
  const std::string_view words = "سقطت قذائف على الحي – ";
  std::string line;
  while (line.size() + words.size() <= kLargestReport) line += words;
  const Report report = read_plain(std::string_view(line), {}).value();
  EXPECT_EQ(report.zones.size(), 1u);
}

}  // namespace
}  // namespace isnad
