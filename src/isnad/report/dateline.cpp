// SPDX-License-Identifier: Apache-2.0
// The start of a line is cut at its dashes, slashes and colons into stretches; a dateline is a row
// of stretches short and plain enough to be names of places and wires, with separators that fit.
#include "isnad/report/dateline.h"

#include <algorithm>
#include <array>

#include "isnad/report/arabic_layout_words.h"
#include "isnad/report/layout_line.h"

namespace isnad {
namespace {

constexpr size_t kLongestDateline = 180;  // bytes; about 90 letters
constexpr uint32_t kMostWords =
    4;  // a stretch between separators: "القدس المحتلة", "وكالة أنباء الشرق الأوسط"
constexpr size_t kMostStretches = 3;  // reporter - wire - place

enum class Separator : uint8_t { kNone, kDash, kSlash, kColon };

struct Stretch {
  std::string_view text;                   // trimmed
  Separator separator = Separator::kNone;  // what stands after it
  bool spaced = false;                     // white space on both sides of the separator
  size_t end = 0;                          // first byte after the separator
  uint32_t words = 0;                      // outside parentheses
  bool plain = false;                      // nothing in it that a dateline cannot hold
  bool parenthesis = false;                // "بنغازي (ليبيا)"
  bool wire = false;  // names a wire or desk, or is quoted: "«الضفاف»", "وكالات"
};

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

template <size_t N>
bool is_one_of(std::string_view word, const std::string_view (&words)[N]) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// The first word of `text`; `rest` is what follows the white space after it.
std::string_view take_word(std::string_view text, std::string_view& rest) {
  size_t end = 0;
  while (end < text.size() && white_space_at(text, end) == 0) ++end;
  rest = trim(text.substr(end));
  return text.substr(0, end);
}

std::string_view without_punctuation(std::string_view word) {
  static constexpr std::string_view kMarks[] = {"،",  ",", "(", ")", "«", "»",
                                                "\"", "“", "”", "[", "]"};
  for (bool again = true; again;) {
    again = false;
    for (std::string_view mark : kMarks) {
      if (word.size() >= mark.size() && word.substr(word.size() - mark.size()) == mark) {
        word.remove_suffix(mark.size());
        again = true;
      } else if (starts_with(word, mark)) {
        word.remove_prefix(mark.size());
        again = true;
      }
    }
  }
  return word;
}

// A stop ends prose; inside abbreviations ("أ.ف.ب") and after initials ("ف.") it does not.
bool has_sentence_mark(std::string_view word) {
  for (std::string_view mark : {"؟", "!", "?", "؛", "…"}) {
    if (word.find(mark) != std::string_view::npos) return true;
  }
  return !word.empty() && word.back() == '.' && word.find('.') == word.size() - 1 &&
         word.size() > 4;
}

bool is_plain_word(std::string_view word) {
  const std::string_view bare = without_punctuation(word);
  return !has_sentence_mark(word) && bare.find_first_of("0123456789") == std::string_view::npos &&
         bare.find("\xD9\xA0") == std::string_view::npos &&
         !is_one_of(bare, layout_words::kProseWords);
}

void judge(Stretch& stretch) {
  std::string_view rest = stretch.text;
  bool inside = false;  // a parenthesis
  stretch.plain = true;
  while (!rest.empty()) {
    const std::string_view word = take_word(rest, rest);
    if (word.find('(') != std::string_view::npos) inside = stretch.parenthesis = true;
    stretch.words += inside ? 0 : 1;
    if (word.find(')') != std::string_view::npos) inside = false;
    stretch.plain = stretch.plain && is_plain_word(word);
    stretch.wire = stretch.wire || starts_with(word, "«") || starts_with(word, "\"") ||
                   starts_with(word, "“") ||
                   is_one_of(without_punctuation(word), layout_words::kAgencyWords);
  }
  const bool empty = stretch.words == 0 && !stretch.parenthesis;
  stretch.plain = stretch.plain && !empty && !inside && stretch.words <= kMostWords;
}

struct FoundSeparator {
  Separator kind = Separator::kNone;
  size_t size = 0;
};

// Can a separator begin with this byte? Spares most bytes the comparisons below.
bool may_separate(std::string_view text, size_t at) {
  const char c = text[at];
  if (c == '\xD9') return at + 1 < text.size() && text[at + 1] == '\x80';  // tatweel
  return c == '-' || c == '/' || c == ':' || c == '\xE2';
}

FoundSeparator separator_at(std::string_view text, size_t at) {
  if (!may_separate(text, at)) return {};
  static constexpr std::string_view kDashes[] = {"-",       "–", "—", "―", "\xD9\x80\xD9\x80",
                                                 "\xD9\x80"};  // the last: tatweel
  const bool space_before = at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\xA0');
  const auto space_after = [&](size_t end) {
    return end >= text.size() || white_space_at(text, end) > 0;
  };
  for (std::string_view dash : kDashes) {
    if (text.compare(at, dash.size(), dash) != 0) continue;
    const bool tatweel = dash.front() == '\xD9';
    const bool fits = tatweel ? space_before && space_after(at + dash.size())
                              : space_before || space_after(at + dash.size());
    return fits ? FoundSeparator{Separator::kDash, dash.size()} : FoundSeparator{};
  }
  if (text[at] == '/' && (space_before || space_after(at + 1))) return {Separator::kSlash, 1};
  if (text[at] == ':' && space_after(at + 1)) return {Separator::kColon, 1};
  return {};
}

// The stretch that begins at `begin`, not yet judged, up to the next separator outside parentheses
// or the end of `head`.
Stretch read_stretch(std::string_view head, size_t begin) {
  Stretch stretch;
  int depth = 0;
  size_t at = begin;
  FoundSeparator found;
  for (; at < head.size(); ++at) {
    if (head[at] == '(') ++depth;
    if (head[at] == ')') --depth;
    if (depth > 0) continue;
    found = separator_at(head, at);
    if (found.kind != Separator::kNone) break;
  }
  stretch.text = trim(head.substr(begin, at - begin));
  stretch.separator = found.kind;
  stretch.end = std::min(at + found.size, head.size());
  stretch.spaced =
      at > begin && head[at - 1] == ' ' && stretch.end < head.size() && head[stretch.end] == ' ';
  return stretch;
}

struct Stretches {
  std::array<Stretch, kMostStretches> all;
  size_t size = 0;
};

// Plain stretches from the start of `head` on, until one is not plain; the last, which no separator
// follows, counts only when `to_the_end`.
Stretches read_stretches(std::string_view head, bool to_the_end) {
  Stretches found;
  size_t begin = 0;
  while (found.size < kMostStretches && begin < head.size()) {
    Stretch stretch = read_stretch(head, begin);
    if (stretch.separator == Separator::kNone && !to_the_end) break;
    judge(stretch);
    if (!stretch.plain) break;
    found.all[found.size++] = stretch;
    if (stretch.separator == Separator::kNone) break;
    begin = stretch.end;
  }
  return found;
}

bool any_wire(const Stretches& stretches, size_t count) {
  return std::any_of(stretches.all.begin(),
                     stretches.all.begin() + static_cast<std::ptrdiff_t>(count),
                     [](const Stretch& s) { return s.wire || s.parenthesis; });
}

// "القاهرة 25 شوال 1436 هـ الموافق 10 أغسطس 2015 م واس": a place with the day in two calendars.
bool is_dated_line(std::string_view line) {
  // "corresponding to", between two calendars
  return line.find("الموافق") != std::string_view::npos &&
         line.find_first_of("0123456789") != std::string_view::npos;
}

bool is_parenthesised(std::string_view line) {
  return line.front() == '(' && line.back() == ')' && line.find('(', 1) == std::string_view::npos &&
         line.find_first_of("0123456789") == std::string_view::npos;
}

// The dash of a parenthesis ("- … -") soon after: prose, not a dateline.
bool has_second_dash(std::string_view rest) {
  const std::string_view near = rest.substr(0, kLongestDateline);
  for (size_t at = 0; at < near.size(); ++at) {
    if (separator_at(near, at).kind == Separator::kDash) return true;
  }
  return false;
}

// Does what stands after a bare "place – " read as the start of a report?
bool begins_a_report(std::string_view rest) {
  std::string_view after;
  const std::string_view first = take_word(rest, after);
  // A definite word goes on what stood before the dash: "السورية - التركية" (Syrian-Turkish).
  if (starts_with(first, "ال")) return false;
  if (is_one_of(first, layout_words::kProseWords) && !starts_with(first, "قال") &&
      !starts_with(first, "أعلن") && !starts_with(first, "ذكر") && first != "قتل") {
    return false;
  }
  return !has_second_dash(rest);
}

size_t colon_form(const Stretches& stretches, bool lead) {
  for (size_t i = 1; i < stretches.size; ++i) {
    if (stretches.all[i].separator != Separator::kColon) continue;
    return lead || any_wire(stretches, i + 1) ? stretches.all[i].end : 0;
  }
  return 0;
}

size_t dash_form(const Stretches& stretches, std::string_view paragraph, bool lead) {
  const Stretch& first = stretches.all[0];
  if (first.separator != Separator::kDash) return 0;
  if (stretches.size > 1 && stretches.all[1].separator == Separator::kDash &&
      any_wire(stretches, 2)) {
    return stretches.all[1].end;
  }
  const std::string_view rest = trim(paragraph.substr(first.end));
  if (first.parenthesis && first.text.back() == ')') return begins_a_report(rest) ? first.end : 0;
  const bool bare = lead && first.spaced && (first.words <= 2 || first.wire);
  return bare && begins_a_report(rest) ? first.end : 0;
}

}  // namespace

bool is_dateline(std::string_view line, bool first) {
  if (line.empty() || line.size() > kLongestDateline) return false;
  if (is_dated_line(line)) return true;
  if (is_parenthesised(line)) return !first;
  const Stretches stretches = read_stretches(line, true);
  if (stretches.size < 2 || stretches.all[stretches.size - 1].end != line.size()) return false;
  if (stretches.all[stretches.size - 1].separator != Separator::kNone) return false;
  if (first) return any_wire(stretches, stretches.size);
  const bool colon = stretches.all[0].separator == Separator::kColon;
  return !colon ||
         (stretches.size == 2 && stretches.all[0].words <= 2 && stretches.all[1].words <= 3);
}

uint32_t dateline_prefix(std::string_view paragraph, bool lead) {
  std::string_view head = paragraph.substr(0, kLongestDateline);
  while (!head.empty() && head.size() < paragraph.size() &&
         (static_cast<unsigned char>(paragraph[head.size()]) & 0xC0) == 0x80) {
    head.remove_suffix(1);  // cut before a character, not within
  }
  const Stretches stretches = read_stretches(head, false);
  if (stretches.size == 0) return 0;
  size_t end = colon_form(stretches, lead);
  if (end == 0) end = dash_form(stretches, paragraph, lead);
  return end < paragraph.size() ? static_cast<uint32_t>(end) : 0;
}

}  // namespace isnad
