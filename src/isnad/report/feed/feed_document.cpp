// SPDX-License-Identifier: Apache-2.0
// The only file that knows libxml2's XML parser. It calls start, end, text and entity; which field
// a text belongs to is told by the element around it, namespaces by their well-known prefixes.
#include "isnad/report/feed/feed_document.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

#include <cstring>
#include <memory>

#include "isnad/report/html/decode_page.h"
#include "isnad/report/layout_line.h"

namespace isnad {
namespace {

constexpr size_t kLargestField = size_t{4} << 20;

struct ParserDeleter {
  void operator()(xmlParserCtxtPtr parser) const { xmlFreeParserCtxt(parser); }
};

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view()
                         : std::string_view(reinterpret_cast<const char*>(text));
}

void append_point(std::string& out, unsigned point) {
  if (point < 0x80) {
    out += static_cast<char>(point);
  } else if (point < 0x800) {
    out += static_cast<char>(0xC0 | (point >> 6));
    out += static_cast<char>(0x80 | (point & 0x3F));
  } else {
    out += static_cast<char>(0xE0 | (point >> 12));
    out += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (point & 0x3F));
  }
}

class FeedParser {
 public:
  Result<FeedDocument> parse(std::string text) {
    feed_.text = std::move(text);
    const std::unique_ptr<xmlParserCtxt, ParserDeleter> parser(xmlNewParserCtxt());
    if (!parser) return failure(ErrorCode::kTooLarge, "no memory left to read the feed");
    parser_ = parser.get();
    set_up(*parser->sax);
    parser->userData = this;
    constexpr int kOptions = XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                             XML_PARSE_NONET | XML_PARSE_IGNORE_ENC;
    xmlDocPtr document =
        xmlCtxtReadMemory(parser.get(), feed_.text.data(), static_cast<int>(feed_.text.size()),
                          nullptr, "UTF-8", kOptions);
    if (document != nullptr) xmlFreeDoc(document);
    if (!refusal_.what.empty()) return tl::unexpected(refusal_);
    if (!is_feed_) {
      return failure(ErrorCode::kBadValue,
                     "no feed: its first element is " +
                         (root_.empty() ? "none" : "<" + root_ + ">") +
                         "; give RSS, RDF or Atom, or name the form with --from");
    }
    feed_.broken_off = parser->wellFormed == 0 && !closed_;
    return std::move(feed_);
  }

 private:
  static FeedParser& of(void* self) { return *static_cast<FeedParser*>(self); }

  static void set_up(xmlSAXHandler& sax) {
    std::memset(&sax, 0, sizeof(sax));
    sax.initialized = XML_SAX2_MAGIC;
    sax.startElementNs = [](void* self, const xmlChar* name, const xmlChar* prefix, const xmlChar*,
                            int, const xmlChar**, int count, int, const xmlChar** attributes) {
      of(self).start(view(name), view(prefix), count, attributes);
    };
    sax.endElementNs = [](void* self, const xmlChar* name, const xmlChar*, const xmlChar*) {
      of(self).end(view(name));
    };
    sax.characters = [](void* self, const xmlChar* bytes, int size) {
      of(self).text({reinterpret_cast<const char*>(bytes), static_cast<size_t>(size)});
    };
    sax.cdataBlock = sax.characters;
    sax.reference = [](void* self, const xmlChar* name) { of(self).entity(name); };
    sax.entityDecl = [](void* self, const xmlChar* name, int, const xmlChar*, const xmlChar*,
                        xmlChar*) { of(self).refuse_entity(view(name)); };
  }

  void refuse(std::string what) {
    if (refusal_.what.empty()) {
      refusal_ = {ErrorCode::kBadValue, std::move(what),
                  "byte " + std::to_string(xmlByteConsumed(parser_))};
    }
    xmlStopParser(parser_);
  }

  void refuse_entity(std::string_view name) {
    refuse("the feed declares an entity (" + std::string(name.substr(0, 40)) +
           "), by which a small file can become gigabytes or read others; no feed needs one");
  }

  // The value of an attribute, as SAX2 lays them out in fives.
  static std::string attribute(std::string_view wanted, int count, const xmlChar** attributes) {
    for (int i = 0; i < count; ++i) {
      const xmlChar** at = attributes + static_cast<std::ptrdiff_t>(5) * i;
      if (view(at[0]) != wanted) continue;
      return {reinterpret_cast<const char*>(at[3]), static_cast<size_t>(at[4] - at[3])};
    }
    return {};
  }

  void start(std::string_view name, std::string_view prefix, int count,
             const xmlChar** attributes) {
    ++depth_;
    if (depth_ == 1) {
      root_ = std::string(name.substr(0, 40));
      is_feed_ = name == "rss" || name == "feed" || name == "RDF";
      if (!is_feed_) return xmlStopParser(parser_);
    }
    if (markup_depth_ > 0) return open_markup(name);
    if (item_depth_ == 0 && (name == "item" || name == "entry")) {
      if (feed_.items.size() >= kMostFeedItems)
        return refuse("over 20,000 items: no feed of a news site");
      item_depth_ = depth_;
      feed_.items.emplace_back();
      feed_.items.back().id = attribute("about", count, attributes);
      feed_.items.back().begin = tag_begin();
      return;
    }
    if (name == "link") read_link(count, attributes);
    if (name == "source" && item_depth_ > 0) skip_depth_ = skip_depth_ > 0 ? skip_depth_ : depth_;
    slot_ = skip_depth_ > 0 ? nullptr : slot_of(name, prefix);
    slot_depth_ = depth_;
    if (slot_ != nullptr) text_.clear();
    if (slot_ != nullptr && attribute("type", count, attributes) == "xhtml") markup_depth_ = depth_;
  }

  void end(std::string_view name) {
    if (markup_depth_ > 0 && depth_ > markup_depth_) {
      text_ += "</" + std::string(name) + ">";
    } else if (slot_ != nullptr && depth_ == slot_depth_) {
      if (slot_->empty()) *slot_ = std::string(trim(text_));
      slot_ = nullptr;
      markup_depth_ = 0;
    }
    if (depth_ == skip_depth_) skip_depth_ = 0;
    if (depth_ == item_depth_ && item_depth_ > 0) {
      feed_.items.back().end = tag_end();
      item_depth_ = 0;
    }
    if (--depth_ == 0) closed_ = true;
  }

  void text(std::string_view piece) {
    if (slot_ == nullptr || text_.size() > kLargestField) return;
    if (markup_depth_ == 0) {
      text_ += piece;
      return;
    }
    for (char c : piece) {
      if (c == '<' || c == '&') {
        text_ += c == '<' ? "&lt;" : "&amp;";
      } else {
        text_ += c;
      }
    }
  }

  // Inside Atom's type="xhtml" mark-up is content.
  void open_markup(std::string_view name) { text_ += "<" + std::string(name) + ">"; }

  // Names of HTML's characters; XML knows five, sites write all.
  void entity(const xmlChar* name) {
    const htmlEntityDesc* known = htmlEntityLookup(name);
    if (known != nullptr && slot_ != nullptr) append_point(text_, known->value);
  }

  void read_link(int count, const xmlChar** attributes) {
    const std::string href = attribute("href", count, attributes);
    if (href.empty()) return;
    const std::string rel = attribute("rel", count, attributes);
    if (item_depth_ > 0) {
      FeedItem& item = feed_.items.back();
      if ((rel.empty() || rel == "alternate") && item.link.empty()) item.link = href;
      return;
    }
    if (rel == "self" && feed_.self.empty()) feed_.self = href;
    if ((rel == "next" || rel == "prev-archive") && feed_.next.empty()) feed_.next = href;
  }

  std::string* slot_of(std::string_view name, std::string_view prefix) {
    if (item_depth_ == 0) {
      // Only the channel's own title, not that of its image or text input.
      const bool own = depth_ == (root_ == "feed" ? 2 : 3);
      return name == "title" && own && feed_.title.empty() ? &feed_.title : nullptr;
    }
    if (prefix == "media" || prefix == "itunes" || prefix == "georss") return nullptr;
    FeedItem& item = feed_.items.back();
    const bool person = depth_ > item_depth_ + 1;
    if (person) return name == "name" ? &item.author : nullptr;
    if (name == "title") return &item.title;
    if (name == "guid" || name == "id") return &item.id;
    if (name == "link") return &item.link;
    if (name == "pubDate" || name == "published" || name == "issued" || name == "date")
      return &item.published;
    if (name == "updated" || name == "modified") return &item.updated;
    if (name == "creator") return &item.author;
    if (name == "author") return root_ == "feed" ? nullptr : &item.author;
    if (name == "description" || name == "summary") return &item.summary;
    if (name == "encoded" || name == "content") return &item.content;
    return nullptr;
  }

  [[nodiscard]] uint32_t position() const {
    const long at = xmlByteConsumed(parser_);
    return at < 0 ? 0 : static_cast<uint32_t>(std::min(static_cast<size_t>(at), feed_.text.size()));
  }
  // Of the element whose tag is being read; attributes hold no '<'.
  [[nodiscard]] uint32_t tag_begin() const {
    const size_t at = feed_.text.rfind('<', position());
    return at == std::string::npos ? 0 : static_cast<uint32_t>(at);
  }
  [[nodiscard]] uint32_t tag_end() const {
    const uint32_t at = position();
    if (at > 0 && feed_.text[at - 1] == '>') return at;
    const size_t close = feed_.text.find('>', at);
    return static_cast<uint32_t>(close == std::string::npos ? feed_.text.size() : close + 1);
  }

  FeedDocument feed_;
  xmlParserCtxtPtr parser_ = nullptr;
  Error refusal_;
  std::string root_;
  std::string text_;             // of the field being read
  std::string* slot_ = nullptr;  // where it goes
  int depth_ = 0;
  int item_depth_ = 0;
  int slot_depth_ = 0;
  int skip_depth_ = 0;  // inside an item's <source>: another feed's title
  int markup_depth_ = 0;
  bool is_feed_ = false;
  bool closed_ = false;
};

}  // namespace

Result<FeedDocument> parse_feed(std::string_view bytes, std::string_view content_type) {
  auto text = decode_page(bytes, content_type, kLargestFeed);
  if (!text) return tl::unexpected(text.error());
  xmlInitParser();
  return FeedParser().parse(std::move(*text));
}

}  // namespace isnad
