// SPDX-License-Identifier: Apache-2.0
// Two tables of languages/ar/, parsed once at first use.
#include "isnad/report/page_word.h"

#include <algorithm>
#include <array>
#include <map>

#include "months.h"
#include "page_words.h"

namespace isnad {
namespace {

char32_t point_at(std::string_view text, size_t at, size_t& size) {
  const auto byte = [&](size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  const unsigned lead = byte(0);
  size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (size == 1) return lead;
  char32_t point = lead & (0xFFU >> (size + 1));
  for (size_t i = 1; i < size; ++i) point = point << 6 | (byte(i) & 0x3FU);
  return point;
}

// 0: dropped. Only what two bytes of UTF-8 hold changes, so the result never grows.
char32_t plain_point(char32_t point) {
  if (point >= 'A' && point <= 'Z') return point + 32;
  if (point >= 0x64B && point <= 0x652) return 0;    // marks
  if (point == 0x640 || point == 0x670) return 0;    // tatweel, superscript alef
  if (point >= 0x200B && point <= 0x200F) return 0;  // zero width, direction
  if (point >= 0x202A && point <= 0x202E) return 0;  // direction
  if (point >= 0x2066 && point <= 0x2069) return 0;  // isolates
  if (point == 0xFEFF || point == 0xAD) return 0;    // byte-order mark, soft hyphen
  if (point == 0x622 || point == 0x623 || point == 0x625 || point == 0x671) return 0x627;  // alef
  if (point == 0x649 || point == 0x6CC) return 0x64A;                                      // yeh
  if (point == 0x629) return 0x647;  // teh marbuta
  if (point == 0x6A9) return 0x643;  // kaf
  if (point >= 0x660 && point <= 0x669) return '0' + (point - 0x660);
  if (point >= 0x6F0 && point <= 0x6F9) return '0' + (point - 0x6F0);
  return point;
}

void append(std::string& out, char32_t point) {
  if (point < 0x80) {
    out += static_cast<char>(point);
  } else if (point < 0x800) {
    out += static_cast<char>(0xC0 | (point >> 6));
    out += static_cast<char>(0x80 | (point & 0x3F));
  }
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const size_t at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

// The rows of a table as cells, in the order of the named columns.
template <size_t kColumns>
std::vector<std::array<std::string_view, kColumns>> rows_of(
    std::string_view table, const std::array<std::string_view, kColumns>& columns) {
  std::vector<std::array<std::string_view, kColumns>> rows;
  std::vector<std::string_view> names;
  for (std::string_view line : split(table, '\n')) {
    if (line.empty() || line.front() == '#') continue;
    const auto cells = split(line, '\t');
    if (names.empty()) {
      names = cells;
      continue;
    }
    auto& row = rows.emplace_back();
    for (size_t i = 0; i < kColumns; ++i) {
      const auto column =
          static_cast<size_t>(std::find(names.begin(), names.end(), columns[i]) - names.begin());
      if (column < cells.size()) row[i] = cells[column];
    }
  }
  return rows;
}

std::vector<std::string> words_of(std::string_view phrase) {
  std::vector<std::string> words;
  for (std::string_view word : split(phrase, ' '))
    if (!word.empty()) words.push_back(plain_spelling(word));
  return words;
}

struct Month {
  std::vector<std::string> name;
  int number = 0;
};
// By the first word of the name; longest names first.
using Months = std::map<std::string, std::vector<Month>, std::less<>>;

void add_month(Months& months, std::vector<std::string> name, int number) {
  if (name.empty()) return;
  auto& alike = months[name.front()];
  alike.push_back({std::move(name), number});
  std::stable_sort(alike.begin(), alike.end(),
                   [](const Month& a, const Month& b) { return a.name.size() > b.name.size(); });
}

constexpr std::array<std::string_view, 12> kEnglish = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

const Months& months() {
  static const Months kMonths = [] {
    Months made;
    for (const auto& [name, variants, number] :
         rows_of<3>(tables::months, {"ar", "variants", "month"})) {
      const int month = std::atoi(std::string(number).c_str());
      if (month < 1 || month > 12) continue;
      add_month(made, words_of(name), month);
      for (std::string_view variant : split(variants, ';'))
        add_month(made, words_of(variant), month);
    }
    for (size_t i = 0; i < kEnglish.size(); ++i) {
      const auto month = static_cast<int>(i + 1);
      add_month(made, {std::string(kEnglish[i])}, month);
      add_month(made, {std::string(kEnglish[i].substr(0, 3))}, month);
    }
    return made;
  }();
  return kMonths;
}

using PageWords = std::map<std::string_view, std::vector<std::string>>;

const PageWords& all_page_words() {
  static const PageWords kWords = [] {
    PageWords made;
    for (const auto& [word, word_class] : rows_of<2>(tables::page_words, {"ar", "class"}))
      made[word_class].push_back(plain_spelling(word));
    for (auto& [word_class, words] : made)
      std::stable_sort(words.begin(), words.end(),
                       [](const auto& a, const auto& b) { return a.size() > b.size(); });
    return made;
  }();
  return kWords;
}

}  // namespace

std::string plain_spelling(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    size_t size = 0;
    const char32_t given = point_at(text, at, size);
    const char32_t plain = plain_point(given);
    if (plain == given) {
      out += text.substr(at, size);
    } else if (plain != 0) {
      append(out, plain);
    }
    at += size;
  }
  return out;
}

bool is_page_word(std::string_view word_class, std::string_view plain) {
  const auto words = all_page_words().find(word_class);
  return words != all_page_words().end() &&
         std::find(words->second.begin(), words->second.end(), plain) != words->second.end();
}

std::vector<std::string_view> page_words(std::string_view word_class) {
  const auto words = all_page_words().find(word_class);
  if (words == all_page_words().end()) return {};
  return {words->second.begin(), words->second.end()};
}

MonthName month_at(const std::vector<std::string>& words, size_t at) {
  if (at >= words.size()) return {};
  const auto alike = months().find(words[at]);
  if (alike == months().end()) return {};
  for (const Month& month : alike->second) {
    if (at + month.name.size() <= words.size() &&
        std::equal(month.name.begin(), month.name.end(),
                   words.begin() + static_cast<std::ptrdiff_t>(at)))
      return {month.number, month.name.size()};
  }
  return {};
}

}  // namespace isnad
