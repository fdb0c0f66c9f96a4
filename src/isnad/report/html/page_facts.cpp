// SPDX-License-Identifier: Apache-2.0
// One walk over the elements; of a fact said twice the first counts.
#include "isnad/report/html/page_facts.h"

#include <algorithm>
#include <array>

namespace isnad {
namespace {

void fill(std::string& slot, std::string_view value) {
  if (slot.empty()) slot = collapse_white_space(value);
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

// Names of meta elements that tell when the article was published, best first; what tells a change
// stands in none.
constexpr std::array<std::string_view, 18> kPublished = {"article:published_time",
                                                         "article:published",
                                                         "og:article:published_time",
                                                         "datepublished",
                                                         "parsely-pub-date",
                                                         "sailthru.date",
                                                         "publishdate",
                                                         "publish_date",
                                                         "publish-date",
                                                         "pubdate",
                                                         "date.issued",
                                                         "dc.date.issued",
                                                         "dcterms.issued",
                                                         "dcterms.created",
                                                         "dc.date",
                                                         "cxenseparse:recs:publishtime",
                                                         "article_date_original",
                                                         "date"};

bool is_author(std::string_view name) {
  return name == "author" || name == "article:author" || name == "dc.creator" ||
         name == "parsely-author" || name == "sailthru.author";
}

class Collector {
 public:
  explicit Collector(const HtmlTree& tree) : tree_(tree) {}

  PageFacts collect() {
    for (uint32_t i = 0; i < tree_.nodes().size(); ++i) {
      const std::string_view tag = tree_.nodes()[i].tag;
      if (tag == "meta") read_meta(i);
      if (tag == "link") read_link(i);
      if (tag == "title" && facts_.title_element.empty())
        facts_.title_element = tree_.text_below(i, 600);
      if (tag == "script") read_script(i);
      if (!tag.empty()) read_microdata(i);
    }
    std::stable_sort(dates_.begin(), dates_.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (auto& [rank, value] : dates_) facts_.published_metas.push_back(std::move(value));
    if (facts_.canonical.empty()) facts_.canonical = og_url_;
    return std::move(facts_);
  }

 private:
  void read_meta(uint32_t node) {
    std::string name = lower(tree_.attribute(node, "property"));
    if (name.empty()) name = lower(tree_.attribute(node, "name"));
    const std::string_view content = tree_.attribute(node, "content");
    if (content.empty()) return;
    if (name == "og:title") fill(facts_.og_title, content);
    if (name == "twitter:title") fill(facts_.twitter_title, content);
    if (name == "og:site_name") fill(facts_.site_name, content);
    if (name == "application-name" || name == "apple-mobile-web-app-title")
      fill(facts_.application_name, content);
    if (name == "publisher" || name == "dc.publisher") fill(facts_.publisher_item, content);
    if (name == "og:url") fill(og_url_, content);
    if (is_author(name) && content.find("://") == std::string_view::npos)
      fill(facts_.author_meta, content);
    add_date(name, content);
  }

  void add_date(std::string_view name, std::string_view content) {
    const auto* at = std::find(kPublished.begin(), kPublished.end(), name);
    if (at != kPublished.end()) dates_.emplace_back(at - kPublished.begin(), std::string(content));
  }

  void read_link(uint32_t node) {
    if (lower(tree_.attribute(node, "rel")) == "canonical")
      fill(facts_.canonical, tree_.attribute(node, "href"));
  }

  void read_script(uint32_t node) {
    if (tree_.attribute(node, "type").find("ld+json") == std::string_view::npos) return;
    std::string block;
    for (uint32_t i = node + 1; i < tree_.nodes()[node].last; ++i)
      if (tree_.is_text(i)) block += tree_.text(i);
    read_json_ld(block, facts_.json_ld);
  }

  // The value of an itemprop: content, datetime, or the text.
  [[nodiscard]] std::string value_of(uint32_t node) const {
    for (std::string_view name : {"content", "datetime"})
      if (const auto value = tree_.attribute(node, name); !value.empty()) return std::string(value);
    return tree_.text_below(node, 600);
  }

  void read_microdata(uint32_t node) {
    const std::string item = lower(tree_.attribute(node, "itemprop"));
    if (item.empty()) return;
    // As good as article:published_time where that is missing.
    if (item == "datepublished") dates_.emplace_back(3, value_of(node));
    if (item == "headline") fill(facts_.headline_item, value_of(node));
    if (item == "publisher" || item == "author") read_name(node, item);
  }

  void read_name(uint32_t node, std::string_view item) {
    std::string& slot = item == "author" ? facts_.author_meta : facts_.publisher_item;
    for (uint32_t i = node + 1; i < tree_.nodes()[node].last; ++i) {
      if (!tree_.is_text(i) && lower(tree_.attribute(i, "itemprop")) == "name")
        return fill(slot, value_of(i));
    }
    if (!tree_.has_attribute(node, "itemscope")) fill(slot, value_of(node));
  }

  const HtmlTree& tree_;
  PageFacts facts_;
  std::string og_url_;
  std::vector<std::pair<std::ptrdiff_t, std::string>> dates_;
};

}  // namespace

PageFacts collect_page_facts(const HtmlTree& tree) { return Collector(tree).collect(); }

}  // namespace isnad
