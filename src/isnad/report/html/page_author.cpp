// SPDX-License-Identifier: Apache-2.0
// Short names only: an author's box with a life in it is no byline.
#include "isnad/report/html/page_author.h"

#include <array>

#include "isnad/report/html/page_block.h"
#include "isnad/report/html/page_region.h"
#include "isnad/report/layout_line.h"
#include "isnad/report/page_word.h"
#include "isnad/report/printed_date.h"

namespace isnad {
namespace {

constexpr size_t kLongestName = 60;

// "كتب: سالم حسن" (wrote: Salem Hassan) gives the name.
std::string bare_name(std::string_view text) {
  std::string name = collapse_white_space(text);
  for (bool again = true; again;) {
    again = false;
    const size_t end = name.find_first_of(" :");
    if (end == std::string::npos) break;
    const std::string first = plain_spelling(std::string_view(name).substr(0, end));
    if (!is_page_word("byline", first) && first != "by") break;
    name = std::string(trim(std::string_view(name).substr(end + 1)));
    while (name.starts_with(':') || name.starts_with('-'))
      name = std::string(trim(std::string_view(name).substr(1)));
    again = true;
  }
  return name;
}

bool is_nobody(const std::string& name, const std::string& outlet) {
  constexpr std::array<std::string_view, 5> kAccounts = {"admin", "administrator", "editor", "web",
                                                         "webmaster"};
  const std::string plain = plain_spelling(name);
  for (std::string_view account : kAccounts)
    if (plain == account) return true;
  return name.empty() || plain == plain_spelling(outlet) || count_characters(name) > kLongestName ||
         is_page_word("byline", plain) || !find_printed_dates(name).empty();
}

}  // namespace

std::string find_author(const HtmlTree& tree, const PageFacts& facts, const std::string& outlet) {
  for (const std::string& field : {facts.json_ld.author, facts.author_meta}) {
    std::string name = bare_name(field);
    if (!is_nobody(name, outlet)) return name;
  }
  for (uint32_t node = 0; node < tree.nodes().size(); ++node) {
    if (tree.is_text(node) || !names_author(tree, node)) continue;
    std::string name = bare_name(tree.text_below(node, 4 * kLongestName));
    if (!is_nobody(name, outlet)) return name;
  }
  return {};
}

}  // namespace isnad
