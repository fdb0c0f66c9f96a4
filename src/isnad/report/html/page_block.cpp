// SPDX-License-Identifier: Apache-2.0
// One walk. Regions are asked of each element once and inherited by all below it.
#include "isnad/report/html/page_block.h"

#include <algorithm>
#include <array>

#include "isnad/report/html/page_region.h"
#include "isnad/report/layout_line.h"

namespace isnad {
namespace {

// Elements inside a line. "other" is among them: unknown elements are inline in browsers.
constexpr std::array<std::string_view, 17> kInline = {
    "a", "b", "cite",  "em",   "font",   "i",   "img", "ins", "other",
    "q", "s", "small", "span", "strong", "sub", "sup", "u"};

constexpr size_t kLargestBox = 700;  // bytes: some 380 Arabic letters

bool is_inline(std::string_view tag) {
  return tag == "label" || tag == "time" || tag == "amp-img" || tag == "input" ||
         tag == "picture" || tag == "source" || tag == "link" || tag == "meta" ||
         std::find(kInline.begin(), kInline.end(), tag) != kInline.end();
}

bool is_heading(std::string_view tag) {
  return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '2' && tag[1] <= '6';
}

bool ends_as_sentence(std::string_view text) {
  constexpr std::array<std::string_view, 8> kEnds = {".", "!", "؟", "…", "»", "\"", "”", ":"};
  return std::any_of(kEnds.begin(), kEnds.end(),
                     [&](std::string_view end) { return text.ends_with(end); });
}

struct Open {
  uint32_t node;
  uint32_t block;  // the nearest element that makes a block
  bool out, doubted, link, heading, title;
};

class BlockMaker {
 public:
  explicit BlockMaker(const HtmlTree& tree) : tree_(tree) {
    open_.push_back({0, 0, false, false, false, false, false});
  }

  std::vector<PageBlock> make() {
    const auto& nodes = tree_.nodes();
    measure();
    for (uint32_t i = 1; i < nodes.size(); ++i) {
      while (open_.size() > 1 && nodes[open_.back().node].last <= i) leave();
      if (tree_.is_text(i)) {
        add(i);
      } else {
        enter(i);
      }
    }
    while (open_.size() > 1) leave();
    flush();
    return std::move(blocks_);
  }

 private:
  // Bytes of text and h1 elements before each node, so that both are known of any subtree.
  void measure() {
    const auto& nodes = tree_.nodes();
    bytes_before_.assign(nodes.size() + 1, 0);
    titles_before_.assign(nodes.size() + 1, 0);
    for (uint32_t i = 0; i < nodes.size(); ++i) {
      const bool spoken = tree_.is_text(i) && nodes[nodes[i].parent].tag != "script";
      bytes_before_[i + 1] = bytes_before_[i] + (spoken ? nodes[i].end - nodes[i].begin : 0);
      titles_before_[i + 1] = titles_before_[i] + (nodes[i].tag == "h1" ? 1 : 0);
    }
  }

  // A wrapper of the whole article may be called "page-with-sidebar": a name alone does not
  // throw out what holds the title and much of the page's text.
  [[nodiscard]] bool holds_article(uint32_t node) const {
    const uint32_t last = tree_.nodes()[node].last;
    const double share = static_cast<double>(bytes_before_[last] - bytes_before_[node]) /
                         static_cast<double>(std::max<size_t>(bytes_before_.back(), 1));
    const bool title = titles_before_[last] > titles_before_[node];
    return title ? share >= 0.4 : titles_before_.back() == 0 && share >= 0.7;
  }

  // A box around an article holds a name, a date, a line or two.
  [[nodiscard]] bool is_small(uint32_t node) const {
    const size_t bytes = bytes_before_[tree_.nodes()[node].last] - bytes_before_[node];
    return bytes < kLargestBox;
  }

  void enter(uint32_t node) {
    const std::string_view tag = tree_.nodes()[node].tag;
    Open next = open_.back();
    next.node = node;
    if (tag == "br" || tag == "hr" || !is_inline(tag)) flush();
    if (!is_inline(tag)) next.block = node;
    const Region region = next.out ? Region::kOut : region_of(tree_, node);
    next.out = region == Region::kOut || (region == Region::kNamedOut && !holds_article(node));
    if (region == Region::kDoubted && is_small(node)) next.doubted = true;
    if (region == Region::kBody) next.doubted = false;
    next.link = next.link || tag == "a";
    next.heading = next.heading || is_heading(tag);
    next.title = next.title || tag == "h1";
    if (next.out != open_.back().out) flush();
    open_.push_back(next);
  }

  void leave() {
    const Open left = open_.back();
    open_.pop_back();
    if (left.block == left.node || left.out != open_.back().out) flush();
  }

  void add(uint32_t node) {
    const Open& at = open_.back();
    const std::string_view text = tree_.text(node);
    if (text_.empty()) {
      if (trim(text).empty()) return;
      block_ = {};
      block_.node = at.block;
      block_.first_text = node;
      block_.heading = at.heading;
      block_.title = at.title;
      block_.out = at.out;
      block_.doubted = at.doubted;
    }
    text_ += text;
    if (at.link) block_.link_characters += static_cast<uint32_t>(count_characters(trim(text)));
  }

  void flush() {
    if (text_.empty()) return;
    block_.text = collapse_white_space(text_);
    text_.clear();
    if (block_.text.empty()) return;
    block_.characters = static_cast<uint32_t>(count_characters(block_.text));
    block_.link_characters = std::min(block_.link_characters, block_.characters);
    block_.closed = ends_as_sentence(block_.text);
    blocks_.push_back(std::move(block_));
    block_ = {};
  }

  const HtmlTree& tree_;
  std::vector<Open> open_;
  std::vector<PageBlock> blocks_;
  PageBlock block_;
  std::string text_;
  std::vector<size_t> bytes_before_;
  std::vector<uint32_t> titles_before_;
};

}  // namespace

size_t count_characters(std::string_view text) {
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

std::vector<PageBlock> page_blocks(const HtmlTree& tree) { return BlockMaker(tree).make(); }

}  // namespace isnad
