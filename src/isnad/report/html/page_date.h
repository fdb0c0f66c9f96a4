// SPDX-License-Identifier: Apache-2.0
// When a page says that its article was published.
#pragma once

#include <optional>
#include <string>

#include "isnad/report/html/find_body.h"
#include "isnad/report/html/page_facts.h"
#include "isnad/report/report.h"

namespace isnad {

struct PageDate {
  PublicationTime time;
  std::string printed;  // as the page has it, a line at most
};

// In this order: JSON-LD, meta elements and microdata, a <time> beside the article, a date printed
// between title and text (one labelled as an update only if there is no other), after the text,
// just above the title, in the address. None when the page does not say.
[[nodiscard]] std::optional<PageDate> find_page_date(const HtmlTree& tree, const PageFacts& facts,
                                                     const std::vector<PageBlock>& blocks,
                                                     const PageBody& body, std::string_view title,
                                                     std::string_view url);

}  // namespace isnad
