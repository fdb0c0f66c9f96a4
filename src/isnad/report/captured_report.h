// SPDX-License-Identifier: Apache-2.0
// A report together with what shows where it came from: the bytes as they were received, untouched,
// and how they were come by. This is all that readers of sources (folders, feeds, archives, the
// network) and the store need to know of each other.
//
// Its shape: a source is a function that gives one CapturedReport after the other
// (`CapturedReports`), so that who reads decides how many are held in memory; the store takes them
// as values. A reader fills `raw` and `report` always, of `capture` what it knows, and leaves the
// rest empty: absent is empty, never invented.
//   - `report.sha256` is the SHA-256 of `raw` (sha256_hex), which is what makes taking in the same
//     report twice add nothing;
//   - `report.url` is the canonical address if the page names one, else `capture.url_reached`. Two
//     captures of one address with different bytes are two versions of one report; without an
//     address, `capture.parent` and `report.id` together stand for it;
//   - `report.text` is derived from `raw`; offsets count in it.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "isnad/base/result.h"
#include "isnad/report/report.h"

namespace isnad {

// How the bytes were come by.
struct Capture {
  std::string url_asked;     // what was requested; empty for local files without an address
  std::string url_reached;   // after redirects; empty when nothing was requested
  std::string http_headers;  // of the response, as received, lines ended with \n
  std::string captured_at;   // UTC, 2024-01-16T10:12:00Z: the record's own time (WARC-Date) if it
                             // has one, else when it was fetched; empty for a local file
  std::string published_printed;  // the time of publication as a page or feed prints it; empty when
                                  // it came from elsewhere
  std::string media_type;         // "text/html", "text/plain", "application/json": what `raw` is
  std::string
      parent;  // what held it: "folder:DIR", "file:PATH:LINE", "feed:URL", "warc:PATH@OFFSET"
};

struct CapturedReport {
  std::string raw;  // the file, the record's line, the body of the response
  Capture capture;
  Report report;
};

// The next report or what is wrong with it, with where (path, address, offset) in the error; none
// after the last. Called by one thread at a time.
using CapturedReports = std::function<std::optional<Result<CapturedReport>>()>;

}  // namespace isnad
