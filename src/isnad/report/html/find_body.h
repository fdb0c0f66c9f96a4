// SPDX-License-Identifier: Apache-2.0
// The article of a page: which element holds it, and its lines. What stands around it (navigation,
// related stories, sharing, comments, notices) is left out by what elements are called, by how much
// of their text is links, and by where the running text lies. The idea follows Readability (Arc90)
// and Kohlschütter et al. 2010 (text and link density); the sum over a tree in place of votes for
// parents is ours (docs/decisions/0081).
#pragma once

#include <string>
#include <vector>

#include "isnad/report/html/html_tree.h"
#include "isnad/report/html/page_block.h"

namespace isnad {

struct PageBody {
  uint32_t node = 0;               // the element chosen; 0: none
  std::vector<std::string> lines;  // paragraphs and headings in order, white space collapsed
};

// `blocks`: page_blocks of the tree. `title`: the page's title, whose repetition is no line of the
// body. No lines when the page holds no running text (a list of stories, a page filled by scripts).
// Linear.
[[nodiscard]] PageBody find_body(const HtmlTree& tree, const std::vector<PageBlock>& blocks,
                                 std::string_view title);

// The lines of a piece of HTML that is known to be an article or its summary (an item of a feed),
// with the same left out, however short it is.
[[nodiscard]] std::vector<std::string> fragment_lines(const HtmlTree& tree, std::string_view title);

}  // namespace isnad
