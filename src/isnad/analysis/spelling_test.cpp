// SPDX-License-Identifier: Apache-2.0
#include "isnad/analysis/spelling.h"

#include <gtest/gtest.h>

namespace isnad {
namespace {

std::string plain(std::string_view text) {
  Letters letters;
  plain_letters(text, letters);
  std::string out;
  append_utf8(letters.view(), out);
  return out;
}

TEST(PlainLetters, DropsMarksTatweelAndInvisibleCharacters) {
  const std::string given = "قَر\u0640\u0640يَة\u200F";  // village
  EXPECT_EQ(plain(given), "قرية");                     // the same, bare
}

TEST(PlainLetters, MakesPresentationFormsPlain) {
  EXPECT_EQ(plain("\uFEE3\uFEAE\uFE98"), "مرت");  // m-r-t
  EXPECT_EQ(plain("\uFEFB"), "لا");               // lam-alef ligature
  EXPECT_EQ(plain("\u0671\u0644"), "ال");         // alef wasla
}

TEST(PlainLetters, TakesBrokenBytesWithoutReadingPastThem) {
  EXPECT_EQ(plain(std::string_view("\xD9", 1)), "\uFFFD");
  EXPECT_EQ(plain("\xFF\xC3"), "\uFFFD\uFFFD");
}

TEST(PlainLetters, StopsAtItsCapacityAndSaysSo) {
  Letters letters;
  plain_letters(std::string(100, 'a'), letters);
  EXPECT_EQ(letters.size, Letters::kCapacity);
  EXPECT_TRUE(letters.cut);
}

TEST(FoldLetters, UnifiesWhatCarelessSpellingMixes) {
  Letters a, b;
  plain_letters("إلى", a);
  plain_letters("الي", b);
  fold_letters(a);
  EXPECT_EQ(a.view(), b.view());
}

}  // namespace
}  // namespace isnad
