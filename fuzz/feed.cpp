// SPDX-License-Identifier: Apache-2.0
// The door for feeds: any bytes give at most as many items as they hold element openings, then an
// end.
#include <simdjson.h>

#include <algorithm>

#include "isnad/report/feed/feed_reader.h"
#include "text_invariants.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  auto reader = isnad::FeedReader::over(bytes, "fuzz", {});
  if (!reader) {
    isnad::fuzzing::require(!reader.error().what.empty() && !reader.error().where.empty());
    return 0;
  }
  const auto most =
      static_cast<size_t>(std::count(reader->feed().text.begin(), reader->feed().text.end(), '<')) +
      1;
  size_t items = 0;
  while (const auto item = reader->next()) {
    isnad::fuzzing::require(++items <= most);
    if (!*item) {
      isnad::fuzzing::require(!item->error().what.empty() && !item->error().where.empty());
      continue;
    }
    const isnad::Report& report = (*item)->report;
    isnad::fuzzing::require(!(*item)->raw.empty() && !report.id.empty());
    isnad::fuzzing::require(simdjson::validate_utf8(report.text.data(), report.text.size()));
    isnad::fuzzing::check_text(report);
  }
  return 0;
}
