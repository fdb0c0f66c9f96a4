// SPDX-License-Identifier: Apache-2.0
// A byline word, then a colon, dash or slash or nothing, then a short name.
#include "isnad/report/byline.h"

#include <algorithm>

#include "isnad/report/arabic_layout_words.h"
#include "isnad/report/layout_line.h"

namespace isnad {
namespace {

constexpr size_t kLongestLine = 140;  // bytes; about 70 letters
constexpr int kMostNameWords = 6;

template <size_t N>
std::string_view word_at_start(std::string_view line, const std::string_view (&words)[N]) {
  std::string_view best;
  for (std::string_view word : words) {
    if (line.substr(0, word.size()) == word && word.size() > best.size()) best = word;
  }
  return best;
}

// Removes ": ", " - ", " / " and kin from the start; false when the text begins with none of them.
bool take_separator(std::string_view& text) {
  const std::string_view trimmed = trim(text);
  for (std::string_view separator :
       {":", "-", "–", "—", "/", "\xD9\x80"}) {  // the last: tatweel as a dash
    if (trimmed.substr(0, separator.size()) != separator) continue;
    text = trim(trimmed.substr(separator.size()));
    return true;
  }
  return false;
}

bool is_name(std::string_view text) {
  if (text.empty() || text.back() == '.' || text.back() == ':') return false;
  for (std::string_view mark : {"؟", "!", "،", "؛", ". "}) {
    if (text.find(mark) != std::string_view::npos) return false;
  }
  int words = 1;
  for (size_t i = 0; i < text.size(); ++i) words += white_space_at(text, i) > 0 ? 1 : 0;
  return words <= kMostNameWords && text.find_first_of("0123456789") == std::string_view::npos;
}

}  // namespace

std::optional<std::string_view> byline_name(std::string_view line, bool first) {
  if (line.size() > kLongestLine) return std::nullopt;
  const std::string_view verb = word_at_start(line, layout_words::kBylineVerbs);
  const std::string_view noun = word_at_start(line, layout_words::kBylineNouns);
  if (verb.empty() && noun.empty()) return std::nullopt;
  std::string_view rest = line.substr(std::max(verb.size(), noun.size()));
  if (rest.empty()) return std::nullopt;
  const bool ends_word =
      white_space_at(rest, 0) > 0 || !(static_cast<unsigned char>(rest[0]) & 0x80);
  if (!ends_word) return std::nullopt;  // "كتبوا", "تقريرا": another word
  const bool separated = take_separator(rest);
  if (!separated && (first || verb.empty())) return std::nullopt;
  if (noun.size() > verb.size() && first) return std::nullopt;  // "تقرير: …" heads many a headline
  rest = trim(rest);
  return is_name(rest) ? std::optional(rest) : std::nullopt;
}

}  // namespace isnad
