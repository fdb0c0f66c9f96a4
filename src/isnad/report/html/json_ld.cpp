// SPDX-License-Identifier: Apache-2.0
// Objects are visited to a fixed depth through arrays, @graph and mainEntity.
#include "isnad/report/html/json_ld.h"

#include <simdjson.h>

#include <algorithm>
#include <array>

namespace isnad {
namespace {

namespace dom = simdjson::dom;

constexpr int kDeepest = 6;

std::string string_of(dom::element value) {
  std::string_view text;
  return value.get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

std::string field(dom::object object, std::string_view name) {
  dom::element value;
  return object[name].get(value) == simdjson::SUCCESS ? string_of(value) : std::string();
}

// A name given plainly, as an object with a name, or as a list of either; of lists the first.
std::string name_of(dom::element value) {
  dom::array array;
  if (value.get(array) == simdjson::SUCCESS) {
    for (dom::element item : array)
      if (auto name = name_of(item); !name.empty()) return name;
    return {};
  }
  dom::object object;
  if (value.get(object) != simdjson::SUCCESS) return string_of(value);
  dom::element name;
  return object["name"].get(name) == simdjson::SUCCESS ? string_of(name) : std::string();
}

std::string name_field(dom::object object, std::string_view name) {
  dom::element value;
  return object[name].get(value) == simdjson::SUCCESS ? name_of(value) : std::string();
}

bool is_article_type(std::string_view type) {
  constexpr std::array<std::string_view, 3> kEndings = {"Article", "BlogPosting", "Report"};
  return std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view ending) {
    return type.size() >= ending.size() && type.substr(type.size() - ending.size()) == ending;
  });
}

bool is_publisher_type(std::string_view type) {
  return type == "WebSite" || type == "Organization" || type == "NewsMediaOrganization";
}

template <class Test>
bool has_type(dom::object object, Test test) {
  dom::element value;
  if (object["@type"].get(value) != simdjson::SUCCESS) return false;
  dom::array several;
  if (value.get(several) != simdjson::SUCCESS) return test(string_of(value));
  return std::any_of(several.begin(), several.end(),
                     [&](dom::element one) { return test(string_of(one)); });
}

void fill(std::string& slot, std::string value) {
  if (slot.empty()) slot = std::move(value);
}

void take_article(dom::object object, JsonLdArticle& article) {
  std::string headline = field(object, "headline");
  if (headline.empty()) headline = field(object, "name");
  // A block of related articles tells nothing of this one once the first has been taken.
  if (!article.headline.empty() && headline != article.headline) return;
  fill(article.headline, std::move(headline));
  fill(article.published, field(object, "datePublished"));
  fill(article.published, field(object, "dateCreated"));
  fill(article.author, name_field(object, "author"));
  fill(article.publisher, name_field(object, "publisher"));
  fill(article.url, field(object, "url"));
  fill(article.body, field(object, "articleBody"));
  dom::element page;
  dom::object page_object;
  if (object["mainEntityOfPage"].get(page) != simdjson::SUCCESS) return;
  if (page.get(page_object) == simdjson::SUCCESS) {
    fill(article.url, field(page_object, "@id"));
  } else {
    fill(article.url, string_of(page));
  }
}

void visit(dom::element value, JsonLdArticle& article, std::string& site, int depth) {
  if (depth > kDeepest) return;
  dom::array array;
  if (value.get(array) == simdjson::SUCCESS) {
    for (dom::element item : array) visit(item, article, site, depth + 1);
    return;
  }
  dom::object object;
  if (value.get(object) != simdjson::SUCCESS) return;
  if (has_type(object, is_article_type)) return take_article(object, article);
  if (has_type(object, is_publisher_type)) fill(site, field(object, "name"));
  for (std::string_view inside : {"@graph", "mainEntity"}) {
    dom::element next;
    if (object[inside].get(next) == simdjson::SUCCESS) visit(next, article, site, depth + 1);
  }
}

// Raw control characters inside strings are no JSON, yet many sites print them: as spaces they
// stand anywhere.
std::string without_control_characters(std::string_view block) {
  std::string clean(block);
  for (char& c : clean)
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  return clean;
}

}  // namespace

void read_json_ld(std::string_view block, JsonLdArticle& article) {
  const size_t first = block.find_first_of("{[");
  const size_t last = block.find_last_of("}]");
  if (first == std::string_view::npos || last == std::string_view::npos || last < first) return;
  const std::string clean = without_control_characters(block.substr(first, last - first + 1));
  dom::parser parser;
  dom::element root;
  if (parser.parse(clean.data(), clean.size()).get(root) != simdjson::SUCCESS) return;
  std::string site;
  visit(root, article, site, 0);
  fill(article.publisher, std::move(site));
}

}  // namespace isnad
