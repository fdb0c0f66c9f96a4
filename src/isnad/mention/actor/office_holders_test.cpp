// SPDX-License-Identifier: Apache-2.0
#include "isnad/mention/actor/office_holders.h"

#include <gtest/gtest.h>

#include "isnad/mention/actor/actor_test_lexicon.h"

namespace isnad {
namespace {

using std::chrono::year_month_day;

year_month_day day(int year, unsigned month, unsigned of_month) {
  return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(of_month)};
}

// The name given to a mention of the line's first tokens.
std::string named(std::string_view line, uint32_t tokens, year_month_day published,
                  std::string_view known = "") {
  const actor_test::ActorLexicon lexicon;
  const auto holders = OfficeHolders::read(lexicon.lexicon());
  const auto reading = actor_test::read(line);
  ActorMention mention;
  mention.tokens = {0, tokens};
  mention.name = known;
  std::vector<ActorMention> mentions{mention};
  holders->name(lexicon.lexicon().find_matches(reading.text), published, mentions);
  return mentions[0].name;
}

TEST(OfficeHolders, NamesWhoHeldTheOfficeOnTheDayOfPublication) {
  const auto* line = "الرئيس الفرنسي وصل";  // the French president arrived
  EXPECT_EQ(named(line, 2, day(2016, 1, 1)), "Hollande");
  EXPECT_EQ(named(line, 2, day(2017, 5, 14)), "Hollande");  // the last day
  EXPECT_EQ(named(line, 2, day(2017, 5, 15)), "Macron");
  EXPECT_EQ(named(line, 2, day(1999, 1, 1)), "");  // nobody known
}

TEST(OfficeHolders, LeavesAloneWhoIsMoreThanHisOffice) {
  // the former French president; one whose name is known
  EXPECT_EQ(named("الرئيس الفرنسي السابق", 3, day(2018, 1, 1)), "");
  EXPECT_EQ(named("الرئيس الفرنسي", 2, day(2018, 1, 1), "Chirac"), "Chirac");
}

TEST(OfficeHolders, RefusesDaysThatAreNone) {
  constexpr actor_test::TableText kBad[] = {
      {"office_holders",
       "id|ar|article|name_en|from|to|gloss|source\n"
       "x|الرئيس|required|X|2012-13-01|2013-01-01|the president|t\n"}};  // the president
  const actor_test::ActorLexicon lexicon(kBad);
  const auto holders = OfficeHolders::read(lexicon.lexicon());
  ASSERT_FALSE(holders);
  EXPECT_NE(holders.error().what.find("office_holders x"), std::string::npos);
}

}  // namespace
}  // namespace isnad
