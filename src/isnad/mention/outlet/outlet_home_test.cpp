// SPDX-License-Identifier: Apache-2.0
#include "isnad/mention/outlet/outlet_home.h"

#include <gtest/gtest.h>

#include "isnad/mention/actor/actor_test_lexicon.h"

namespace isnad {
namespace {

// The home of an outlet, and of a report by its URL.
std::string home_of(std::optional<std::string> outlet, std::optional<std::string> url = {}) {
  std::vector<actor_test::TableText> tables(std::begin(actor_test::kTables),
                                            std::end(actor_test::kTables));
  tables.push_back({"outlet_sites",
                    "id|host|country|gloss|source\n"
                    "domain-sy|.sy|SYR|Syria|t\n"
                    "okaz|okaz.com.sa|SAU|Okaz|t\n"
                    "syriahr|syriahr.com|GBR|SOHR|t\n"
                    "was|was|SAU|SPA|t\n"});
  const actor_test::ActorLexicon lexicon(tables);
  const OutletHomes homes(lexicon.lexicon());
  Report report;
  report.outlet = std::move(outlet);
  report.url = std::move(url);
  return std::string(homes.country(report, lexicon.lexicon()));
}

TEST(OutletHome, IsReadFromTheName) {
  EXPECT_EQ(home_of("قناة المسيرة"), "YE");  // Al-Masirah TV
  EXPECT_EQ(home_of("Al Jazeera"), "QA");
  EXPECT_EQ(home_of("al-jazeera"), "QA");
  EXPECT_EQ(home_of("صحيفة الغد السورية"), "SY");  // the Syrian paper Al-Ghad
}

TEST(OutletHome, IsReadFromTheHost) {
  EXPECT_EQ(home_of("www.okaz.com.sa"), "SA");
  EXPECT_EQ(home_of("okaz"), "SA");
  EXPECT_EQ(home_of("was"), "SA");
  EXPECT_EQ(home_of({}, "https://news.sana.sy/?p=17"), "SY");
  EXPECT_EQ(home_of({}, "http://WWW.SYRIAHR.COM:80/a"), "GB");
}

TEST(OutletHome, IsUnknownWhereNothingSaysIt) {
  EXPECT_EQ(home_of({}), "");
  EXPECT_EQ(home_of(""), "");
  EXPECT_EQ(home_of("وكالة المنارة"), "");  // the Lighthouse, an agency
  EXPECT_EQ(home_of("example.com", "https://example.org/"), "");
  // A Syrian-German site is of neither; money is not Mali.
  EXPECT_EQ(home_of("الموقع السوري الألماني"), "");
  EXPECT_EQ(home_of("الموقع المالي"), "");
}

}  // namespace
}  // namespace isnad
