// SPDX-License-Identifier: Apache-2.0
#include "isnad/report/feed/feed_reader.h"

#include <gtest/gtest.h>

#include "isnad/report/sha256.h"

namespace isnad {
namespace {

std::string rss(const std::string& items) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\" "
         "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
         "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:atom=\"http://www.w3.org/2005/Atom\">"
         "<channel><title>وكالة المنارة - آخر الأخبار</title>"  // al-Manara Agency - latest news
         "<image><title>logo</title></image><atom:link rel=\"self\" "
         "href=\"https://m.example/rss\"/>" +
         items + "</channel></rss>";
}

const std::string kItem =
    "<item><title>قصف على سرمين</title><link>https://m.example/1</link><guid>g1</guid>"  // shelling
                                                                                         // of
                                                                                         // Sarmin
    "<pubDate>Tue, 14 May 2024 09:30:00 +0300</pubDate><dc:creator>سالم حسن</dc:creator>"  // Salem
                                                                                           // Hassan
    "<description>قُتل خمسة مدنيين في قصف على بلدة سرمين.</description></item>";  // five civilians
                                                                                 // were killed

TEST(FeedReader, ItemsOfRssBecomeReports) {
  auto reader = FeedReader::over(rss(kItem), "f", {});
  ASSERT_TRUE(reader) << describe(reader.error());
  const auto item = reader->next();
  ASSERT_TRUE(item && *item) << (item ? describe(item->error()) : "none");
  const Report& report = (*item)->report;
  EXPECT_EQ(report.id, "g1");
  EXPECT_EQ(*report.url, "https://m.example/1");
  EXPECT_EQ(*report.title, "قصف على سرمين");   // shelling of Sarmin
  EXPECT_EQ(*report.outlet, "وكالة المنارة");  // al-Manara Agency
  EXPECT_EQ(*report.byline, "سالم حسن");       // Salem Hassan
  EXPECT_EQ(report.text.substr(report.given_begin), "قُتل خمسة مدنيين في قصف على بلدة سرمين.");
  EXPECT_EQ(report.published->as_given, "2024-05-14T09:30+03:00");
  EXPECT_TRUE((*item)->summary_only);
  EXPECT_EQ((*item)->raw, kItem);
  EXPECT_EQ(report.sha256, sha256_hex(kItem));
  EXPECT_FALSE(reader->next());
  EXPECT_EQ(reader->feed().self, "https://m.example/rss");
}

TEST(FeedReader, FullContentGoesBeforeTheSummary) {
  const std::string item =
      "<item><title>t</title><description>short</description><content:encoded>"
      "<![CDATA[<p>First &laquo;paragraph&raquo;, long enough to stand.</p>"
      "<p>Second paragraph, which also stands.</p>]]></content:encoded></item>";
  auto reader = FeedReader::over(rss(item), "f", {});
  const auto read = reader->next();
  EXPECT_EQ((*read)->report.text.substr((*read)->report.given_begin),
            "First «paragraph», long enough to stand.\nSecond paragraph, which also stands.");
  EXPECT_FALSE((*read)->summary_only);
}

TEST(FeedReader, AtomWithMarkUpOfItsOwn) {
  const std::string atom =
      "<feed xmlns='http://www.w3.org/2005/Atom'><title>صحيفة النهار</title>"  // an-Nahar paper
      "<link rel='next' href='/atom?page=2'/><entry><title>x</title><id>urn:1</id>"
      "<link href='/a/1'/><updated>2024-05-15T00:00:00Z</updated>"
      "<published>2024-05-14T09:30:00Z</published><author><name>A B</name></author>"
      "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>One paragraph of text "
      "&amp; "
      "more of it.</p><p>Two paragraphs of text.</p></div></content></entry></feed>";
  ReportDefaults defaults;
  defaults.url = "https://n.example/atom";
  auto reader = FeedReader::over(atom, "f", defaults);
  ASSERT_TRUE(reader);
  const auto read = reader->next();
  ASSERT_TRUE(*read) << describe(read->error());
  const Report& report = (*read)->report;
  EXPECT_EQ(*report.url, "https://n.example/a/1");
  EXPECT_EQ(report.published->as_given, "2024-05-14T09:30:00Z");
  EXPECT_EQ(*report.byline, "A B");
  EXPECT_EQ(report.text.substr(report.given_begin),
            "One paragraph of text & more of it.\nTwo paragraphs of text.");
  EXPECT_EQ(reader->feed().next, "/atom?page=2");
}

TEST(FeedReader, RdfItemsStandBesideTheChannel) {
  const std::string rdf =
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
      "xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
      "<channel rdf:about='u'><title>T</title></channel><item rdf:about='https://r.example/1'>"
      "<title>a headline</title><link>https://r.example/1</link><dc:date>2024-05-14</dc:date>"
      "<description>A sentence that says what happened.</description></item></rdf:RDF>";
  auto reader = FeedReader::over(rdf, "f", {});
  const auto read = reader->next();
  EXPECT_EQ((*read)->report.id, "https://r.example/1");
  EXPECT_EQ((*read)->report.published->as_given, "2024-05-14");
}

TEST(FeedReader, DeclaredEntitiesAreRefused) {
  std::string laughs = "<?xml version='1.0'?><!DOCTYPE lolz [<!ENTITY lol \"lol\">";
  for (char c = 'a'; c < 'k'; ++c) {
    laughs += std::string("<!ENTITY ") + c + " \"";
    for (int i = 0; i < 10; ++i)
      laughs += c == 'a' ? "&lol;" : std::string("&") + char(c - 1) + ";";
    laughs += "\">";
  }
  laughs += "]><rss><channel><title>&j;</title>" + kItem + "</channel></rss>";
  const auto billion = FeedReader::over(laughs, "f.xml", {});
  ASSERT_FALSE(billion);
  EXPECT_NE(describe(billion.error()).find("entity"), std::string::npos);
  EXPECT_TRUE(describe(billion.error()).starts_with("f.xml"));
  const auto external = FeedReader::over(
      "<!DOCTYPE rss [<!ENTITY x SYSTEM "
      "\"file:///etc/passwd\">]><rss><channel><title>&x;</title></channel></rss>",
      "f", {});
  ASSERT_FALSE(external);
  EXPECT_NE(external.error().what.find("entity"), std::string::npos);
}

TEST(FeedReader, SloppyXmlIsForgiven) {
  const std::string item =
      "<item><title>Fish &nbsp; chips & more</title><link>https://x/1</link>"
      "<description>A sentence that says what happened & where.</description></item>";
  auto reader = FeedReader::over(rss(item), "f", {});
  ASSERT_TRUE(reader);
  const auto read = reader->next();
  ASSERT_TRUE(read && *read);
  EXPECT_TRUE((*read)->report.title->starts_with("Fish chips"));
}

TEST(FeedReader, WhatStandsBeforeABreakIsRead) {
  auto reader =
      FeedReader::over(rss(kItem).substr(0, rss(kItem).size() - 20) + "<item><title>half", "f", {});
  ASSERT_TRUE(reader);
  EXPECT_TRUE(*reader->next());
  const auto broken = reader->next();
  ASSERT_TRUE(broken && !*broken);
  EXPECT_EQ(broken->error().code, ErrorCode::kDamagedFile);
  EXPECT_FALSE(reader->next());
}

TEST(FeedReader, OtherXmlAndEmptyFeedsSayWhatTheyAre) {
  const auto map = FeedReader::over("<?xml version='1.0'?><urlset><url/></urlset>", "f", {});
  ASSERT_FALSE(map);
  EXPECT_NE(map.error().what.find("<urlset>"), std::string::npos);
  auto empty = FeedReader::over(rss(""), "f", {});
  ASSERT_TRUE(empty);
  EXPECT_EQ(empty->next()->error().code, ErrorCode::kEmpty);
  EXPECT_FALSE(empty->next());
}

TEST(FeedReader, KnownByTheirFirstBytes) {
  EXPECT_TRUE(looks_like_feed(rss("")));
  EXPECT_TRUE(looks_like_feed("\xEF\xBB\xBF<feed xmlns='x'>"));
  EXPECT_TRUE(looks_like_feed("<?xml version='1.0'?><urlset>"));
  EXPECT_FALSE(looks_like_feed("<?xml version='1.0'?><!DOCTYPE html><html>"));
  EXPECT_FALSE(looks_like_feed("text <rss"));
}

}  // namespace
}  // namespace isnad
