// SPDX-License-Identifier: Apache-2.0
#include "isnad/text/char_index.h"

#include <gtest/gtest.h>

#include "isnad/text/text_test_report.h"

namespace isnad {
namespace {

TEST(CharIndex, CountsCodePoints) {
  // 3 fell, an emoji.
  const Report report = one_zone_report("سقط 3 😀 ok");
  const CharIndex index(report);
  EXPECT_EQ(index.text_length(), 10u);
  EXPECT_EQ(index.given({0, 6}).span, (CharSpan{0, 3}));
  EXPECT_EQ(index.given({9, 13}).span, (CharSpan{6, 7}));
  EXPECT_EQ(index.given({14, 16}).span, (CharSpan{8, 10}));
  EXPECT_FALSE(index.given({0, 6}).in_title);
}

TEST(CharIndex, CountsATitleFieldApart) {
  // Title; text.
  Report report = one_zone_report("عنوان\n\nنص");
  report.given_begin = 12;
  const CharIndex index(report);
  EXPECT_EQ(index.text_length(), 2u);
  EXPECT_EQ(index.given({12, 16}).span, (CharSpan{0, 2}));
  EXPECT_FALSE(index.given({12, 16}).in_title);
  EXPECT_EQ(index.given({2, 10}).span, (CharSpan{1, 5}));
  EXPECT_TRUE(index.given({2, 10}).in_title);
}

TEST(CharIndex, AgreesWithCountingOverManyBlocks) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += i % 3 == 0 ? "a" : i % 3 == 1 ? "ب" : "—";
  const Report report = one_zone_report(text);
  const CharIndex index(report);
  uint32_t characters = 0;
  for (uint32_t byte = 0; byte < text.size(); ++byte) {
    if ((static_cast<unsigned char>(text[byte]) & 0xC0) == 0x80) continue;
    EXPECT_EQ(index.given({byte, byte}).span.begin, characters);
    ++characters;
  }
  EXPECT_EQ(index.text_length(), characters);
}

}  // namespace
}  // namespace isnad
