// SPDX-License-Identifier: Apache-2.0
// Word lists in the vocabulary of people who write templates, which is English on Arabic sites too.
#include "isnad/report/html/page_region.h"

#include <algorithm>
#include <array>
#include <string>

namespace isnad {
namespace {

constexpr std::array<std::string_view, 13> kOutTags = {
    "aside",  "button", "details", "figcaption", "footer", "form",    "head",
    "iframe", "menu",   "nav",     "noscript",   "select", "textarea"};

// Never the article.
constexpr std::array<std::string_view, 91> kOutWords = {
    "ad",          "ads",      "adslot",    "adsbygoogle", "advert",         "advertisement",
    "advertising", "alsoread", "banner",    "breadcrumb",  "breadcrumbs",    "breaking",
    "byline",      "caption",  "carousel",  "comment",     "comments",       "consent",
    "cookie",      "cookies",  "copyright", "copyrights",  "credit",         "crumb",
    "crumbs",      "disqus",   "donate",    "embed",       "facebook",       "fb",
    "follow",      "footer",   "gdpr",      "instagram",   "keywords",       "latest",
    "login",       "marquee",  "masthead",  "menu",        "modal",          "mostread",
    "mostviewed",  "nav",      "navbar",    "navigation",  "newsletter",     "notification",
    "outbrain",    "overlay",  "pager",     "pagination",  "partners",       "player",
    "poll",        "popular",  "popup",     "privacy",     "promo",          "promoted",
    "rating",      "readmore", "readalso",  "recommend",   "recommendation", "recommendations",
    "recommended", "related",  "reply",     "respond",     "search",         "share",
    "sharing",     "sidebar",  "signup",    "skip",        "slider",         "social",
    "socials",     "sponsor",  "sponsored", "subscribe",   "subscription",   "taboola",
    "tags",        "telegram", "ticker",    "toolbar",     "trending",       "tweet",
    "twitter"};

// Boxes around an article, and now and then the article itself.
constexpr std::array<std::string_view, 28> kDoubtedWords = {
    "also",  "author",    "authors", "counter", "date",      "header", "info",
    "infos", "meta",      "more",    "most",    "next",      "photo",  "previous",
    "prev",  "print",     "pubdate", "publish", "published", "source", "tag",
    "time",  "timestamp", "toc",     "tools",   "updated",   "views",  "whatsapp"};

constexpr std::array<std::string_view, 9> kThings = {
    "article", "details", "detail", "entry", "news", "post", "single", "story", "topic"};
constexpr std::array<std::string_view, 11> kTexts = {
    "body",    "content", "contents",   "copy", "desc", "description",
    "details", "detail",  "paragraphs", "text", "txt"};

template <size_t kSize>
bool in(const std::array<std::string_view, kSize>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// "articleBody" as one word, "news_text" as two, "newscontent" glued.
bool says_body(const std::vector<std::string>& words) {
  bool thing = false;
  for (size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (thing && in(kTexts, word)) return true;
    thing = in(kThings, word);
    for (std::string_view head : kThings) {
      if (word.size() > head.size() && word.starts_with(head) &&
          in(kTexts, std::string_view(word).substr(head.size())))
        return true;
    }
  }
  return false;
}

// A class of its own that hides: "label-hidden" beside it hides the label alone.
bool has_hiding_class(std::string_view classes) {
  constexpr std::array<std::string_view, 7> kHiding = {
      "d-none",  "hidden",         "hide",           "screen-reader-text",
      "sr-only", "visuallyhidden", "visually-hidden"};
  while (!classes.empty()) {
    const size_t end = std::min(classes.find_first_of(" \t\r\n"), classes.size());
    if (in(kHiding, classes.substr(0, end))) return true;
    classes.remove_prefix(std::min(end + 1, classes.size()));
  }
  return false;
}

bool is_hidden(const HtmlTree& tree, uint32_t node) {
  if (has_hiding_class(tree.attribute(node, "class"))) return true;
  if (tree.has_attribute(node, "hidden") || tree.attribute(node, "aria-hidden") == "true")
    return true;
  std::string style(tree.attribute(node, "style"));
  style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos;
}

// Class and id in one list, cut into words.
std::vector<std::string> names_of(const HtmlTree& tree, uint32_t node) {
  std::vector<std::string> words = name_words(tree.attribute(node, "class"));
  for (std::string& word : name_words(tree.attribute(node, "id"))) words.push_back(std::move(word));
  return words;
}

Region by_role(std::string_view role) {
  constexpr std::array<std::string_view, 9> kOutRoles = {"alert",         "alertdialog", "banner",
                                                         "complementary", "contentinfo", "dialog",
                                                         "menu",          "navigation",  "search"};
  return in(kOutRoles, role) ? Region::kOut : Region::kOpen;
}

Region by_words(const std::vector<std::string>& words) {
  Region region = Region::kOpen;
  for (const std::string& word : words) {
    if (in(kOutWords, word)) region = Region::kNamedOut;
    if (region == Region::kOpen && in(kDoubtedWords, word)) region = Region::kDoubted;
  }
  return region;
}

}  // namespace

std::vector<std::string> name_words(std::string_view name) {
  std::vector<std::string> words;
  bool lower_before = false;
  bool open = false;
  for (char c : name.substr(0, 400)) {
    const bool capital = c >= 'A' && c <= 'Z';
    const bool letter = capital || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (!letter) {
      open = false;
      lower_before = false;
      continue;
    }
    if (!open || (capital && lower_before)) words.emplace_back();
    open = true;
    words.back() += capital ? static_cast<char>(c + 32) : c;
    lower_before = !capital;
  }
  return words;
}

Region region_of(const HtmlTree& tree, uint32_t node) {
  const std::string_view tag = tree.nodes()[node].tag;
  if (tag.empty()) return Region::kOpen;
  if (tag == "script" || tag == "style" || tag == "template" || tag == "svg" || tag == "title" ||
      tag == "object" || tag == "video" || in(kOutTags, tag) || is_hidden(tree, node))
    return Region::kOut;
  if (tree.attribute(node, "itemprop") == "articleBody") return Region::kBody;
  if (const Region region = by_role(tree.attribute(node, "role")); region != Region::kOpen)
    return region;
  if (tag == "html" || tag == "body") return Region::kOpen;
  const std::vector<std::string> words = names_of(tree, node);
  const Region named = by_words(words);
  if (named == Region::kNamedOut) return named;
  if (says_body(words)) return Region::kBody;
  return tag == "header" ? Region::kOut : named;
}

bool names_author(const HtmlTree& tree, uint32_t node) {
  if (tree.attribute(node, "rel") == "author" || tree.attribute(node, "itemprop") == "author")
    return true;
  const auto words = names_of(tree, node);
  return std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return word == "author" || word == "byline" || word == "writer" || word == "editor" ||
           word == "reporter" || word == "written";
  });
}

bool names_date(const HtmlTree& tree, uint32_t node) {
  if (tree.nodes()[node].tag == "time" || tree.attribute(node, "itemprop") == "datePublished")
    return true;
  const auto words = names_of(tree, node);
  return std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return word == "date" || word == "time" || word == "pubdate" || word == "published" ||
           word == "timestamp" || word == "publishdate" || word == "datetime";
  });
}

}  // namespace isnad
