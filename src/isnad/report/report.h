// SPDX-License-Identifier: Apache-2.0
// A report: one news text as published, decoded to UTF-8, with what its head and foot say about it.
// Owns its bytes; they never change. Everything later points into `text`.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "isnad/base/span.h"

namespace isnad {

// What a stretch of the text is. Zones are disjoint, in order, and leave out only white space.
enum class ZoneKind : uint8_t {
  kTitle,      // the headline, given as a field or found as a first line that stands apart
  kDateline,   // "صنعاء – وكالة المدار" before the lead: provenance, no narrator
  kByline,     // "إعداد: …" (prepared by), "كتب: …" (written by)
  kHeading,    // a short line inside the body that heads what follows
  kParagraph,  // body text, one paragraph
  kFurniture,  // what a site prints around a report: "read also", a link, its source line; gives no
               // sentences
};

struct Zone {
  ZoneKind kind = ZoneKind::kParagraph;
  ByteSpan span;
};

// The time of publication as given; a bare date has no minute.
struct PublicationTime {
  std::chrono::year_month_day date{};
  std::optional<int> minute_of_day;  // local to the stated offset
  std::optional<int> utc_offset_minutes;
  std::string as_given;  // for the output
};

struct Report {
  std::string id;
  std::string sha256;  // hex, of the raw bytes (the file; the record's line for JSON Lines)
  // Valid UTF-8 without byte-order mark. When a title came as a field of its own, `text` is that
  // title, two newlines, and then the given text from `given_begin` on; else `given_begin` is 0.
  std::string text;
  uint32_t given_begin = 0;
  std::optional<std::string> title;  // from the field or the first line
  std::optional<std::string> outlet;
  std::optional<std::string> byline;  // the name after إعداد / كتب / تحرير
  std::optional<std::string> url;
  std::optional<PublicationTime> published;
  std::vector<Zone> zones;
};

}  // namespace isnad
