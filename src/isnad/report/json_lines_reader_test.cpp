// SPDX-License-Identifier: Apache-2.0
#include "isnad/report/json_lines_reader.h"

#include <gtest/gtest.h>

#include "isnad/report/decode_text.h"
#include "isnad/report/sha256.h"

namespace isnad {
namespace {

std::vector<Result<Report>> read_all(std::string_view lines, ReportDefaults defaults = {}) {
  JsonLinesReader reader = JsonLinesReader::over(lines, "in.jsonl", std::move(defaults));
  std::vector<Result<Report>> all;
  while (auto next = reader.next()) all.push_back(std::move(*next));
  return all;
}

Error error_of(std::string_view line) {
  auto all = read_all(line);
  EXPECT_EQ(all.size(), 1u);
  EXPECT_FALSE(all.at(0).has_value());
  return all.at(0) ? Error{} : all.at(0).error();
}

TEST(JsonLinesReader, ReadsTheFieldsOfTheContract) {
  // Title: shelling; text: shells fell; outlet: the bank (of the river).
  const std::string_view line =
      R"({"id": "a7", "text": "سقطت قذائف.", "title": "قصف", "published": "2024-01-16T10:12:00+03:00", )"
      R"("outlet": "الضفة", "url": "https://example.org/7", "other": [1, {"x": null}]})";
  const Report report = read_all(line).at(0).value();
  EXPECT_EQ(report.id, "a7");
  EXPECT_EQ(report.text, "قصف\n\nسقطت قذائف.");  // title, text
  EXPECT_EQ(report.given_begin, 8u);
  EXPECT_EQ(report.title, "قصف");
  EXPECT_EQ(report.outlet, "الضفة");  // the bank
  EXPECT_EQ(report.url, "https://example.org/7");
  EXPECT_EQ(report.published->minute_of_day, 612);
  EXPECT_EQ(report.sha256, sha256_hex(line));
  ASSERT_EQ(report.zones.size(), 2u);
  EXPECT_EQ(report.zones[0].kind, ZoneKind::kTitle);
  EXPECT_EQ(report.zones[1].span, (ByteSpan{8, 28}));
}

TEST(JsonLinesReader, GoesOnAfterBrokenLines) {
  const auto all = read_all(
      "{\"text\": \"a\"}\n{\"text\": \"b\"\n\n[1]\nnull\n{\"text\": \"c\"} x\n{\"text\": "
      "\"d\"}\r\n");
  ASSERT_EQ(all.size(), 6u);
  EXPECT_EQ(all[0].value().text, "a");
  EXPECT_EQ(all[1].error().where, "in.jsonl:2");
  EXPECT_EQ(all[2].error().where, "in.jsonl:4");
  for (size_t i = 1; i <= 4; ++i) EXPECT_EQ(all[i].error().code, ErrorCode::kBadJson) << i;
  EXPECT_EQ(all[5].value().text, "d");
}

TEST(JsonLinesReader, NamesWhatIsWrong) {
  EXPECT_EQ(error_of(R"({"title": "x"})").code, ErrorCode::kBadJson);
  EXPECT_EQ(error_of(R"({"text": 5})").code, ErrorCode::kBadValue);
  EXPECT_EQ(error_of(R"({"text": "a", "outlet": ["b"]})").code, ErrorCode::kBadValue);
  EXPECT_EQ(error_of(R"({"text": "a", "id": {}})").code, ErrorCode::kBadValue);
  EXPECT_EQ(error_of(R"({"text": "a", "published": "soon"})").code, ErrorCode::kBadValue);
  EXPECT_EQ(error_of(R"({"text": "a", "published": "soon"})").where, "in.jsonl:1");
  EXPECT_EQ(error_of(R"({"text": " \n\u200f"})").code, ErrorCode::kEmpty);
  EXPECT_EQ(error_of("{\"text\": \"\xFF\"}").code, ErrorCode::kBadEncoding);
  EXPECT_EQ(error_of(R"({"text": "\ud800 alone"})").code, ErrorCode::kBadJson);
  EXPECT_EQ(error_of("{\"text\": \"a").code, ErrorCode::kBadJson);
}

TEST(JsonLinesReader, FillsInWhatARecordLeavesOut) {
  // An outlet: the bank (of the river).
  ReportDefaults defaults;
  defaults.id = "batch";
  defaults.outlet = "الضفة";  // the bank
  const auto all = read_all(
      "\n{\"text\": \"a\", \"url\": null, \"title\": \" \"}\n{\"text\": \"b\", \"id\": 17, "
      "\"outlet\": \"c\"}",
      defaults);
  EXPECT_EQ(all.at(0)->id, "batch:2");
  EXPECT_EQ(all.at(0)->outlet, "الضفة");  // the bank
  EXPECT_EQ(all.at(0)->text, "a");
  EXPECT_FALSE(all.at(0)->url.has_value());
  EXPECT_FALSE(all.at(0)->title.has_value());
  EXPECT_EQ(all.at(1)->id, "17");
  EXPECT_EQ(all.at(1)->outlet, "c");
}

TEST(JsonLinesReader, TakesOffAByteOrderMarkAndReadsEscapes) {
  // Shelling, and an emoji.
  const auto all = read_all("\xEF\xBB\xBF{\"text\": \"\\u0642\\u0635\\u0641 \\ud83d\\ude00\"}");
  EXPECT_EQ(all.at(0)->text, "قصف 😀");
}

TEST(JsonLinesReader, RefusesTheTextOfABook) {
  const std::string book(kLargestReport + 1, 'a');
  EXPECT_EQ(error_of("{\"text\": \"" + book + "\"}").code, ErrorCode::kTooLarge);
  const std::string half(kLargestReport / 2 + 1, 'a');
  EXPECT_EQ(error_of("{\"title\": \"" + half + "\", \"text\": \"" + half + "\"}").code,
            ErrorCode::kTooLarge);
}

TEST(JsonLinesReader, RefusesDeepNesting) {
  const std::string deep =
      "{\"text\": \"a\", \"x\": " + std::string(100000, '[') + std::string(100000, ']') + "}";
  EXPECT_EQ(error_of(deep).code, ErrorCode::kBadJson);
}

TEST(JsonLinesReader, SaysWhichFileIsMissing) {
  EXPECT_EQ(JsonLinesReader::open("/nonexistent/in.jsonl", {}).error().code,
            ErrorCode::kMissingFile);
}

}  // namespace
}  // namespace isnad
