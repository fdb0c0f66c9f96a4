// SPDX-License-Identifier: Apache-2.0
#include "isnad/report/layout_line.h"

#include <gtest/gtest.h>

namespace isnad {
namespace {

TEST(SplitLines, CutsAtEveryKindOfLineEnd) {
  const std::string_view text = "a\nb\r\nc\rd\u2028e\u2029f";
  const auto lines = split_lines(text, 0);
  ASSERT_EQ(lines.size(), 6u);
  for (const LayoutLine& line : lines) {
    EXPECT_EQ(line.span.size(), 1u);
    EXPECT_FALSE(line.blank_before);
  }
}

TEST(SplitLines, TrimsAndNotesBlankLines) {
  const std::string_view text = "\n  a b \u00A0\n \u200F \nc\n";
  const auto lines = split_lines(text, 0);
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(text.substr(lines[0].span.begin, lines[0].span.size()), "a b");
  EXPECT_TRUE(lines[0].blank_before);
  EXPECT_TRUE(lines[0].blank_after);
  EXPECT_TRUE(lines[1].blank_before);
  EXPECT_FALSE(lines[1].blank_after);
}

TEST(SplitLines, CountsCharactersAndWords) {
  // A shell fell, with two spaces.
  const auto lines = split_lines("سقطت  قذيفة", 0);
  EXPECT_EQ(lines[0].characters, 11u);
  EXPECT_EQ(lines[0].words, 2u);
}

TEST(SplitLines, SeesAStopBehindClosingMarks) {
  // It ended; and he said; has it ended?.
  EXPECT_TRUE(split_lines("«انتهى.»", 0)[0].stopped);
  EXPECT_TRUE(split_lines("وقال:", 0)[0].stopped);
  EXPECT_FALSE(split_lines("«انتهى»", 0)[0].stopped);
  EXPECT_FALSE(split_lines("هل انتهى؟", 0)[0].stopped);
}

TEST(SplitLines, StartsWhereTold) {
  const auto lines = split_lines("title\n\nbody", 7);
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0].span, (ByteSpan{7, 11}));
}

}  // namespace
}  // namespace isnad
