// SPDX-License-Identifier: Apache-2.0
#include "isnad/report/decode_text.h"

#include <gtest/gtest.h>
#include <iconv.h>

namespace isnad {
namespace {

// Local sources said that a shell fell near the old market and hurt nobody; medics arrived.
constexpr std::string_view kNews =
    "قالت مصادر محلية إن قذيفة سقطت قرب السوق القديم في المدينة، ولم يصب أحد بحسب الأهالي.\n"
    "وأضافت المصادر أن الفرق الطبية وصلت إلى المكان.\n";

// Test data in another encoding, made by iconv itself.
std::string encoded(std::string_view utf8, const char* encoding) {
  iconv_t converter = iconv_open(encoding, "UTF-8");
  std::string out(utf8.size() * 2, '\0');
  char* in = const_cast<char*>(utf8.data());
  size_t in_left = utf8.size();
  char* to = out.data();
  size_t out_left = out.size();
  EXPECT_NE(iconv(converter, &in, &in_left, &to, &out_left), static_cast<size_t>(-1)) << encoding;
  iconv_close(converter);
  out.resize(out.size() - out_left);
  return out;
}

ErrorCode code_of(std::string_view bytes) {
  const auto text = decode_text(bytes);
  EXPECT_FALSE(text.has_value());
  return text ? ErrorCode::kMissingFile : text.error().code;
}

TEST(DecodeText, KeepsUtf8AndTakesOffItsMark) {
  EXPECT_EQ(decode_text(kNews).value(), kNews);
  EXPECT_EQ(decode_text("\xEF\xBB\xBF" + std::string(kNews)).value(), kNews);
}

TEST(DecodeText, ReadsUtf16ByItsMark) {
  EXPECT_EQ(decode_text("\xFF\xFE" + encoded(kNews, "UTF-16LE")).value(), kNews);
  EXPECT_EQ(decode_text("\xFE\xFF" + encoded(kNews, "UTF-16BE")).value(), kNews);
}

TEST(DecodeText, ReadsUtf16WithoutAMark) {
  EXPECT_EQ(decode_text(encoded(kNews, "UTF-16LE")).value(), kNews);
  EXPECT_EQ(decode_text(encoded(kNews, "UTF-16BE")).value(), kNews);
}

TEST(DecodeText, ReadsWindows1256) {
  // The spokesman said that the shelling has stopped.
  constexpr std::string_view kQuotes = "قال «المتحدث» إن القصف “توقف”";
  EXPECT_EQ(decode_text(encoded(kQuotes, "CP1256")).value(), kQuotes);
  EXPECT_EQ(decode_text(encoded(kNews, "CP1256")).value(), kNews);
}

TEST(DecodeText, ReadsIso8859Part6) {
  EXPECT_EQ(decode_text(encoded(kNews, "ISO-8859-6")).value(), kNews);
}

TEST(DecodeText, NamesTheByteWhereUtf8IsDamaged) {
  std::string damaged(kNews);
  damaged[21] = '\xFF';
  const auto text = decode_text(damaged);
  ASSERT_FALSE(text.has_value());
  EXPECT_EQ(text.error().code, ErrorCode::kBadEncoding);
  EXPECT_EQ(text.error().where, "byte 20");
}

TEST(DecodeText, DoesNotGuessAtUtf8CutInACharacter) {
  EXPECT_EQ(code_of(kNews.substr(0, 7)), ErrorCode::kBadEncoding);
}

TEST(DecodeText, RefusesLatinTextInOneByteLetters) {
  EXPECT_EQ(code_of("d\xE9j\xE0 vu, \xE0 l'\xE9t\xE9, na\xEFve"), ErrorCode::kBadEncoding);
}

TEST(DecodeText, RefusesAHalfUnitOfUtf16) {
  const auto text = decode_text("\xFF\xFE" + encoded(kNews, "UTF-16LE") + "x");
  ASSERT_FALSE(text.has_value());
  EXPECT_EQ(text.error().code, ErrorCode::kBadEncoding);
}

TEST(DecodeText, RefusesBinaryFiles) {
  EXPECT_EQ(code_of("%PDF-1.4 and so on"), ErrorCode::kBinary);
  EXPECT_EQ(code_of(std::string_view("\x89PNG\r\n\x1A\n\0\0", 10)), ErrorCode::kBinary);
  EXPECT_EQ(code_of(std::string_view("abc\0def", 7)), ErrorCode::kBinary);
  std::string controls;
  for (int i = 0; i < 40; ++i) controls += "\x01\x02z";
  EXPECT_EQ(code_of(controls), ErrorCode::kBinary);
}

TEST(DecodeText, SaysWhereANulByteStands) {
  EXPECT_EQ(decode_text(std::string_view("abc\0def", 7)).error().where, "byte 3");
}

TEST(DecodeText, RefusesNothingToRead) {
  EXPECT_EQ(code_of(""), ErrorCode::kEmpty);
  EXPECT_EQ(code_of(" \r\n\t\n"), ErrorCode::kEmpty);
  EXPECT_EQ(code_of("\xEF\xBB\xBF"), ErrorCode::kEmpty);
  EXPECT_EQ(code_of("\u00A0\u200F\u3000\u2028"), ErrorCode::kEmpty);
}

TEST(DecodeText, RefusesMoreThanTheLimit) {
  EXPECT_EQ(code_of(std::string(kLargestReport + 1, 'a')), ErrorCode::kTooLarge);
  EXPECT_EQ(code_of(std::string(kLargestInput + 1, 'a')), ErrorCode::kTooLarge);
}

TEST(DecodeText, TakesAStrayControlCode) {
  // New shelling.
  EXPECT_TRUE(decode_text("قصف\x0C\x1B جديد").has_value());
}

}  // namespace
}  // namespace isnad
