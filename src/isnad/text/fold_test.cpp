// SPDX-License-Identifier: Apache-2.0
#include "isnad/text/fold.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace isnad {
namespace {

using testing::Eq;

std::string folded(std::string_view given) { return fold(given).text; }

// The given bytes that folded[begin, end) leads back to.
std::string_view origin(std::string_view given, uint32_t begin, uint32_t end) {
  const ByteSpan span = fold(given).map.given({begin, end});
  return given.substr(span.begin, span.size());
}

TEST(Fold, DropsHarakatTatweelAndSuperscriptAlef) {
  // Forces; Aleppo, stretched; this.
  EXPECT_THAT(folded("\u0642\u064F\u0648\u0651\u0627\u062A\u064C"), Eq("قوات"));  // quwwāt, forces
  EXPECT_THAT(folded("\u062D\u0640\u0640\u0644\u0628"), Eq("حلب"));  // Ḥalab, Aleppo, stretched
  EXPECT_THAT(folded("\u0647\u0670\u0630\u0627"), Eq("هذا"));        // hādhā, this
}

TEST(Fold, UnifiesHamzaCarriersButKeepsLoneHamza) {
  // The four alefs; official; president; thing; hospital; school.
  EXPECT_THAT(folded("أإآٱ"), Eq("اااا"));
  EXPECT_THAT(folded("مسؤول"), Eq("مسوول"));     // masʾūl, official
  EXPECT_THAT(folded("رئيس"), Eq("رييس"));       // raʾīs, president
  EXPECT_THAT(folded("شيء"), Eq("شيء"));         // shayʾ, thing
  EXPECT_THAT(folded("\u0627\u0654"), Eq("ا"));  // alef with a combining hamza
  EXPECT_THAT(folded("مستشفى"), Eq("مستشفي"));   // mustashfā, hospital
  EXPECT_THAT(folded("مدرسة"), Eq("مدرسه"));     // madrasa, school
}

TEST(Fold, TurnsPersianLettersToArabicOnes) {
  // Kabul, Ali, Putin, each with a Persian letter.
  EXPECT_THAT(folded("کابل"), Eq("كابل"));    // Kabul with a Persian kāf
  EXPECT_THAT(folded("علی"), Eq("علي"));      // ʿAlī with a Persian yā
  EXPECT_THAT(folded("پوتين"), Eq("بوتين"));  // Putin with a Persian pe
}

TEST(Fold, TurnsThreeKindsOfDigitsIntoOne) {
  EXPECT_THAT(folded("٠٧:٣٠"), Eq("07:30"));
  EXPECT_THAT(folded("۱۲٫۵"), Eq("12.5"));
  EXPECT_THAT(folded("١٬٢٠٠ ٪"), Eq("1,200 %"));
}

TEST(Fold, DropsWhatTakesNoRoomAndEvensSpaces) {
  EXPECT_EQ(folded("\uFEFF\u202B\u0628\u200F\u202C\u200C"), "\u0628");
  EXPECT_EQ(folded("a\u00A0b\u2009c\td\u3000e"), "a b c d e");
  EXPECT_EQ(folded("a\u2028b\nc"), "a\nb\nc");
  EXPECT_EQ(folded(std::string_view("a\0b", 3)), "a b");
}

TEST(Fold, OpensLigatures) {
  // No; God as one character; final shapes of two letters; an honorific of four words.
  EXPECT_THAT(folded("\uFEFB"), Eq("لا"));        // the ligature of lām and alef
  EXPECT_THAT(folded("\uFDF2"), Eq("الله"));      // Allāh as one character
  EXPECT_THAT(folded("\uFED7\uFE94"), Eq("قه"));  // final shapes of qāf and tāʾ marbūṭa
  EXPECT_EQ(folded("a\uFDFAb"), "a b");           // an honorific of four words
}

TEST(Fold, KeepsOffsetsAcrossTatweel) {
  // Aleppo, stretched.
  const std::string_view given = "\u062D\u0640\u0640\u0644\u0628 x";
  EXPECT_EQ(folded(given), "حلب x");  // Aleppo
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
  // And the spokesman said: 20 killed.
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
