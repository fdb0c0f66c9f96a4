// SPDX-License-Identifier: Apache-2.0
// A feed as XML: RSS 0.9x, 1.0 (RDF) and 2.0, Atom 1.0. libxml2 reads it with everything off that
// XML can do harm by: no DTD is loaded, no entity declared in the feed is accepted, nothing is
// fetched, depth is bounded (docs/decisions/0082). Names of HTML characters (&nbsp;), bare
// ampersands and elements closed in the wrong order are forgiven.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/base/result.h"

namespace isnad {

inline constexpr size_t kLargestFeed = size_t{32} << 20;
inline constexpr size_t kMostFeedItems = 20'000;

// Fields as the feed has them, entities resolved; empty where not given.
struct FeedItem {
  std::string id;  // guid, atom:id, rdf:about
  std::string link;
  std::string title;
  std::string published;
  std::string updated;
  std::string author;
  std::string summary;  // description, atom:summary; HTML
  std::string content;  // content:encoded, atom:content; HTML
  uint32_t begin = 0;   // the item's element, bytes of FeedDocument::text
  uint32_t end = 0;
};

struct FeedDocument {
  std::string text;  // the feed as UTF-8
  std::string title;
  std::string self;  // links, as given
  std::string next;  // the next page (RFC 5005), or the archive before this one
  std::vector<FeedItem> items;
  bool broken_off = false;  // the XML ends or goes wrong after the last item
};

// Errors: those of decode_page; kBadValue (no feed; an entity declared: what, and where).
// Linear.
[[nodiscard]] Result<FeedDocument> parse_feed(std::string_view bytes,
                                              std::string_view content_type);

}  // namespace isnad
