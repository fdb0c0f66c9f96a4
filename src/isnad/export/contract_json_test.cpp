// SPDX-License-Identifier: Apache-2.0
#include "isnad/export/contract_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace isnad {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view kText =
    "قُتل خمسة في سرمين";                       // five were killed in Sarmin; the vowel mark counts
constexpr std::string_view kTrigger = "قُتل";   // were killed
constexpr std::string_view kFive = "خمسة";     // five
constexpr std::string_view kSarmin = "سرمين";  // Sarmin
constexpr std::string_view kOutlet = "وكالة المنارة";  // al-Manara agency

ByteSpan span_of(const std::string& text, std::string_view words) {
  const auto begin = static_cast<uint32_t>(text.find(words));
  return {begin, begin + static_cast<uint32_t>(words.size())};
}

CodedReport coded_report() {
  CodedReport coded;
  coded.report.id = "r";
  coded.report.sha256 = std::string(64, '0');
  coded.report.text = kText;
  coded.report.outlet = std::string(kOutlet);
  Claim& claim = coded.claims.emplace_back();
  claim.id = "r#c1";
  claim.event.type = "ASSAULT";
  claim.event.rule = "assault.kill.passive-verb";
  claim.event.trigger_span = span_of(coded.report.text, kTrigger);
  claim.event.sentence_span = {0, static_cast<uint32_t>(coded.report.text.size())};
  claim.event.confidence = 0.75F;
  claim.event.trace = {"why"};
  claim.chain.push_back({.narrator = {.span = {},
                                      .text = std::string(kOutlet),
                                      .name = {},
                                      .code = {},
                                      .kind = NarratorKind::kOutlet},
                         .manner = Manner::kReports,
                         .certainty = Certainty::kCertain});
  return coded;
}

std::string json_of(const CodedReport& coded, const ContractOptions& options = {}) {
  std::string out;
  append_contract_json(coded, options, out);
  return out;
}

TEST(ContractJson, CountsSpansInCodePoints) {
  const std::string json = json_of(coded_report());
  EXPECT_THAT(json, HasSubstr(R"("text_length":18)"));
  EXPECT_THAT(json, HasSubstr(R"("trigger":{"text":")" + std::string(kTrigger) +
                              R"(","begin":0,"end":4,"lemma":null})"));
  EXPECT_THAT(json, HasSubstr(R"("sentence":{"index":0,"begin":0,"end":18})"));
}

TEST(ContractJson, CountsAGivenTitleFromItsOwnStart) {
  CodedReport coded = coded_report();
  const std::string title = std::string(kSarmin);
  coded.report.title = title;
  coded.report.text = title + "\n\n" + std::string(kText);
  coded.report.given_begin = static_cast<uint32_t>(title.size() + 2);
  EventMention& event = coded.claims[0].event;
  event.trigger_span = span_of(coded.report.text, kTrigger);
  event.sentence_span = {coded.report.given_begin, static_cast<uint32_t>(coded.report.text.size())};
  event.place = EventPlace{{0, static_cast<uint32_t>(title.size())}, {}};
  const std::string json = json_of(coded, {.with_text = true, .explain = false});
  EXPECT_THAT(json, HasSubstr(R"("begin":0,"end":4,"lemma")"));
  EXPECT_THAT(json,
              HasSubstr(R"("place":{"text":")" + title + R"(","begin":0,"end":5,"in":"title")"));
  EXPECT_THAT(json, HasSubstr(R"("text":")" + std::string(kText) + R"("})"));
}

TEST(ContractJson, WritesNullOrEmptyListsForWhatIsAbsent) {
  const std::string json = json_of(coded_report());
  EXPECT_THAT(json, HasSubstr(R"("mode":null,"means":null,"contexts":[])"));
  EXPECT_THAT(json,
              HasSubstr(R"("agents":[],"recipients":[],"place":null,"time":null,"weapons":[])"));
  EXPECT_THAT(
      json,
      HasSubstr(
          R"("casualties":{"killed":null,"injured":null,"detained":null,"abducted":null,"missing":null,)"
          R"("displaced":null,"groups":[]})"));
  EXPECT_THAT(json, HasSubstr(R"("same_event":null,"denies":null,"confidence":0.75)"));
  EXPECT_THAT(json, HasSubstr(R"("begin":null,"end":null},"manner":"reports")"));
  EXPECT_THAT(json, Not(HasSubstr("trace")));
}

TEST(ContractJson, AddsTraceAndTextOnlyWhenAsked) {
  EXPECT_THAT(json_of(coded_report(), {.with_text = false, .explain = true}),
              HasSubstr(R"("trace":["why"])"));
  std::string end_of_text(kText);
  end_of_text.append(R"("},"claims")");
  EXPECT_THAT(json_of(coded_report(), {.with_text = true, .explain = false}),
              HasSubstr(end_of_text));
}

TEST(ContractJson, WritesTollsAndTimes) {
  CodedReport coded = coded_report();
  EventMention& event = coded.claims[0].event;
  event.casualties.killed =
      Toll{{.low = 5, .best = 5, .high = 5}, span_of(coded.report.text, kFive)};
  event.time = EventTime{};
  event.time->stated = false;
  event.time->earliest = year(2024) / month(5) / day(7);
  event.time->latest = year(2024) / month(5) / day(14);
  event.time->precision = TimePrecision::kPartOfDay;
  const std::string json = json_of(coded);
  EXPECT_THAT(json, HasSubstr(R"("killed":{"low":5,"best":5,"high":5,"text":")" +
                              std::string(kFive) + R"("})"));
  EXPECT_THAT(
      json,
      HasSubstr(
          R"("time":{"text":null,"begin":null,"end":null,"timex":null,"earliest":"2024-05-07",)"
          R"("latest":"2024-05-14","precision":"part-of-day"})"));
}

}  // namespace
}  // namespace isnad
