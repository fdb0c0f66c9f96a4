// SPDX-License-Identifier: Apache-2.0
// A report from an HTML page of a news site: the stage `report/` for pages, in the order in which
// it happens. Scripts are not run; what a page fetches later is not there, but an article that its
// JSON-LD carries is read from there.
#pragma once

#include <string>
#include <string_view>

#include "isnad/base/result.h"
#include "isnad/report/read_plain.h"
#include "isnad/report/report.h"

namespace isnad {

struct PageReport {
  Report report;
  std::string published_printed;  // as the page prints it; empty when the date came from elsewhere
};

// `defaults` fill what the page does not say. `content_type`: of the HTTP response, empty when
// unknown. The report's text is title, two newlines, and one line a paragraph; offsets count in
// what follows the title. Errors: those of decode_page, kTooLarge (HtmlTree, text over 1 MiB),
// kEmpty (no running text). Linear.
[[nodiscard]] Result<PageReport> read_html(std::string_view bytes, const ReportDefaults& defaults,
                                           std::string_view content_type = {});

// Do the first bytes look like a page? They may be cut anywhere.
[[nodiscard]] bool looks_like_html(std::string_view bytes);

// An address made whole: "/a/b" and "//host/a" against the address of the page; empty or already
// whole ones as they are.
[[nodiscard]] std::string resolve_address(std::string_view base, std::string_view address);

}  // namespace isnad
