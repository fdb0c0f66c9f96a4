// SPDX-License-Identifier: Apache-2.0
// Names for the characters of Arabic script that no editor shows well: marks that combine,
// characters that take no room, and the carriers that folding unifies. Every other file writes
// these by name, never bare. Transliteration follows IJMES; code points and names follow
// Unicode 15.
#pragma once

namespace isnad::letters {

// Letters that folding maps to or from.
inline constexpr char32_t kHamza = 0x0621;           // ء, stands alone
inline constexpr char32_t kAlefMadda = 0x0622;       // آ
inline constexpr char32_t kAlefHamzaAbove = 0x0623;  // أ
inline constexpr char32_t kWawHamza = 0x0624;        // ؤ
inline constexpr char32_t kAlefHamzaBelow = 0x0625;  // إ
inline constexpr char32_t kYehHamza = 0x0626;        // ئ
inline constexpr char32_t kAlef = 0x0627;            // ا
inline constexpr char32_t kBeh = 0x0628;             // ب
inline constexpr char32_t kTehMarbuta = 0x0629;      // ة
inline constexpr char32_t kJeem = 0x062C;            // ج
inline constexpr char32_t kZain = 0x0632;            // ز
inline constexpr char32_t kFeh = 0x0641;             // ف
inline constexpr char32_t kQaf = 0x0642;             // ق
inline constexpr char32_t kKaf = 0x0643;             // ك
inline constexpr char32_t kNoon = 0x0646;            // ن
inline constexpr char32_t kHeh = 0x0647;             // ه
inline constexpr char32_t kWaw = 0x0648;             // و
inline constexpr char32_t kAlefMaksura = 0x0649;     // ى
inline constexpr char32_t kYeh = 0x064A;             // ي

// Marks that combine with the letter before them.
inline constexpr char32_t kFirstHonorific = 0x0610;  // signs above proper names, to 061A
inline constexpr char32_t kLastHonorific = 0x061A;
inline constexpr char32_t kFathatan = 0x064B;  // first of the ḥarakāt
inline constexpr char32_t kLastHaraka = 0x065F;
inline constexpr char32_t kSuperscriptAlef = 0x0670;
inline constexpr char32_t kFirstKoranicMark = 0x06D6;  // to 06ED, with a few signs between
inline constexpr char32_t kLastKoranicMark = 0x06ED;
inline constexpr char32_t kFirstExtendedMark = 0x08CA;  // Arabic Extended-A marks, to 08FF
inline constexpr char32_t kLastExtendedMark = 0x08FF;
inline constexpr char32_t kTatweel = 0x0640;  // the stroke that stretches a word

// Digits.
inline constexpr char32_t kArabicIndicZero = 0x0660;  // ٠
inline constexpr char32_t kPersianZero = 0x06F0;      // ۰

// Characters that take no room.
inline constexpr char32_t kSoftHyphen = 0x00AD;
inline constexpr char32_t kGraphemeJoiner = 0x034F;
inline constexpr char32_t kArabicLetterMark = 0x061C;
inline constexpr char32_t kMongolianVowelSeparator = 0x180E;
inline constexpr char32_t kZeroWidthSpace =
    0x200B;  // 200B ZWSP, 200C ZWNJ, 200D ZWJ, 200E LRM, 200F RLM
inline constexpr char32_t kRightToLeftMark = 0x200F;
inline constexpr char32_t kFirstEmbedding = 0x202A;  // LRE, RLE, PDF, LRO, RLO
inline constexpr char32_t kLastEmbedding = 0x202E;
inline constexpr char32_t kWordJoiner = 0x2060;  // and invisible operators, isolates (2066-2069)
inline constexpr char32_t kLastInvisibleFormat = 0x206F;
inline constexpr char32_t kFirstVariationSelector = 0xFE00;
inline constexpr char32_t kLastVariationSelector = 0xFE0F;
inline constexpr char32_t kByteOrderMark = 0xFEFF;
inline constexpr char32_t kFirstAnnotation = 0xFFF9;
inline constexpr char32_t kLastAnnotation = 0xFFFB;

// White space beyond ASCII.
inline constexpr char32_t kNextLine = 0x0085;
inline constexpr char32_t kNoBreakSpace = 0x00A0;
inline constexpr char32_t kOghamSpace = 0x1680;
inline constexpr char32_t kEnQuad = 0x2000;  // 2000-200A: spaces of every width
inline constexpr char32_t kHairSpace = 0x200A;
inline constexpr char32_t kLineSeparator = 0x2028;
inline constexpr char32_t kParagraphSeparator = 0x2029;
inline constexpr char32_t kNarrowNoBreakSpace = 0x202F;
inline constexpr char32_t kMathSpace = 0x205F;
inline constexpr char32_t kIdeographicSpace = 0x3000;

// Blocks.
inline constexpr char32_t kPresentationA = 0xFB50;  // to FDFF
inline constexpr char32_t kLastPresentationA = 0xFDFF;
inline constexpr char32_t kPresentationB = 0xFE70;  // to FEFE
inline constexpr char32_t kLastPresentationB = 0xFEFE;
inline constexpr char32_t kSallallahou = 0xFDFA;      // an honorific of four words in one character
inline constexpr char32_t kJallajalalouhou = 0xFDFB;  // an honorific of two words in one character

}  // namespace isnad::letters
