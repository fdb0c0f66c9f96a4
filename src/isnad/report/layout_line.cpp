// SPDX-License-Identifier: Apache-2.0
// One pass cuts the lines, a second measures each; both look at every byte once.
#include "isnad/report/layout_line.h"

namespace isnad {
namespace {

bool starts_with(std::string_view text, size_t at, std::string_view what) {
  return text.compare(at, what.size(), what) == 0;
}

// Bytes of the line end at `at`, 0 when there is none.
uint32_t line_end_at(std::string_view text, size_t at) {
  const char c = text[at];
  if (c == '\n') return 1;
  if (c == '\r') return at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
  if (c != '\xE2') return 0;
  return starts_with(text, at, "\xE2\x80\xA8") || starts_with(text, at, "\xE2\x80\xA9") ? 3 : 0;
}

// Marks that take no room and may stand alone on a line: zero-width and bidi ones, tatweel
// excepted.
bool is_invisible_at(std::string_view text, size_t at) {
  return starts_with(text, at, "\xE2\x80\x8B") || starts_with(text, at, "\xE2\x80\x8C") ||
         starts_with(text, at, "\xE2\x80\x8D") || starts_with(text, at, "\xE2\x80\x8E") ||
         starts_with(text, at, "\xE2\x80\x8F") || starts_with(text, at, "\xEF\xBB\xBF");
}

bool holds_something(std::string_view line) {
  for (size_t i = 0; i < line.size();) {
    if (const uint32_t space = white_space_at(line, i)) {
      i += space;
    } else if (is_invisible_at(line, i)) {
      i += 3;
    } else {
      return true;
    }
  }
  return false;
}

constexpr std::string_view kClosers[] = {
    "»", "”", "“", "\"", "’", ")", "]", "\xE2\x80\x8F", "\xE2\x80\x8E"};
constexpr std::string_view kStops[] = {".", "…", ":", "؛", "،", ",", ";"};

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool is_stopped(std::string_view line) {
  for (bool again = true; again;) {
    again = false;
    for (std::string_view closer : kClosers) {
      if (!ends_with(line, closer)) continue;
      line.remove_suffix(closer.size());
      again = true;
    }
  }
  for (std::string_view stop : kStops) {
    if (ends_with(line, stop)) return true;
  }
  return false;
}

LayoutLine measure(std::string_view text, ByteSpan span) {
  LayoutLine line;
  line.span = span;
  bool in_word = false;
  for (uint32_t i = span.begin; i < span.end;) {
    if (const uint32_t space = white_space_at(text, i)) {
      ++line.characters;
      in_word = false;
      i += space;
      continue;
    }
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) ++line.characters;
    if (!in_word) ++line.words;
    in_word = true;
    ++i;
  }
  line.stopped = is_stopped(text.substr(span.begin, span.size()));
  return line;
}

ByteSpan trimmed(std::string_view text, uint32_t begin, uint32_t end) {
  const std::string_view rest = trim(text.substr(begin, end - begin));
  const auto first = static_cast<uint32_t>(rest.data() - text.data());
  return {first, first + static_cast<uint32_t>(rest.size())};
}

}  // namespace

uint32_t layout_line_detail::wide_white_space_at(std::string_view text, size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  if (c == 0xC2)
    return starts_with(text, at, "\xC2\xA0") || starts_with(text, at, "\xC2\x85") ? 2 : 0;
  if (c == 0xE3) return starts_with(text, at, "\xE3\x80\x80") ? 3 : 0;
  if (c != 0xE2 || at + 2 >= text.size()) return 0;
  const auto second = static_cast<unsigned char>(text[at + 1]);
  const auto third = static_cast<unsigned char>(text[at + 2]);
  const bool space =
      (second == 0x80 && (third <= 0x8A || third == 0xA8 || third == 0xA9 || third == 0xAF)) ||
      (second == 0x81 && third == 0x9F);
  return space ? 3 : 0;
}

std::string_view trim(std::string_view text) {
  while (!text.empty()) {
    const uint32_t space = white_space_at(text, 0);
    if (space == 0) break;
    text.remove_prefix(space);
  }
  while (!text.empty()) {
    size_t last = text.size() - 1;
    while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0) == 0x80) --last;
    if (white_space_at(text, last) != text.size() - last) break;
    text.remove_suffix(text.size() - last);
  }
  return text;
}

std::vector<LayoutLine> split_lines(std::string_view text, uint32_t begin) {
  std::vector<LayoutLine> lines;
  bool blank = false;
  const auto size = static_cast<uint32_t>(text.size());
  for (uint32_t at = begin; at < size;) {
    uint32_t end = at;
    uint32_t width = 0;
    while (end < size && (width = line_end_at(text, end)) == 0) ++end;
    if (holds_something(text.substr(at, end - at))) {
      lines.push_back(measure(text, trimmed(text, at, end)));
      lines.back().blank_before = blank;
      blank = false;
    } else {
      blank = true;
      if (!lines.empty()) lines.back().blank_after = true;
    }
    at = end + width;
  }
  return lines;
}

}  // namespace isnad
