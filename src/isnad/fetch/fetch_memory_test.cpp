// SPDX-License-Identifier: Apache-2.0
#include "isnad/fetch/fetch_memory.h"

#include <gtest/gtest.h>

#include "isnad/fetch/fetch.h"

namespace isnad {
namespace {

TEST(FetchMemory, SurvivesWritingAndReading) {
  FetchMemory memory;
  memory["https://a.example/feed"] = {"\"x\"", "Tue, 14 May 2024 09:30:00 GMT", ""};
  memory["https://a.example/1"] = {"", "", "abc"};
  memory["https://odd.example"] = {"a\tb", "", ""};  // not kept
  const FetchMemory again = parse_fetch_memory(format_fetch_memory(memory));
  ASSERT_EQ(again.size(), 2U);
  EXPECT_EQ(again.at("https://a.example/feed").etag, "\"x\"");
  EXPECT_EQ(again.at("https://a.example/1").seen, "abc");
}

TEST(FetchMemory, OddLinesArePassedOver) {
  EXPECT_TRUE(parse_fetch_memory("").empty());
  EXPECT_TRUE(parse_fetch_memory("a\tb\n\n\t\t\t\nurl\tetag\tlast_modified\tseen\n").empty());
  EXPECT_EQ(parse_fetch_memory("a\tb\tc\td").size(), 1U);
}

TEST(Fetcher, OnlyWebAddresses) {
  int waits = 0;
  const Fetcher fetcher({}, "test", [&](std::chrono::milliseconds) { ++waits; });
  for (const char* url : {"file:///etc/passwd", "ftp://a.example/", "/x", ""}) {
    const auto answer = fetcher.fetch({url, {}, {}});
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::kBadValue);
  }
  EXPECT_EQ(waits, 0);
}

TEST(Fetcher, ASilentPortIsTriedAgainWithLongerAndLongerWaits) {
  std::vector<long> waits;
  FetchLimits limits;
  limits.connect = std::chrono::milliseconds(500);
  const Fetcher fetcher(limits, "test", [&](std::chrono::milliseconds wait) {
    waits.push_back(static_cast<long>(wait.count()));
  });
  const auto answer = fetcher.fetch({"http://127.0.0.1:9/", {}, {}});  // discard: nobody listens
  ASSERT_FALSE(answer);
  EXPECT_NE(answer.error().what.find("4 tries"), std::string::npos);
  EXPECT_EQ(waits, (std::vector<long>{1000, 2000, 4000}));
}

}  // namespace
}  // namespace isnad
