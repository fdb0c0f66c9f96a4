// SPDX-License-Identifier: Apache-2.0
// See spelling.h. The table of presentation forms is that of Unicode's block Arabic Presentation
// Forms-B, whose characters stand in the order of the plain letters.
#include "isnad/analysis/spelling.h"

namespace isnad {
namespace {

// Plain letter of U+FE80 … U+FEF4, run by run: how many forms each letter has there.
struct FormRun {
  char16_t plain;
  uint8_t forms;
};
constexpr FormRun kFormRuns[] = {
    {0x0621, 1}, {0x0622, 2}, {0x0623, 2}, {0x0624, 2}, {0x0625, 2}, {0x0626, 4},
    {0x0627, 2}, {0x0628, 4}, {0x0629, 2}, {0x062A, 4}, {0x062B, 4}, {0x062C, 4},
    {0x062D, 4}, {0x062E, 4}, {0x062F, 2}, {0x0630, 2}, {0x0631, 2}, {0x0632, 2},
    {0x0633, 4}, {0x0634, 4}, {0x0635, 4}, {0x0636, 4}, {0x0637, 4}, {0x0638, 4},
    {0x0639, 4}, {0x063A, 4}, {0x0641, 4}, {0x0642, 4}, {0x0643, 4}, {0x0644, 4},
    {0x0645, 4}, {0x0646, 4}, {0x0647, 4}, {0x0648, 2}, {0x0649, 2}, {0x064A, 4},
};

constexpr std::array<char16_t, 0xFEF5 - 0xFE80> make_plain_forms() {
  std::array<char16_t, 0xFEF5 - 0xFE80> table{};
  size_t at = 0;
  for (const FormRun run : kFormRuns) {
    for (int i = 0; i < run.forms; ++i) table[at++] = run.plain;
  }
  return table;
}
constexpr auto kPlainForms = make_plain_forms();
static_assert(kPlainForms[0xFEF4 - 0xFE80] == 0x064A && kPlainForms[0xFEDD - 0xFE80] == 0x0644);

constexpr bool is_invisible(char32_t c) {
  return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF || c == 0x00AD || c == 0x061C;
}

void push_plain(char32_t c, Letters& out) {
  if (is_arabic_mark(c) || is_invisible(c) || (c >= 0xFE70 && c <= 0xFE7F)) return;
  if (c >= 0xFE80 && c <= 0xFEF4) {
    out.push(kPlainForms[c - 0xFE80]);
  } else if (c >= 0xFEF5 && c <= 0xFEFC) {  // lam with an alef
    constexpr char16_t kAlefs[] = {0x0622, 0x0623, 0x0625, 0x0627};
    out.push(0x0644);
    out.push(kAlefs[(c - 0xFEF5) / 2]);
  } else if (c == 0x0671) {
    out.push(0x0627);
  } else if (c == 0x06A9) {
    out.push(0x0643);
  } else if (c == 0x06CC) {
    out.push(0x064A);
  } else {
    out.push(c > 0xFFFF ? char16_t{0xFFFD} : static_cast<char16_t>(c));
  }
}

}  // namespace

char32_t next_character(std::string_view utf8, size_t& position) {
  const auto byte = [&](size_t i) {
    return static_cast<unsigned char>(i < utf8.size() ? utf8[i] : 0);
  };
  const unsigned char lead = byte(position);
  const auto tail = [&](size_t i) { return static_cast<char32_t>(byte(position + i) & 0x3F); };
  const auto continues = [&](size_t i) { return (byte(position + i) & 0xC0) == 0x80; };
  if (lead < 0x80) {
    ++position;
    return lead;
  }
  char32_t c = 0xFFFD;
  size_t length = 1;
  if ((lead & 0xE0) == 0xC0 && continues(1)) {
    c = (static_cast<char32_t>(lead & 0x1F) << 6) | tail(1);
    length = 2;
  } else if ((lead & 0xF0) == 0xE0 && continues(1) && continues(2)) {
    c = (static_cast<char32_t>(lead & 0x0F) << 12) | (tail(1) << 6) | tail(2);
    length = 3;
  } else if ((lead & 0xF8) == 0xF0 && continues(1) && continues(2) && continues(3)) {
    c = (static_cast<char32_t>(lead & 0x07) << 18) | (tail(1) << 12) | (tail(2) << 6) | tail(3);
    length = 4;
  }
  position += length;
  return c;
}

void plain_letters(std::string_view utf8, Letters& out) {
  out.size = 0;
  out.cut = false;
  for (size_t at = 0; at < utf8.size();) push_plain(next_character(utf8, at), out);
}

void shape_letters(Letters& letters) {
  for (uint32_t i = 0; i < letters.size; ++i) {
    char16_t& c = letters.at[i];
    if ((c >= u'0' && c <= u'9') || (c >= 0x0660 && c <= 0x0669) || (c >= 0x06F0 && c <= 0x06F9))
      c = u'0';
    if (c >= u'A' && c <= u'Z') c = static_cast<char16_t>(c + 32);
  }
}

void fold_letters(Letters& letters) {
  for (uint32_t i = 0; i < letters.size; ++i) letters.at[i] = fold_letter(letters.at[i]);
}

void append_utf8(std::u16string_view letters, std::string& out) {
  for (const char16_t c : letters) {
    if (c < 0x80) {
      out += static_cast<char>(c);
    } else if (c < 0x800) {
      out += static_cast<char>(0xC0 | (c >> 6));
      out += static_cast<char>(0x80 | (c & 0x3F));
    } else {
      // Lone surrogates cannot come from checked UTF-8; a hostile model could hold them.
      const char16_t safe = (c >= 0xD800 && c <= 0xDFFF) ? char16_t{0xFFFD} : c;
      out += static_cast<char>(0xE0 | (safe >> 12));
      out += static_cast<char>(0x80 | ((safe >> 6) & 0x3F));
      out += static_cast<char>(0x80 | (safe & 0x3F));
    }
  }
}

uint64_t letters_key(uint32_t kind, std::u16string_view letters) {
  uint64_t h = 0xCBF29CE484222325ULL ^ (kind * 0x9E3779B97F4A7C15ULL);
  for (const char16_t c : letters) h = (h ^ c) * 0x100000001B3ULL;
  h ^= h >> 29;
  h *= 0xBF58476D1CE4E5B9ULL;
  return h ^ (h >> 32);
}

}  // namespace isnad
