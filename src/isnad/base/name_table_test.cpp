// SPDX-License-Identifier: Apache-2.0
#include "isnad/base/name_table.h"

#include <gtest/gtest.h>

#include <string>

namespace isnad {
namespace {

TEST(NameTable, AnswersAsAMapWould) {
  NameTable<int> table;
  EXPECT_EQ(table.find("a"), nullptr);
  for (int i = 0; i < 5000; ++i) table.add("name " + std::to_string(i), i);
  EXPECT_EQ(table.size(), 5000U);
  for (int i = 0; i < 5000; ++i) {
    const int* found = table.find("name " + std::to_string(i));
    ASSERT_NE(found, nullptr) << i;
    EXPECT_EQ(*found, i);
  }
  EXPECT_EQ(table.find("name 5000"), nullptr);
  EXPECT_EQ(table.find(""), nullptr);
}

TEST(NameTable, TheFirstValueStays) {
  NameTable<int> table;
  table.add("a", 1);
  table.add("a", 2);
  EXPECT_EQ(*table.find("a"), 1);
  EXPECT_EQ(table.size(), 1U);
}

}  // namespace
}  // namespace isnad
