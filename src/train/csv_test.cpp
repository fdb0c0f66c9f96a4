// SPDX-License-Identifier: Apache-2.0
#include "train/csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace isnad::train {
namespace {

using testing::ElementsAre;

TEST(Csv, KeepsCommasLineEndsAndQuotesInsideQuotes) {
  const auto rows = read_csv("id,text\r\n1,\"a, \"\"b\"\"\nc\"\n\n2,\n");
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_THAT(rows[0], ElementsAre("id", "text"));
  EXPECT_THAT(rows[1], ElementsAre("1", "a, \"b\"\nc"));
  EXPECT_THAT(rows[2], ElementsAre("2", ""));
}

TEST(Csv, ReadsALastRowWithoutItsLineEnd) {
  EXPECT_THAT(read_csv("a\tb", '\t'), ElementsAre(ElementsAre("a", "b")));
}

}  // namespace
}  // namespace isnad::train
