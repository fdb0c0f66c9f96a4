// SPDX-License-Identifier: Apache-2.0
// A page's text as blocks: what stands between two breaks of the line, in document order, with the
// measures by which running text is told from lists of links.
#pragma once

#include <string>
#include <vector>

#include "isnad/report/html/html_tree.h"

namespace isnad {

struct PageBlock {
  std::string text;         // white space collapsed
  uint32_t node = 0;        // the nearest element that makes a block
  uint32_t first_text = 0;  // the text node it begins with
  uint32_t characters = 0;
  uint32_t link_characters = 0;  // of those, inside links
  bool heading = false;          // h2 to h6
  bool title = false;            // h1
  bool out = false;              // in a region that is no article
  bool doubted = false;          // in a doubted one
  bool closed = false;           // ends as a sentence does
};

// Linear.
[[nodiscard]] std::vector<PageBlock> page_blocks(const HtmlTree& tree);

// Code points of valid UTF-8.
[[nodiscard]] size_t count_characters(std::string_view text);

}  // namespace isnad
