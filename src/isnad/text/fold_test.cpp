// SPDX-License-Identifier: Apache-2.0
#include "isnad/text/fold.h"

#include <gtest/gtest.h>

namespace isnad {
namespace {

std::string folded(std::string_view given) { return fold(given).text; }

// The given bytes that folded[begin, end) leads back to.
std::string_view origin(std::string_view given, uint32_t begin, uint32_t end) {
  const ByteSpan span = fold(given).map.given({begin, end});
  return given.substr(span.begin, span.size());
}

TEST(Fold, DropsHarakatTatweelAndSuperscriptAlef) {
  EXPECT_EQ(folded("\u0642\u064F\u0648\u0651\u0627\u062A\u064C"), "قوات");  // quwwāt, forces
  EXPECT_EQ(folded("\u062D\u0640\u0640\u0644\u0628"), "حلب");              // Ḥalab, Aleppo, stretched
  EXPECT_EQ(folded("\u0647\u0670\u0630\u0627"), "هذا");                    // hādhā, this
}

TEST(Fold, UnifiesHamzaCarriersButKeepsLoneHamza) {
  EXPECT_EQ(folded("أإآٱ"), "اااا");
  EXPECT_EQ(folded("مسؤول"), "مسوول");          // masʾūl, official
  EXPECT_EQ(folded("رئيس"), "رييس");            // raʾīs, president
  EXPECT_EQ(folded("شيء"), "شيء");              // shayʾ, thing
  EXPECT_EQ(folded("\u0627\u0654"), "ا");       // alef with a combining hamza
  EXPECT_EQ(folded("مستشفى"), "مستشفي");        // mustashfā, hospital
  EXPECT_EQ(folded("مدرسة"), "مدرسه");          // madrasa, school
}

TEST(Fold, TurnsPersianLettersToArabicOnes) {
  EXPECT_EQ(folded("کابل"), "كابل");    // Kabul with a Persian kāf
  EXPECT_EQ(folded("علی"), "علي");      // ʿAlī with a Persian yā
  EXPECT_EQ(folded("پوتين"), "بوتين");  // Putin with a Persian pe
}

TEST(Fold, TurnsThreeKindsOfDigitsIntoOne) {
  EXPECT_EQ(folded("٠٧:٣٠"), "07:30");
  EXPECT_EQ(folded("۱۲٫۵"), "12.5");
  EXPECT_EQ(folded("١٬٢٠٠ ٪"), "1,200 %");
}

TEST(Fold, DropsWhatTakesNoRoomAndEvensSpaces) {
  EXPECT_EQ(folded("\uFEFF\u202B\u0628\u200F\u202C\u200C"), "\u0628");
  EXPECT_EQ(folded("a\u00A0b\u2009c\td\u3000e"), "a b c d e");
  EXPECT_EQ(folded("a\u2028b\nc"), "a\nb\nc");
  EXPECT_EQ(folded(std::string_view("a\0b", 3)), "a b");
}

TEST(Fold, OpensLigatures) {
  EXPECT_EQ(folded("\uFEFB"), "لا");          // the ligature of lām and alef
  EXPECT_EQ(folded("\uFDF2"), "الله");        // Allāh as one character
  EXPECT_EQ(folded("\uFED7\uFE94"), "قه");    // final shapes of qāf and tāʾ marbūṭa
  EXPECT_EQ(folded("a\uFDFAb"), "a b");       // an honorific of four words
}

TEST(Fold, KeepsOffsetsAcrossTatweel) {
  const std::string_view given = "\u062D\u0640\u0640\u0644\u0628 x";
  EXPECT_EQ(folded(given), "حلب x");
  EXPECT_EQ(origin(given, 0, 6), "\u062D\u0640\u0640\u0644\u0628");
  EXPECT_EQ(origin(given, 2, 6), "\u0644\u0628");
  EXPECT_EQ(origin(given, 7, 8), "x");
}

TEST(Fold, GivesDroppedMarksToTheLetterBeforeThem) {
  const std::string_view given = "\u0628\u064E \u0628";
  EXPECT_EQ(origin(given, 0, 2), "\u0628\u064E");
}

TEST(Fold, LeavesOtherScriptsAndQuotationMarksAlone) {
  const std::string_view given = "“NATO” «Ωμέγα» 👍 ﴾";
  EXPECT_EQ(folded(given), given);
}

TEST(Fold, FoldOnlyEqualsFold) {
  const std::string_view given = "وقالَ «المتحدّث»: ٢٠ قتيلاً\uFEFB\u200F";
  EXPECT_EQ(fold_only(given), folded(given));
}

TEST(FirstFoldedAt, FindsTheFirstByteFromThere) {
  const Folded text = fold("\u0628\u064E\u0628");  // two letters, a mark between
  EXPECT_EQ(first_folded_at(text.map, 0), 0u);
  EXPECT_EQ(first_folded_at(text.map, 2), 2u);
  EXPECT_EQ(first_folded_at(text.map, 4), 2u);
  EXPECT_EQ(first_folded_at(text.map, 6), 4u);
}

}  // namespace
}  // namespace isnad
