// SPDX-License-Identifier: Apache-2.0
// Targets and bodies of requests, feeds of events, the cache, and the routes against their
// document.
#include "isnad/desk/desk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <simdjson.h>

#include <set>
#include <thread>

#include "isnad/desk/answer_cache.h"
#include "isnad/desk/read_body.h"
#include "isnad/desk/request_target.h"
#include "isnad/desk/server.h"

namespace isnad {
namespace {

using testing::ElementsAre;

TEST(RequestTarget, IsTakenApart) {
  const auto target = parse_target("/api/reports/a%2Fb%20c?text=%D8%B5%D9%86+x&empty=&flag");
  ASSERT_TRUE(target);
  EXPECT_THAT(target->path, ElementsAre("api", "reports", "a/b c"));
  EXPECT_EQ(target->value("text"), "صن x");  // two letters of Sanaa
  EXPECT_TRUE(target->has("flag"));
  EXPECT_EQ(target->value("empty"), "");
  EXPECT_FALSE(target->has("absent"));
}

TEST(RequestTarget, WhatIsNoneIsRefused) {
  for (const char* bad : {"", "api", "http://x/", "*", "/%", "/%4", "/%zz", "/%00", "/%ff",
                          "/a/../b", "/%2e%2e/b", "/./b", "/a?b=%c3"})
    EXPECT_FALSE(parse_target(bad)) << bad;
  EXPECT_FALSE(parse_target(std::string(65, '/')));
  EXPECT_TRUE(parse_target("/"));
}

TEST(ReadBody, ReadsOneFlatObject) {
  const auto body = read_body(R"({"a": "x", "n": 5, "f": true, "l": ["p", "q"], "z": null})");
  ASSERT_TRUE(body);
  EXPECT_EQ(body->text("a"), "x");
  EXPECT_EQ(body->text("n"), "5");
  EXPECT_TRUE(body->flag("f"));
  EXPECT_THAT(body->list("l"), ElementsAre("p", "q"));
  EXPECT_EQ(body->text("z"), "");
  for (const char* bad : {"", "[]", "null", "{", R"({"a": {"b": 1}})", R"({"a": [1]})",
                          R"({"a": "x", "a": "y"})", R"({"a": "x"} trailing)"})
    EXPECT_FALSE(read_body(bad)) << bad;
}

TEST(EventFeed, EveryReaderHasAllEvents) {
  EventFeed feed;
  feed.append("report", "1");
  std::thread later([&] {
    feed.append("done", "2");
    feed.close();
  });
  EXPECT_EQ(*feed.wait(0, std::chrono::seconds(5)).event, "id: 0\nevent: report\ndata: 1\n\n");
  EXPECT_EQ(*feed.wait(1, std::chrono::seconds(5)).event, "id: 1\nevent: done\ndata: 2\n\n");
  EXPECT_TRUE(feed.wait(2, std::chrono::seconds(5)).ended);
  later.join();
  EventFeed silent;
  const auto nothing = silent.wait(0, std::chrono::milliseconds(1));
  EXPECT_FALSE(nothing.event || nothing.ended);
}

TEST(AnswerCache, ForgetsWhatIsOldAndWhatIsTooMuch) {
  AnswerCache cache(20000);
  const auto answer = [](size_t size) {
    return AnswerCache::Answer{std::make_shared<const std::string>(size, 'x'), nullptr};
  };
  cache.keep("a", 1, answer(1000));
  EXPECT_TRUE(cache.find("a", 1));
  EXPECT_FALSE(cache.find("a", 2));
  cache.keep("b", 2, answer(1000));
  EXPECT_FALSE(cache.find("a", 1));
  cache.keep("late", 1, answer(10));  // of a state that is over
  EXPECT_FALSE(cache.find("late", 2));
  for (int i = 0; i < 30; ++i) cache.keep(std::to_string(i), 2, answer(1000));
  EXPECT_FALSE(cache.find("b", 2));
  EXPECT_TRUE(cache.find("29", 2));
}

TEST(DeskRoutes, AreThoseOfTheDocument) {
  simdjson::dom::parser parser;
  simdjson::dom::object paths;
  const simdjson::padded_string document(openapi_document());
  ASSERT_EQ(parser.parse(document)["paths"].get(paths), simdjson::SUCCESS);
  std::set<std::string> documented;
  for (const auto& [path, methods] : paths) {
    simdjson::dom::object of_path;
    ASSERT_EQ(methods.get(of_path), simdjson::SUCCESS);
    for (const auto& [method, operation] : of_path) {
      std::string_view role;
      ASSERT_EQ(operation["x-isnad-role"].get(role), simdjson::SUCCESS) << path;
      documented.insert(std::string(role) + (method == "get" ? " GET " : " POST ") +
                        std::string(path));
    }
  }
  const auto routes = desk_routes();
  EXPECT_EQ(std::set<std::string>(routes.begin(), routes.end()), documented);
}

TEST(Gzip, PacksWhatRepeats) {
  EXPECT_LT(gzip(std::string(10000, 'x')).size(), 200U);
  EXPECT_FALSE(gzip("").empty());
}

}  // namespace
}  // namespace isnad
