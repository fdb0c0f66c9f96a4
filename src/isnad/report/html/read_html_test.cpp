// SPDX-License-Identifier: Apache-2.0
#include "isnad/report/html/read_html.h"

#include <gtest/gtest.h>

#include <chrono>

#include "isnad/report/html/decode_page.h"
#include "isnad/report/html/html_tree.h"
#include "isnad/report/html/page_region.h"

namespace isnad {
namespace {

// Five civilians were killed by shells on the town of Sarmin, rescuers said.
constexpr std::string_view kFirst =
    "قُتل خمسة مدنيين اليوم الثلاثاء في قصف مدفعي على بلدة سرمين، بحسب الدفاع المدني.";
// Witnesses heard several explosions before noon, and no side has claimed the attack.
constexpr std::string_view kSecond =
    "وقال شهود إنهم سمعوا انفجارات عدة قبل الظهر، ولم تعلن أي جهة مسؤوليتها عن الهجوم.";
// Artillery fire on Sarmin
constexpr std::string_view kTitle = "قصف مدفعي على بلدة سرمين";

std::string page(const std::string& head, const std::string& body) {
  return "<!DOCTYPE html><html><head><meta charset=utf-8>" + head + "</head><body>" + body +
         "</body></html>";
}

std::string article() {
  return "<h1>" + std::string(kTitle) + "</h1><div class=\"article-body\"><p>" +
         std::string(kFirst) + "</p><p>" + std::string(kSecond) + "</p></div>";
}

std::string given_text(const Report& report) { return report.text.substr(report.given_begin); }

std::string both() { return std::string(kFirst) + "\n" + std::string(kSecond); }

TEST(ReadHtml, TitleAndParagraphsAreTheReport) {
  const auto read = read_html(page("", article()), {});
  ASSERT_TRUE(read) << describe(read.error());
  EXPECT_EQ(*read->report.title, kTitle);
  EXPECT_EQ(given_text(read->report), both());
  EXPECT_EQ(read->report.zones.size(), 3U);
}

TEST(ReadHtml, WhatStandsAroundAnArticleIsLeftOut) {
  const std::string around =
      "<nav><p>" + std::string(kSecond) + "</p></nav><div class='cookieConsent'><p>" +
      std::string(kSecond) + "</p></div>" + article() + "<div id='comments'><p>" +
      std::string(kSecond) + "</p></div><footer><p>" + std::string(kSecond) + "</p></footer>";
  EXPECT_EQ(given_text(read_html(page("", around), {})->report), both());
}

TEST(ReadHtml, ListsOfLinksInsideTheTextAreLeftOut) {
  std::string body = article();
  const std::string link = "<ul><li><a href=/1>" + std::string(kTitle) + "</a></li></ul>";
  body.insert(body.find("</p>") + 4, link);
  EXPECT_EQ(given_text(read_html(page("", body), {})->report), both());
}

TEST(ReadHtml, AWrapperWithAnUnluckyNameIsNoReasonToLoseTheArticle) {
  const std::string body = "<div class='page share-this related'>" + article() + "</div>";
  EXPECT_EQ(given_text(read_html(page("", body), {})->report), both());
}

TEST(ReadHtml, JsonLdIsBelievedBeforeTheTemplate) {
  const std::string data =
      R"(<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"x",
      "datePublished":"2024-05-14T09:30:00+03:00","author":{"name":"سالم حسن"},
      "publisher":{"name":"وكالة المنارة"}}]}</script><meta property="og:site_name" content="">)";
  const auto read = read_html(page(data, article()), {});
  ASSERT_TRUE(read);
  EXPECT_EQ(read->report.published->as_given, "2024-05-14T09:30:00+03:00");
  EXPECT_EQ(*read->report.outlet, "وكالة المنارة");  // al-Manara Agency
  EXPECT_EQ(*read->report.byline, "سالم حسن");       // Salem Hassan
}

TEST(ReadHtml, AnArticleThatStandsOnlyInJsonLdIsRead) {
  const std::string data =
      "<script type='application/ld+json'>{\"@type\":\"NewsArticle\","
      "\"headline\":\"" +
      std::string(kTitle) + "\",\"articleBody\":\"" + std::string(kFirst) + "\\n" +
      std::string(kSecond) + "\"}</script>";
  EXPECT_EQ(given_text(read_html(page(data, "<div id=app></div>"), {})->report), both());
}

TEST(ReadHtml, TheDateBesideTheTitleCountsNotTodaysAtTheTop) {
  const std::string body =
      "<div>الأحد 22 نوفمبر 2026</div>" + article();  // Sunday 22 November 2026
  std::string dated = body;
  dated.insert(dated.find("</h1>") + 5,
               "<div>آخر تحديث: 16/5/2024 نشر في: 14 أيار/مايو 2024</div>");  // last update;
                                                                              // published on 14 May
  EXPECT_EQ(read_html(page("", dated), {})->report.published->as_given, "2024-05-14");
}

TEST(ReadHtml, SiteNameAsTitleOfThePageIsNoHeadline) {
  const std::string head =
      "<title>وكالة المنارة</title><meta property=og:title content='وكالة المنارة'>"  // al-Manara
                                                                                      // Agency
      "<meta property=og:site_name content='وكالة المنارة'>";  // al-Manara Agency
  EXPECT_EQ(*read_html(page(head, article()), {})->report.title, kTitle);
}

TEST(ReadHtml, WindowsPagesAreDecodedByTheirMetaElement) {
  // "<p>" and the letters of the first sentence's beginning, as Windows-1256.
  const std::string sentence = "\xDE\xCA\xE1 \xCE\xE3\xD3\xC9 \xE3\xCF\xE4\xED\xED\xE4 ";
  std::string body;
  for (int i = 0; i < 6; ++i) body += sentence;
  const auto read = read_html(
      "<html><head><meta http-equiv=Content-Type content='text/html; "
      "charset=windows-1256'></head><body><p>" +
          body + ".</p>",
      {});
  ASSERT_TRUE(read) << describe(read.error());
  EXPECT_TRUE(given_text(read->report).starts_with("قتل خمسة"));  // five were killed
}

TEST(ReadHtml, EntitiesBecomeLetters) {
  std::string body = article();
  body.insert(body.find("قُتل"), "&laquo;&#1602;&#x627;&#1604;&raquo;&nbsp;");
  EXPECT_TRUE(given_text(read_html(page("", body), {})->report).starts_with("«قال» "));  // he said
}

TEST(ReadHtml, APageWithoutAnArticleSaysSo) {
  const auto read =
      read_html(page("", "<ul><li><a href=1>" + std::string(kTitle) + "</a></ul>"), {});
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::kEmpty);
  EXPECT_NE(read.error().what.find("no article"), std::string::npos);
}

TEST(ReadHtml, ElementsNestedWithoutEndAreRefusedAtOnce) {
  std::string deep;
  for (int i = 0; i < 200'000; ++i) deep += "<div>";
  const auto begin = std::chrono::steady_clock::now();
  const auto read = read_html(page("", deep + article()), {});
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::kTooLarge);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(2));
}

TEST(ReadHtml, ElementsNestedDeepButFinitelyAreRead) {
  std::string deep;
  for (int i = 0; i < 600; ++i) deep += "<span>";
  EXPECT_TRUE(read_html(page("", article() + deep), {}));
}

TEST(ReadHtml, TimeGrowsWithTheBytesWhateverTheyAre) {
  // Each was quadratic in some parser of HTML.
  for (const std::string piece :
       {"</b>", "<a href=x>", "<!--", "<p><b>", "&", "<table><tr><td>", "<h2>a</h2>", "<article>",
        "<script type=application/ld+json>[", "<time>1/1/2020</time>"}) {
    std::string bytes;
    while (bytes.size() < 1'000'000) bytes += piece;
    const auto begin = std::chrono::steady_clock::now();
    (void)read_html(page("", bytes), {});
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5)) << piece;
  }
}

TEST(DecodePage, DeclaredNamesDamageAndSilence) {
  const std::string utf8 = "<p>" + std::string(kFirst);
  EXPECT_EQ(*decode_page(utf8, "text/html; charset=windows-1256", 1 << 20), utf8);  // is UTF-8
  const std::string damaged = utf8 + "\xFF" + utf8;
  EXPECT_EQ(*decode_page(damaged, "text/html; charset=utf-8", 1 << 20),
            utf8 + "\xEF\xBF\xBD" + utf8);
  EXPECT_EQ(decode_page("", "", 1 << 20).error().code, ErrorCode::kEmpty);
  EXPECT_EQ(decode_page(utf8, "", 10).error().code, ErrorCode::kTooLarge);
  EXPECT_EQ(charset_of("text/html; Charset=\"UTF-8\"; x=y"), "utf-8");
}

TEST(PageRegion, NamesAreCutIntoWords) {
  EXPECT_EQ(name_words("shareBar related_posts x-2"),
            (std::vector<std::string>{"share", "bar", "related", "posts", "x", "2"}));
}

TEST(HtmlTree, KeepsAttributesAndText) {
  const auto tree = HtmlTree::parse("<p CLASS=a id='b'>x <b>y</b></p><script>z</script>");
  ASSERT_TRUE(tree);
  uint32_t p = 0;
  while (tree->nodes()[p].tag != "p") ++p;
  EXPECT_EQ(tree->attribute(p, "class"), "a");
  EXPECT_TRUE(tree->has_attribute(p, "id"));
  EXPECT_EQ(tree->text_below(p), "x y");
  EXPECT_EQ(tree->text_below(0), "x y");
}

TEST(ResolveAddress, MakesLinksWhole) {
  EXPECT_EQ(resolve_address("https://a.example/x/y?z", "/b"), "https://a.example/b");
  EXPECT_EQ(resolve_address("https://a.example/x/y?z", "b"), "https://a.example/x/b");
  EXPECT_EQ(resolve_address("https://a.example", "//c.example/d"), "https://c.example/d");
  EXPECT_EQ(resolve_address("", "/b"), "");
  EXPECT_EQ(resolve_address("", "http://b/"), "http://b/");
}

}  // namespace
}  // namespace isnad
