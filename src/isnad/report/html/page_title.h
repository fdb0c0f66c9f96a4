// SPDX-License-Identifier: Apache-2.0
// The headline and the outlet of a page, out of the several places that tell them and sometimes
// tell something else (a site's name as og:title, a logo as h1).
#pragma once

#include <string>

#include "isnad/report/html/html_tree.h"
#include "isnad/report/html/page_facts.h"

namespace isnad {

// The outlet: og:site_name, the JSON-LD publisher, microdata, the application's name, the last or
// first part of the title element that other parts of the page confirm, the line of rights. Empty
// when none says it.
[[nodiscard]] std::string find_outlet(const HtmlTree& tree, const PageFacts& facts);

// The headline on which most of h1, JSON-LD, og:title, twitter:title, microdata and the title
// element (without the outlet's name) agree; h1 where none do. Empty when the page has none.
[[nodiscard]] std::string find_title(const HtmlTree& tree, const PageFacts& facts,
                                     const std::string& outlet);

}  // namespace isnad
