// SPDX-License-Identifier: Apache-2.0
// A page as a tree: elements with the attributes that reading news needs, and text. Made by
// libxml2's HTML parser, event by event, so that depth and size stay bounded whatever the page
// holds (docs/decisions/0080).
//
// Nodes lie in one vector in document order and name each other by index; strings lie in one pool.
// Script and style keep no text, except JSON-LD.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/base/result.h"

namespace isnad {

// The most bytes of one page; the largest news pages, live blogs of a day, have about 3 MB.
inline constexpr size_t kLargestPage = size_t{8} << 20;
// Elements deeper than this are taken as children of the deepest allowed; browsers do the same
// at 512.
inline constexpr uint32_t kDeepestNode = 256;
// A page that opens so many elements without closing them is refused.
inline constexpr uint32_t kDeepestOpen = 1000;
inline constexpr size_t kMostNodes = 400'000;

struct HtmlAttribute {
  std::string_view name;  // lower case, of the static list of kept names
  uint32_t begin = 0;     // the value, in the pool
  uint32_t end = 0;
};

struct HtmlNode {
  std::string_view tag;  // of a static list; "other" for names not in it; empty for text
  uint32_t parent = 0;
  uint32_t last = 0;   // the subtree is [own index, last)
  uint32_t begin = 0;  // text: in the pool; element: its attributes
  uint32_t end = 0;
};

class HtmlTree {
 public:
  // `html`: valid UTF-8. Never fails on bad HTML. Errors: kTooLarge (bytes, nodes, open elements).
  // Linear.
  [[nodiscard]] static Result<HtmlTree> parse(std::string_view html);

  [[nodiscard]] const std::vector<HtmlNode>& nodes() const { return nodes_; }
  [[nodiscard]] bool is_text(uint32_t node) const { return nodes_[node].tag.empty(); }
  // Of a text node.
  [[nodiscard]] std::string_view text(uint32_t node) const&;
  std::string_view text(uint32_t node) && = delete;
  // The value of an element's attribute, empty where it has none.
  [[nodiscard]] std::string_view attribute(uint32_t node, std::string_view name) const&;
  std::string_view attribute(uint32_t node, std::string_view name) && = delete;
  [[nodiscard]] bool has_attribute(uint32_t node, std::string_view name) const;
  // All text below a node, white space collapsed; at most about `limit` bytes.
  [[nodiscard]] std::string text_below(uint32_t node, size_t limit = 2000) const;

 private:
  friend class HtmlTreeBuilder;
  std::vector<HtmlNode> nodes_;  // the first is the document itself
  std::vector<HtmlAttribute> attributes_;
  std::string pool_;
};

// Runs of white space (no-break spaces too) become one space, ends are trimmed, zero-width and
// bidi marks stay.
[[nodiscard]] std::string collapse_white_space(std::string_view text);

}  // namespace isnad
