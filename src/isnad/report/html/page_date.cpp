// SPDX-License-Identifier: Apache-2.0
// The blocks around the article are looked through in the order of how likely they hold its date;
// a date at the very top of a page is today's.
#include "isnad/report/html/page_date.h"

#include <algorithm>

#include "isnad/report/html/page_region.h"
#include "isnad/report/page_word.h"
#include "isnad/report/printed_date.h"

namespace isnad {
namespace {

constexpr size_t kAroundTitle = 4;  // blocks above the title
constexpr size_t kAfterTitle = 25;  // blocks between title and text
constexpr size_t kAfterBody = 6;    // blocks below the text
constexpr uint32_t kLongestDateBlock = 220;

class DateFinder {
 public:
  DateFinder(const HtmlTree& tree, const std::vector<PageBlock>& blocks, const PageBody& body,
             std::string_view title)
      : tree_(tree), blocks_(blocks), title_(plain_spelling(title)) {
    body_first_ = block_at(body.node);
    body_last_ = body.node == 0 ? blocks.size() : block_at(tree.nodes()[body.node].last);
    title_at_ = title_before(body_first_);
  }

  [[nodiscard]] std::optional<PageDate> find() const {
    const size_t after = title_at_ == kNone ? 0 : title_at_ + 1;
    const size_t text = std::min(std::max(body_first_, after) + 3, blocks_.size());
    if (title_at_ != kNone && title_at_ < body_last_) {
      if (auto date = in(after, std::min(std::max(text, after), after + kAfterTitle))) return date;
    } else if (auto date = in(body_first_ > 8 ? body_first_ - 8 : 0, text)) {
      return date;
    }
    if (auto date = in(body_last_, std::min(body_last_ + kAfterBody, blocks_.size()))) return date;
    if (title_at_ == kNone) return std::nullopt;
    return in(title_at_ > kAroundTitle ? title_at_ - kAroundTitle : 0, title_at_);
  }

 private:
  static constexpr size_t kNone = SIZE_MAX;

  [[nodiscard]] size_t block_at(uint32_t node) const {
    const auto at = std::lower_bound(
        blocks_.begin(), blocks_.end(), node,
        [](const PageBlock& block, uint32_t first) { return block.first_text < first; });
    return static_cast<size_t>(at - blocks_.begin());
  }

  // The last block that is the title, no further than a little into the body.
  [[nodiscard]] size_t title_before(size_t body) const {
    const size_t last = std::min(body + 6, blocks_.size());
    for (size_t i = last; i > 0; --i)
      if (!title_.empty() && !blocks_[i - 1].out && plain_spelling(blocks_[i - 1].text) == title_)
        return i - 1;
    for (size_t i = last; i > 0; --i)
      if (blocks_[i - 1].title || plain_spelling(blocks_[i - 1].text) == title_) return i - 1;
    return kNone;
  }

  // The first date in those blocks that is no update, else the first. A <time> element's own
  // datetime goes before its text.
  [[nodiscard]] std::optional<PageDate> in(size_t first, size_t last) const {
    std::optional<PageDate> update;
    for (size_t i = first; i < last; ++i) {
      const PageBlock& block = blocks_[i];
      if (block.characters > kLongestDateBlock) continue;
      const auto dates = find_printed_dates(block.text);
      if (dates.empty()) {
        if (auto date = of_time_element(block)) return date;
        continue;
      }
      for (const PrintedDate& date : dates) {
        PageDate found{date.time, block.text};
        if (const auto machine = of_time_element(block); machine && dates.size() == 1)
          found.time = machine->time;
        if (!date.updated) return found;
        if (!update) update = std::move(found);
      }
    }
    return update;
  }

  // A block inside or around a <time datetime="…">.
  [[nodiscard]] std::optional<PageDate> of_time_element(const PageBlock& block) const {
    uint32_t node = tree_.nodes()[block.first_text].parent;
    for (int step = 0; step < 3 && node != 0; ++step, node = tree_.nodes()[node].parent) {
      if (tree_.nodes()[node].tag != "time") continue;
      const auto time = read_date_field(tree_.attribute(node, "datetime"));
      return time ? std::optional(PageDate{*time, block.text}) : std::nullopt;
    }
    for (uint32_t i = block.node; i < tree_.nodes()[block.node].last; ++i) {
      if (tree_.nodes()[i].tag != "time") continue;
      if (auto time = read_date_field(tree_.attribute(i, "datetime")))
        return PageDate{*time, block.text};
    }
    return std::nullopt;
  }

  const HtmlTree& tree_;
  const std::vector<PageBlock>& blocks_;
  std::string title_;
  size_t body_first_ = 0;
  size_t body_last_ = 0;
  size_t title_at_ = kNone;
};

// "/2024/01/16/" or "/2024-01-16" in an address.
std::optional<PageDate> in_address(std::string_view url) {
  for (size_t at = 0; at + 10 <= url.size(); ++at) {
    const std::string_view piece = url.substr(at, 10);
    if (at > 0 && url[at - 1] >= '0' && url[at - 1] <= '9') continue;
    const char sign = piece[4];
    if ((sign != '/' && sign != '-') || piece[7] != sign) continue;
    std::string iso(piece);
    iso[4] = iso[7] = '-';
    const auto dates = find_printed_dates(iso);
    if (!dates.empty()) return PageDate{dates.front().time, std::string(piece)};
  }
  return std::nullopt;
}

std::optional<PageDate> of_field(const std::string& field) {
  if (field.empty()) return std::nullopt;
  auto time = read_date_field(field);
  if (!time) return std::nullopt;
  return PageDate{std::move(*time), collapse_white_space(field)};
}

}  // namespace

std::optional<PageDate> find_page_date(const HtmlTree& tree, const PageFacts& facts,
                                       const std::vector<PageBlock>& blocks, const PageBody& body,
                                       std::string_view title, std::string_view url) {
  if (auto date = of_field(facts.json_ld.published)) return date;
  for (const std::string& field : facts.published_metas)
    if (auto date = of_field(field)) return date;
  if (auto date = DateFinder(tree, blocks, body, title).find()) return date;
  return in_address(url);
}

}  // namespace isnad
