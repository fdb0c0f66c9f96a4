// SPDX-License-Identifier: Apache-2.0
// Which elements of a page are no article: by tag, by being hidden, and by the words in their class
// and id ("related-posts", "shareBar", "cookie_notice").
#pragma once

#include <string_view>
#include <vector>

#include "isnad/report/html/html_tree.h"

namespace isnad {

enum class Region : uint8_t {
  kOpen,      // may hold the article
  kDoubted,   // words that name boxes around an article and now and then the article: date, info,
              // author, more …; out when short or made of links
  kOut,       // by tag, role or style no article: navigation, forms, what is hidden
  kNamedOut,  // by its name: comments, sharing, other articles, notices
  kBody,      // says that it is the article's text
};

// What the element itself says, its ancestors not asked. Text nodes are open.
[[nodiscard]] Region region_of(const HtmlTree& tree, uint32_t node);

// Does a word of the element's class or id say that its text is a name of an author?
[[nodiscard]] bool names_author(const HtmlTree& tree, uint32_t node);
// … a time of publication?
[[nodiscard]] bool names_date(const HtmlTree& tree, uint32_t node);

// The words of a class or id in lower case: cut at signs, and before a capital.
[[nodiscard]] std::vector<std::string> name_words(std::string_view name);

}  // namespace isnad
