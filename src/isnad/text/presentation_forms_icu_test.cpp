// SPDX-License-Identifier: Apache-2.0
// The generated table against ICU: folding a presentation form equals folding its NFKC form.
#include <gtest/gtest.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "isnad/text/arabic_letters.h"
#include "isnad/text/fold.h"

namespace isnad {
namespace {

std::string utf8(const icu::UnicodeString& text) {
  std::string bytes;
  text.toUTF8String(bytes);
  return bytes;
}

// What the form should fold to. Forms of a bare mark decompose to a space and the mark; the space
// is no text.
std::string expected(UChar32 point, const icu::Normalizer2& nfkc) {
  UErrorCode error = U_ZERO_ERROR;
  icu::UnicodeString plain = nfkc.normalize(icu::UnicodeString(point), error);
  EXPECT_TRUE(U_SUCCESS(error));
  if (plain.length() > 1 && plain.charAt(0) == u' ') plain.remove(0, 1);
  return fold_only(utf8(plain));
}

int check_range(UChar32 first, UChar32 last) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(error);
  EXPECT_TRUE(U_SUCCESS(error));
  int decomposed = 0;
  for (UChar32 point = first; point <= last; ++point) {
    const auto honorific = static_cast<char32_t>(point);
    if (honorific == letters::kSallallahou || honorific == letters::kJallajalalouhou)
      continue;  // folded to a space
    const std::string form = utf8(icu::UnicodeString(point));
    const std::string want = expected(point, *nfkc);
    EXPECT_EQ(fold_only(form), want) << std::hex << point;
    decomposed += want != form ? 1 : 0;
  }
  return decomposed;
}

TEST(PresentationForms, FoldAsTheirNfkcForms) {
  EXPECT_GT(check_range(0xFB50, 0xFDFF), 500);
  EXPECT_GT(check_range(0xFE70, 0xFEFE), 130);
}

}  // namespace
}  // namespace isnad
