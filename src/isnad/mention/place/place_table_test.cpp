// SPDX-License-Identifier: Apache-2.0
#include "isnad/mention/place/place_table.h"

#include <gtest/gtest.h>

namespace isnad {
namespace {

TEST(PlaceTable, ReadsFieldsByColumnAndSkipsComments) {
  const auto table =
      PlaceTable::parse("# note\nid\tar\na\tحلب\n# more\nb\tحمص\n", "t");  // Aleppo, Homs
  ASSERT_TRUE(table);
  ASSERT_EQ(table->size(), 2U);
  EXPECT_EQ(table->field(1, "ar"), "حمص");  // Homs
  EXPECT_EQ(table->field(1, "none"), "");
  EXPECT_EQ(table->where(1), "t:5");
}

TEST(PlaceTable, RefusesWhatWouldBeReadWrongly) {
  EXPECT_FALSE(PlaceTable::parse("", "t"));
  EXPECT_FALSE(PlaceTable::parse("name\nx\n", "t"));
  EXPECT_FALSE(PlaceTable::parse("id\tar\na\n", "t"));
  EXPECT_FALSE(PlaceTable::parse("id\tid\na\tb\n", "t"));
  EXPECT_FALSE(PlaceTable::parse("id\nb\na\n", "t"));
  EXPECT_FALSE(PlaceTable::parse("id\na\na\n", "t"));
}

TEST(PlaceTable, ListsAndNumbersAreWholeFields) {
  EXPECT_EQ(list_of(" a ; b;; "), (std::vector<std::string_view>{"a", "b"}));
  EXPECT_TRUE(list_of("").empty());
  EXPECT_EQ(number_of("36.5", "t"), 36.5);
  EXPECT_FALSE(number_of("36.5x", "t"));
  EXPECT_FALSE(number_of("", "t"));
}

}  // namespace
}  // namespace isnad
