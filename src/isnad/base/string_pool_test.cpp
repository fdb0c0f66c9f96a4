// SPDX-License-Identifier: Apache-2.0
#include "isnad/base/string_pool.h"

#include <gtest/gtest.h>

namespace isnad {
namespace {

TEST(StringPool, GivesOneIdToOneStringThroughGrowth) {
  StringPool pool;
  EXPECT_EQ(pool.intern(""), 0U);
  std::vector<StringId> ids;
  for (int i = 0; i < 1000; ++i) ids.push_back(pool.intern("word " + std::to_string(i)));
  for (int i = 0; i < 1000; ++i) {
    const std::string word = "word " + std::to_string(i);
    EXPECT_EQ(pool.intern(word), ids[static_cast<size_t>(i)]);
    EXPECT_EQ(pool.view(ids[static_cast<size_t>(i)]), word);
  }
  EXPECT_EQ(pool.size(), 1001U);
}

}  // namespace
}  // namespace isnad
