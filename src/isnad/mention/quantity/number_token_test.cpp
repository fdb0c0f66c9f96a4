// SPDX-License-Identifier: Apache-2.0
#include "isnad/mention/quantity/number_token.h"

#include <gtest/gtest.h>

namespace isnad {
namespace {

PlainNumber plain(std::string_view text) { return plain_number(split_number(text)); }

TEST(NumberToken, ReadsThreeSetsOfDigits) {
  EXPECT_EQ(plain("1200").whole, 1200);
  EXPECT_EQ(plain("١٢٠٠").whole, 1200);
  EXPECT_EQ(plain("۱۲۰۰").whole, 1200);
}

TEST(NumberToken, TellsThousandsFromDecimals) {
  EXPECT_EQ(plain("1,200").whole, 1200);
  EXPECT_EQ(plain("1.200").whole, 1200);
  EXPECT_EQ(plain("1,200,300").whole, 1200300);
  EXPECT_TRUE(plain("3.5").fraction);
  EXPECT_DOUBLE_EQ(plain("3.5").real, 3.5);
  EXPECT_TRUE(plain("0.125").fraction);
}

TEST(NumberToken, RefusesDatesAndOverflow) {
  EXPECT_FALSE(plain("7/10/2023").valid);
  EXPECT_FALSE(plain("12:30").valid);
  EXPECT_FALSE(plain("9999999999999999999").valid);
  EXPECT_FALSE(plain("999,999,999,999,999,999,999").valid);
  EXPECT_FALSE(plain("").valid);
}

TEST(NumberToken, KeepsPartsAndSeparators) {
  const NumberToken token = split_number("7/10/2023");
  ASSERT_EQ(token.count, 3);
  EXPECT_EQ(token.part[2], 2023);
  EXPECT_EQ(token.after[0], '/');
  EXPECT_EQ(token.width[2], 4);
}

}  // namespace
}  // namespace isnad
