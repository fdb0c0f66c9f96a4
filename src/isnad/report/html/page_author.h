// SPDX-License-Identifier: Apache-2.0
// Who wrote a page's article, as far as the page names a person.
#pragma once

#include <string>

#include "isnad/report/html/page_facts.h"

namespace isnad {

// JSON-LD, meta and microdata, then an element called author or byline; the words before a name
// ("كتب:", wrote) taken off. Empty when none names anybody but the outlet.
[[nodiscard]] std::string find_author(const HtmlTree& tree, const PageFacts& facts,
                                      const std::string& outlet);

}  // namespace isnad
