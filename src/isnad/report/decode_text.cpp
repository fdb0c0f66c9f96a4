// SPDX-License-Identifier: Apache-2.0
// One function a question: which mark, which encoding by its statistics, text at all, anything to
// read.
#include "isnad/report/decode_text.h"

#include <simdjson.h>

#include <algorithm>
#include <array>

#include "isnad/report/transcode.h"

namespace isnad {
namespace {

constexpr size_t kSample = size_t{64} << 10;  // how much of the start the statistics look at

std::string byte_place(size_t offset) { return "byte " + std::to_string(offset); }

unsigned char byte_at(std::string_view bytes, size_t i) {
  return static_cast<unsigned char>(bytes[i]);
}

// --- binary ---

struct Signature {
  std::string_view start;
  std::string_view what;
};

constexpr Signature kSignatures[] = {
    {"%PDF-", "a PDF; extract its text first, for example with pdftotext"},
    {"PK\x03\x04", "a ZIP, DOCX or ODT file; extract its text first"},
    {"\x1F\x8B", "a gzip file; unpack it first, for example with gunzip"},
    {"\x89PNG", "a PNG image; its text must be typed or recognised first"},
    {"\xFF\xD8\xFF", "a JPEG image; its text must be typed or recognised first"},
    {"GIF8", "a GIF image; its text must be typed or recognised first"},
    {"\x7F"
     "ELF",
     "a program"},
    {"{\\rtf", "an RTF file; save it as plain text first"},
    {"\xD0\xCF\x11\xE0", "an old Word or Excel file; save it as plain text first"},
};

bool is_control(unsigned char byte) {
  return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' &&
          byte != '\v') ||
         byte == 0x7F;
}

// The error when the bytes are no text; nothing when they may be.
Result<bool> refuse_binary(std::string_view bytes) {
  for (const Signature& signature : kSignatures) {
    if (bytes.substr(0, signature.start.size()) == signature.start) {
      return failure(ErrorCode::kBinary, "this is " + std::string(signature.what));
    }
  }
  const size_t nul = bytes.find('\0');
  if (nul != std::string_view::npos) {
    return failure(ErrorCode::kBinary, "a NUL byte: this is no text; give a text file in UTF-8",
                   byte_place(nul));
  }
  const auto controls = static_cast<size_t>(std::count_if(bytes.begin(), bytes.end(), [](char c) {
    return is_control(static_cast<unsigned char>(c));
  }));
  if (controls > 8 && controls * 50 > bytes.size()) {
    return failure(
        ErrorCode::kBinary,
        std::to_string(controls) + " control codes: this is no text; give a text file in UTF-8");
  }
  return true;
}

// --- UTF-16 ---

bool is_news_unit(unsigned high, unsigned low) {
  if (high == 0x06) return true;  // the Arabic block
  if (high == 0x00) return low >= 0x20 || low == '\n' || low == '\r' || low == '\t';
  return high == 0x20 && low >= 0x0B && low <= 0x3A;  // bidi marks, dashes, quotation marks
}

// The share, in percent, of the sample's code units that news in Arabic would hold; `high`: 0 for
// big endian.
size_t utf16_percent(std::string_view bytes, size_t high) {
  const size_t units = std::min(bytes.size(), kSample) / 2;
  size_t fitting = 0;
  for (size_t i = 0; i < units; ++i) {
    if (is_news_unit(byte_at(bytes, 2 * i + high), byte_at(bytes, 2 * i + 1 - high))) ++fitting;
  }
  return units == 0 ? 0 : fitting * 100 / units;
}

// The encoding's name when the bytes are UTF-16 without a mark, else null. Text in UTF-8 has
// neither NUL nor the control code 6, so a sample without either is not looked at further.
const char* markless_utf16(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, kSample);
  const bool suspect =
      sample.find('\0') != std::string_view::npos || sample.find('\x06') != std::string_view::npos;
  if (bytes.size() % 2 != 0 || !suspect) return nullptr;
  const size_t little = utf16_percent(bytes, 1);
  const size_t big = utf16_percent(bytes, 0);
  if (std::max(little, big) < 90) return nullptr;
  return little > big ? "UTF-16LE" : "UTF-16BE";
}

// --- encodings of one byte a letter ---

// Bytes of the well-formed UTF-8 character of two to four bytes at `at`, 0 when it is none.
size_t utf8_character(std::string_view bytes, size_t at) {
  const unsigned char lead = byte_at(bytes, at);
  const size_t size = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
  if (size == 0 || at + size > bytes.size()) return 0;
  for (size_t i = 1; i < size; ++i) {
    if ((byte_at(bytes, at + i) & 0xC0) != 0x80) return 0;
  }
  const unsigned char second = byte_at(bytes, at + 1);
  const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
  const bool outside = (lead == 0xED && second > 0x9F) || (lead == 0xF4 && second > 0x8F);
  return overlong || outside ? 0 : size;
}

struct HighBytes {
  size_t all = 0;               // 80-FF
  size_t in_utf8 = 0;           // of those, inside a well-formed UTF-8 character
  size_t windows_letters = 0;   // Arabic letters, marks and quotation marks of Windows-1256
  size_t iso_letters = 0;       // the same of ISO 8859-6
  size_t windows_articles = 0;  // ال as Windows-1256 writes it
  size_t iso_articles = 0;      // ال as ISO 8859-6 writes it
};

bool is_windows_letter(unsigned char c) {
  return (c >= 0xC0 && c <= 0xDF && c != 0xD7) || c == 0xE1 || (c >= 0xE3 && c <= 0xE6) ||
         c == 0xEC || c == 0xED || (c >= 0xF0 && c <= 0xF3) || c == 0xF5 || c == 0xF6 ||
         c == 0xF8 || c == 0xFA || c == 0xA1 || c == 0xBA || c == 0xBF || c == 0xAB || c == 0xBB ||
         c == 0xA0 || (c >= 0x91 && c <= 0x97) || c == 0x85;
}

bool is_iso_letter(unsigned char c) {
  return (c >= 0xC1 && c <= 0xDA) || (c >= 0xE0 && c <= 0xF2) || c == 0xAC || c == 0xBB ||
         c == 0xBF || c == 0xA0;
}

HighBytes count_high_bytes(std::string_view bytes) {
  HighBytes count;
  for (size_t i = 0; i < bytes.size(); ++i) {
    const unsigned char c = byte_at(bytes, i);
    if (c < 0x80) continue;
    ++count.all;
    if (is_windows_letter(c)) ++count.windows_letters;
    if (is_iso_letter(c)) ++count.iso_letters;
    if (c == 0xC7 && i + 1 < bytes.size()) {
      if (byte_at(bytes, i + 1) == 0xE1) ++count.windows_articles;
      if (byte_at(bytes, i + 1) == 0xE4) ++count.iso_articles;
    }
  }
  for (size_t i = 0; i < bytes.size();) {
    const size_t size = utf8_character(bytes, i);
    count.in_utf8 += size;
    i += std::max<size_t>(size, 1);
  }
  return count;
}

// Arabic of one byte a letter: nearly all high bytes are letters, and one in forty or more begins
// an article.
bool fits(size_t all, size_t letters, size_t articles) {
  return letters * 100 >= all * 95 && articles * 40 >= all;
}

// The encoding's name, or null when the bytes look like neither.
const char* one_byte_encoding(const HighBytes& high) {
  const bool windows = fits(high.all, high.windows_letters, high.windows_articles);
  const bool iso = fits(high.all, high.iso_letters, high.iso_articles);
  if (windows && (!iso || high.windows_articles >= high.iso_articles)) return "CP1256";
  return iso ? "ISO-8859-6" : nullptr;
}

size_t first_bad_byte(std::string_view bytes) {
  size_t at = 0;
  while (at < bytes.size()) {
    const size_t size = byte_at(bytes, at) < 0x80 ? 1 : utf8_character(bytes, at);
    if (size == 0) break;
    at += size;
  }
  return at;
}

Result<std::string> decode_without_utf8(std::string_view bytes) {
  const HighBytes high = count_high_bytes(bytes);
  const bool damaged_utf8 = high.in_utf8 * 2 >= high.all;
  if (!damaged_utf8) {
    if (const char* encoding = one_byte_encoding(high)) return to_utf8(bytes, encoding, 0);
  }
  const std::string what =
      damaged_utf8 ? "a byte that is no UTF-8 in a text that otherwise is; "
                   : "text in no encoding known here (UTF-8, UTF-16, Windows-1256, ISO 8859-6); ";
  return failure(ErrorCode::kBadEncoding, what + "repair it or save it as UTF-8 and code it again",
                 byte_place(first_bad_byte(bytes)));
}

// --- nothing to read ---

bool is_invisible(char32_t point) {
  return point <= 0x20 || point == 0x7F || (point >= 0x80 && point <= 0xA0) || point == 0xAD ||
         point == 0x61C || (point >= 0x2000 && point <= 0x200F) ||
         (point >= 0x2028 && point <= 0x202F) || (point >= 0x205F && point <= 0x206F) ||
         point == 0x3000 || point == 0xFEFF;
}

// The character of valid UTF-8 at `at` and its bytes.
std::pair<char32_t, size_t> character_at(std::string_view text, size_t at) {
  const auto next = [&](size_t i) { return char32_t(byte_at(text, at + i) & 0x3Fu); };
  const unsigned char lead = byte_at(text, at);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {char32_t(lead & 0x1Fu) << 6 | next(1), 2};
  if (lead < 0xF0) return {char32_t(lead & 0x0Fu) << 12 | next(1) << 6 | next(2), 3};
  return {char32_t(lead & 0x07u) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4};
}

bool starts_with(std::string_view bytes, std::string_view start) {
  return bytes.substr(0, start.size()) == start;
}

Result<std::string> decode(std::string_view bytes) {
  if (starts_with(bytes, std::string_view("\xFF\xFE\0\0", 4)) ||
      starts_with(bytes, std::string_view("\0\0\xFE\xFF", 4))) {
    return failure(ErrorCode::kBadEncoding,
                   "UTF-32 is not read; save the report as UTF-8 and code it again", byte_place(0));
  }
  if (starts_with(bytes, "\xFF\xFE")) return to_utf8(bytes.substr(2), "UTF-16LE", 2);
  if (starts_with(bytes, "\xFE\xFF")) return to_utf8(bytes.substr(2), "UTF-16BE", 2);
  if (const char* encoding = markless_utf16(bytes)) return to_utf8(bytes, encoding, 0);
  if (auto text = refuse_binary(bytes); !text) return tl::unexpected(text.error());
  const std::string_view body = starts_with(bytes, "\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
  if (simdjson::validate_utf8(body.data(), body.size())) return std::string(body);
  return decode_without_utf8(bytes);
}

}  // namespace

bool holds_text(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const auto [point, size] = character_at(text, at);
    if (!is_invisible(point)) return true;
    at += size;
  }
  return false;
}

Result<std::string> decode_text(std::string_view bytes) {
  if (bytes.size() > kLargestInput) {
    return failure(ErrorCode::kTooLarge,
                   "over 16 MiB: too large for one report; split it, or give it as JSON Lines");
  }
  if (bytes.empty()) return failure(ErrorCode::kEmpty, "the report is empty; nothing to code");
  auto text = decode(bytes);
  if (!text) return text;
  if (text->size() > kLargestReport) {
    return failure(
        ErrorCode::kTooLarge,
        "over 1 MiB of text: too large for one report; split it, or give it as JSON Lines");
  }
  if (!holds_text(*text)) {
    return failure(ErrorCode::kEmpty, "the report holds only white space; nothing to code");
  }
  return text;
}

Result<std::string> decode_text(std::span<const std::byte> bytes) {
  return decode_text(std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
}

}  // namespace isnad
