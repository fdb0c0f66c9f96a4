// SPDX-License-Identifier: Apache-2.0
// What a page says about itself in its head and its mark-up: everything but the article's text.
// Collected here, judged by page_title, page_date and page_outlet.
#pragma once

#include <string>
#include <vector>

#include "isnad/report/html/html_tree.h"
#include "isnad/report/html/json_ld.h"

namespace isnad {

// White space collapsed; empty where the page does not say.
struct PageFacts {
  JsonLdArticle json_ld;
  std::string og_title;
  std::string twitter_title;
  std::string title_element;
  std::string headline_item;  // microdata: itemprop headline
  std::string site_name;      // og:site_name
  std::string application_name;
  std::string publisher_item;  // microdata: the name inside itemprop publisher, or a meta publisher
  std::string author_meta;
  std::string canonical;  // link rel=canonical, else og:url
  // Of meta elements and microdata, best first.
  std::vector<std::string> published_metas;
};

[[nodiscard]] PageFacts collect_page_facts(const HtmlTree& tree);

}  // namespace isnad
