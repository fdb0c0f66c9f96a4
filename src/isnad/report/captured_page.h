// SPDX-License-Identifier: Apache-2.0
// Pages, feeds and archives as captured reports: each reader's result with the bytes and whence
// they came (captured_report.h).
#pragma once

#include <string>

#include "isnad/report/captured_report.h"
#include "isnad/report/feed/feed_reader.h"
#include "isnad/report/read_plain.h"
#include "isnad/report/warc/warc_reader.h"

namespace isnad {

// An HTML page. `capture` says how it was come by; its media_type and published_printed are filled
// here, and its url_reached is the address relative links start from. Errors: those of read_html.
[[nodiscard]] Result<CapturedReport> capture_page(std::string raw, ReportDefaults defaults,
                                                  Capture capture, std::string_view content_type);

// The items of a feed, one after the other. `capture.parent` is what its items name as theirs.
[[nodiscard]] CapturedReports capture_feed(FeedReader reader, Capture capture);

// The pages of an archive. Ids are addresses, else record ids; `path` stands in parents, errors
// name the archive and the record's offset.
[[nodiscard]] CapturedReports capture_archive(WarcReader reader, std::string path,
                                              ReportDefaults defaults);

}  // namespace isnad
