// SPDX-License-Identifier: Apache-2.0
// Line by line, with one word of memory: whether the first paragraph of the body has been met.
#include "isnad/report/find_zones.h"

#include <algorithm>

#include "isnad/report/arabic_layout_words.h"
#include "isnad/report/byline.h"
#include "isnad/report/dateline.h"
#include "isnad/report/layout_line.h"

namespace isnad {
namespace {

// Lengths in characters; news headlines of the 1,838 articles at hand: half under 52, 99 % under
// 110.
constexpr uint32_t kLongestTitle = 200;      // when a blank line sets it apart
constexpr uint32_t kLongestBareTitle = 110;  // when nothing but its shape does
constexpr uint32_t kLongestHeading = 100;
constexpr uint32_t kMostHeadingWords = 14;
constexpr size_t kHeadLines = 4;  // bylines stand in the first or last so many lines
constexpr size_t kFootLines = 3;

class ZoneFinder {
 public:
  ZoneFinder(std::string_view text, uint32_t given_begin)
      : text_(text), titled_(given_begin > 0), lines_(split_lines(text, given_begin)) {
    if (!titled_) return;
    const std::string_view title = trim(text.substr(0, given_begin));
    if (title.empty()) return;
    const auto begin = static_cast<uint32_t>(title.data() - text.data());
    add(ZoneKind::kTitle, {begin, begin + static_cast<uint32_t>(title.size())});
  }

  Layout find() {
    for (size_t i = 0; i < lines_.size(); ++i) place(i);
    return std::move(layout_);
  }

 private:
  void place(size_t i) {
    const LayoutLine& line = lines_[i];
    const std::string_view form = form_of(line);
    if (is_furniture(i, form)) return add(ZoneKind::kFurniture, line.span);
    if (take_byline(i, form)) return add(ZoneKind::kByline, line.span);
    if (take_dateline(i, form)) return add(ZoneKind::kDateline, line.span);
    if (i == 0 && !titled_ && is_title(line)) {
      layout_.title = std::string(form);
      return add(ZoneKind::kTitle, line.span);
    }
    if (is_heading(i)) return add(ZoneKind::kHeading, line.span);
    add_paragraph(line, form);
  }

  void add(ZoneKind kind, ByteSpan span) { layout_.zones.push_back({kind, span}); }

  void add_paragraph(const LayoutLine& line, std::string_view form) {
    const uint32_t prefix = dateline_prefix(form, !body_begun_);
    body_begun_ = true;
    ByteSpan rest = line.span;
    if (prefix > 0) {
      add(ZoneKind::kDateline, {line.span.begin, line.span.begin + prefix});
      rest.begin +=
          prefix + static_cast<uint32_t>(form.size() - prefix - trim(form.substr(prefix)).size());
    }
    if (!rest.empty()) add(ZoneKind::kParagraph, rest);
  }

  [[nodiscard]] std::string_view form_of(const LayoutLine& line) const {
    return text_.substr(line.span.begin, line.span.size());
  }

  [[nodiscard]] std::string_view form_of_title() const {
    const ByteSpan span = layout_.zones.front().span;
    return text_.substr(span.begin, span.size());
  }

  [[nodiscard]] bool is_furniture(size_t i, std::string_view form) const {
    if (i == 0)
      return titled_ && layout_.zones.size() == 1 &&
             form == form_of_title();                            // the title once more
    if (form.front() == '[' && form.back() == ']') return true;  // a caption
    return std::any_of(
        std::begin(layout_words::kFurniture), std::end(layout_words::kFurniture),
        [&](std::string_view start) { return form.substr(0, start.size()) == start; });
  }

  [[nodiscard]] bool in_head_or_foot(size_t i) const {
    return i < kHeadLines || i + kFootLines >= lines_.size();
  }

  bool take_byline(size_t i, std::string_view form) {
    if (lines_.size() < 2 || !in_head_or_foot(i)) return false;
    const auto name = byline_name(form, i == 0);
    if (!name) return false;
    if (!layout_.byline) layout_.byline = std::string(*name);
    return true;
  }

  // On a line of its own: in the head, or in parentheses at the foot. "القاهرة - كتب فلان" names
  // its writer too.
  bool take_dateline(size_t i, std::string_view form) {
    const bool last = i + 1 == lines_.size();
    if (last ? i == 0 || form.front() != '(' : body_begun_) return false;
    if (!is_dateline(form, i == 0 && !titled_)) return false;
    for (size_t at = 0; at < form.size() && !layout_.byline; ++at) {
      if (white_space_at(form, at) != 1) continue;
      if (const auto name = byline_name(form.substr(at + 1), false))
        layout_.byline = std::string(*name);
    }
    return true;
  }

  // The first line stands apart: by the blank line below it, or by its shape over a longer
  // paragraph.
  [[nodiscard]] bool is_title(const LayoutLine& line) const {
    if (lines_.size() < 2 || line.stopped || line.characters > kLongestTitle) return false;
    if (line.blank_after) return true;
    const LayoutLine& next = lines_[1];
    return line.characters <= kLongestBareTitle &&
           next.characters > line.characters + line.characters / 2 &&
           dateline_prefix(form_of(line), true) == 0;
  }

  // Short, without a stop, and a longer paragraph below it (other headings may stand between).
  [[nodiscard]] bool is_heading(size_t i) const {
    if ((i == 0 && !titled_) || !has_heading_shape(lines_[i])) return false;
    for (size_t next = i + 1; next < std::min(lines_.size(), i + 4); ++next) {
      if (!has_heading_shape(lines_[next])) return lines_[next].characters > lines_[i].characters;
    }
    return false;
  }

  [[nodiscard]] bool has_heading_shape(const LayoutLine& line) const {
    const std::string_view form = form_of(line);
    const bool list_item = form.front() == '-' || form.front() == '*' || form.substr(0, 3) == "•";
    return !line.stopped && !list_item && line.characters <= kLongestHeading &&
           line.words <= kMostHeadingWords;
  }

  std::string_view text_;
  bool titled_;
  bool body_begun_ = false;
  std::vector<LayoutLine> lines_;
  Layout layout_;
};

}  // namespace

Layout find_zones(std::string_view text, uint32_t given_begin) {
  return ZoneFinder(text, given_begin).find();
}

}  // namespace isnad
