// SPDX-License-Identifier: Apache-2.0
// The only file that knows libxml2's HTML parser. It calls start, end and text; the tree is ours.
#include "isnad/report/html/html_tree.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>

#include "isnad/report/layout_line.h"

namespace isnad {
namespace {

// Sorted. Others are "other".
constexpr std::array<std::string_view, 82> kTags = {
    "a",        "address", "amp-img", "article",  "aside",      "b",      "blockquote", "body",
    "br",       "button",  "caption", "center",   "cite",       "dd",     "details",    "div",
    "dl",       "dt",      "em",      "fieldset", "figcaption", "figure", "font",       "footer",
    "form",     "h1",      "h2",      "h3",       "h4",         "h5",     "h6",         "head",
    "header",   "hr",      "html",    "i",        "iframe",     "img",    "input",      "ins",
    "label",    "li",      "link",    "main",     "menu",       "meta",   "nav",        "noscript",
    "object",   "ol",      "option",  "p",        "picture",    "pre",    "q",          "s",
    "script",   "section", "select",  "small",    "source",     "span",   "strong",     "style",
    "sub",      "summary", "sup",     "svg",      "table",      "tbody",  "td",         "template",
    "textarea", "tfoot",   "th",      "thead",    "time",       "title",  "tr",         "u",
    "ul",       "video"};
static_assert(std::is_sorted(kTags.begin(), kTags.end()));

constexpr std::array<std::string_view, 21> kAttributes = {
    "alt",    "aria-hidden", "charset",    "class", "content",  "datetime",  "dir",
    "hidden", "href",        "http-equiv", "id",    "itemprop", "itemscope", "itemtype",
    "name",   "property",    "pubdate",    "rel",   "role",     "style",     "type"};
static_assert(std::is_sorted(kAttributes.begin(), kAttributes.end()));

// The list's own string, so that views outlive the parser; empty when it is not in the list.
template <size_t kSize>
std::string_view known(const std::array<std::string_view, kSize>& list, std::string_view name) {
  const auto at = std::lower_bound(list.begin(), list.end(), name);
  return at != list.end() && *at == name ? *at : std::string_view();
}

std::string lower(const xmlChar* name) {
  std::string out;
  for (const char* c = reinterpret_cast<const char*>(name); *c != '\0' && out.size() < 40; ++c)
    out += *c >= 'A' && *c <= 'Z' ? static_cast<char>(*c + 32) : *c;
  return out;
}

struct ParserDeleter {
  void operator()(htmlParserCtxtPtr parser) const { htmlFreeParserCtxt(parser); }
};

}  // namespace

class HtmlTreeBuilder {
 public:
  HtmlTreeBuilder() { tree_.nodes_.push_back({"other", 0, 0, 0, 0}); }

  void start(const xmlChar* name, const xmlChar** attributes) {
    if (tree_.nodes_.size() >= kMostNodes || open_ >= kDeepestOpen) return give_up();
    ++open_;
    if (open_ > kDeepestNode) return;  // its text falls to the deepest node kept
    std::string_view tag = known(kTags, lower(name));
    if (tag.empty()) tag = "other";
    HtmlNode node;
    node.tag = tag;
    node.parent = path_.empty() ? 0 : path_.back();
    node.begin = static_cast<uint32_t>(tree_.attributes_.size());
    for (; attributes != nullptr && *attributes != nullptr; attributes += 2)
      add_attribute(attributes[0], attributes[1]);
    node.end = static_cast<uint32_t>(tree_.attributes_.size());
    path_.push_back(static_cast<uint32_t>(tree_.nodes_.size()));
    tree_.nodes_.push_back(node);
    if (tag == "script" || tag == "style") silent_ = !is_json_ld(path_.back());
  }

  void end() {
    if (open_ == 0) return;
    --open_;
    if (open_ >= kDeepestNode || path_.empty()) return;
    close();
  }

  void text(const xmlChar* bytes, int size) {
    if (size <= 0 || silent_) return;
    if (tree_.nodes_.size() >= kMostNodes) return give_up();
    const std::string_view piece(reinterpret_cast<const char*>(bytes), static_cast<size_t>(size));
    HtmlNode& before = tree_.nodes_.back();
    const uint32_t parent = path_.empty() ? 0 : path_.back();
    const auto end = static_cast<uint32_t>(tree_.pool_.size() + piece.size());
    if (before.tag.empty() && before.parent == parent && before.end == tree_.pool_.size()) {
      before.end = end;
    } else {
      HtmlNode node;
      node.parent = parent;
      node.begin = static_cast<uint32_t>(tree_.pool_.size());
      node.end = end;
      node.last = static_cast<uint32_t>(tree_.nodes_.size() + 1);
      tree_.nodes_.push_back(node);
    }
    tree_.pool_ += piece;
  }

  Result<HtmlTree> parse(std::string_view html) {
    xmlInitParser();  // does nothing but the first time; libxml2 makes it safe between threads
    const std::unique_ptr<xmlParserCtxt, ParserDeleter> parser(htmlNewParserCtxt());
    if (!parser) return failure(ErrorCode::kTooLarge, "no memory left to read the page");
    parser_ = parser.get();
    std::memset(parser->sax, 0, sizeof(htmlSAXHandler));
    parser->sax->startElement = [](void* self, const xmlChar* name, const xmlChar** attributes) {
      of(self).start(name, attributes);
    };
    parser->sax->endElement = [](void* self, const xmlChar*) { of(self).end(); };
    parser->sax->characters = [](void* self, const xmlChar* bytes, int size) {
      of(self).text(bytes, size);
    };
    parser->sax->cdataBlock = parser->sax->characters;
    parser->sax->ignorableWhitespace = parser->sax->characters;
    parser->userData = this;
    constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                             HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NODEFDTD |
                             HTML_PARSE_COMPACT;
    htmlDocPtr document = htmlCtxtReadMemory(
        parser.get(), html.data(), static_cast<int>(html.size()), nullptr, "UTF-8", kOptions);
    if (document != nullptr) xmlFreeDoc(document);
    if (gave_up_) {
      return failure(ErrorCode::kTooLarge,
                     open_ >= kDeepestOpen
                         ? "elements nested deeper than 1000: this is no news page"
                         : "over 400,000 elements: this is no news page");
    }
    while (!path_.empty()) close();
    tree_.nodes_.front().last = static_cast<uint32_t>(tree_.nodes_.size());
    return std::move(tree_);
  }

 private:
  static HtmlTreeBuilder& of(void* self) { return *static_cast<HtmlTreeBuilder*>(self); }

  void give_up() {
    gave_up_ = true;
    xmlStopParser(parser_);
  }

  void close() {
    tree_.nodes_[path_.back()].last = static_cast<uint32_t>(tree_.nodes_.size());
    path_.pop_back();
    silent_ = false;
  }

  void add_attribute(const xmlChar* name, const xmlChar* value) {
    const std::string_view kept = known(kAttributes, lower(name));
    if (kept.empty()) return;
    const auto begin = static_cast<uint32_t>(tree_.pool_.size());
    if (value != nullptr) tree_.pool_ += reinterpret_cast<const char*>(value);
    tree_.attributes_.push_back({kept, begin, static_cast<uint32_t>(tree_.pool_.size())});
  }

  [[nodiscard]] bool is_json_ld(uint32_t node) const {
    return tree_.attribute(node, "type").find("ld+json") != std::string_view::npos;
  }

  HtmlTree tree_;
  std::vector<uint32_t> path_;  // open elements that are kept
  uint32_t open_ = 0;           // open elements, kept or not
  bool silent_ = false;         // inside script or style
  bool gave_up_ = false;
  xmlParserCtxtPtr parser_ = nullptr;
};

Result<HtmlTree> HtmlTree::parse(std::string_view html) {
  if (html.size() > kLargestPage) {
    return failure(ErrorCode::kTooLarge, "a page over 8 MiB: too large for one report");
  }
  return HtmlTreeBuilder().parse(html);
}

std::string_view HtmlTree::text(uint32_t node) const& {
  const HtmlNode& at = nodes_[node];
  return std::string_view(pool_).substr(at.begin, at.end - at.begin);
}

std::string_view HtmlTree::attribute(uint32_t node, std::string_view name) const& {
  const HtmlNode& at = nodes_[node];
  for (uint32_t i = at.begin; !at.tag.empty() && i < at.end; ++i) {
    const HtmlAttribute& attribute = attributes_[i];
    if (attribute.name == name)
      return std::string_view(pool_).substr(attribute.begin, attribute.end - attribute.begin);
  }
  return {};
}

bool HtmlTree::has_attribute(uint32_t node, std::string_view name) const {
  const HtmlNode& at = nodes_[node];
  if (at.tag.empty()) return false;
  return std::any_of(attributes_.begin() + at.begin, attributes_.begin() + at.end,
                     [&](const HtmlAttribute& attribute) { return attribute.name == name; });
}

std::string HtmlTree::text_below(uint32_t node, size_t limit) const {
  std::string out;
  for (uint32_t i = node; i < nodes_[node].last && out.size() < limit; ++i) {
    if (is_text(i)) {
      out += text(i).substr(0, limit);
    } else if (nodes_[i].tag != "b" && nodes_[i].tag != "strong" && nodes_[i].tag != "em" &&
               nodes_[i].tag != "i") {
      out += ' ';  // words of neighbouring elements stay apart
    }
  }
  while (!out.empty() && (static_cast<unsigned char>(out.back()) & 0xC0) == 0x80) {
    size_t lead = out.size() - 1;
    while (lead > 0 && (static_cast<unsigned char>(out[lead]) & 0xC0) == 0x80) --lead;
    const auto c = static_cast<unsigned char>(out[lead]);
    const size_t wanted = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2;
    if (out.size() - lead == wanted) break;
    out.resize(lead);  // cut within a character
  }
  if (!out.empty() && static_cast<unsigned char>(out.back()) >= 0xC0) out.pop_back();
  return collapse_white_space(out);
}

std::string collapse_white_space(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool pending = false;
  for (size_t i = 0; i < text.size();) {
    const uint32_t space = white_space_at(text, i);
    if (space > 0) {
      pending = !out.empty();
      i += space;
      continue;
    }
    if (pending) out += ' ';
    pending = false;
    out += text[i++];
  }
  return out;
}

}  // namespace isnad
