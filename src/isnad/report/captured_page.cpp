// SPDX-License-Identifier: Apache-2.0
// Thin: what each reader gives, put where the store looks for it.
#include "isnad/report/captured_page.h"

#include <memory>

#include "isnad/report/html/read_html.h"
#include "isnad/report/warc/http_message.h"

namespace isnad {
namespace {

std::string where_in(const std::string& parent, const Error& error) {
  return error.where.empty() ? parent : parent + ": " + error.where;
}

Result<CapturedReport> archived_report(WarcPage page, const std::string& path,
                                       ReportDefaults defaults) {
  Capture capture;
  capture.url_asked = capture.url_reached = page.url;
  capture.http_headers = page.http_headers;
  capture.captured_at = page.date;
  capture.parent = "warc:" + path + "@" + std::to_string(page.offset);
  if (!page.url.empty()) defaults.url = page.url;
  defaults.id = page.url.empty() ? page.record_id : page.url;
  const std::string where = path + ": record at byte " + std::to_string(page.offset) +
                            (page.url.empty() ? "" : " (" + page.url + ")");
  auto captured = [&]() -> Result<CapturedReport> {
    if (media_type_of(page.content_type) != "text/plain")
      return capture_page(std::move(page.body), std::move(defaults), capture, page.content_type);
    auto report = read_plain(std::string_view(page.body), defaults);
    if (!report) return tl::unexpected(report.error());
    CapturedReport plain;
    capture.media_type = "text/plain";
    plain.raw = std::move(page.body);
    plain.capture = std::move(capture);
    plain.report = std::move(*report);
    return plain;
  }();
  if (!captured)
    return failure(captured.error().code, captured.error().what, where_in(where, captured.error()));
  return captured;
}

}  // namespace

Result<CapturedReport> capture_page(std::string raw, ReportDefaults defaults, Capture capture,
                                    std::string_view content_type) {
  if (!defaults.url && !capture.url_reached.empty()) defaults.url = capture.url_reached;
  auto page = read_html(raw, defaults, content_type);
  if (!page) return tl::unexpected(page.error());
  CapturedReport captured;
  captured.raw = std::move(raw);
  captured.capture = std::move(capture);
  captured.capture.media_type = "text/html";
  captured.capture.published_printed = std::move(page->published_printed);
  captured.report = std::move(page->report);
  return captured;
}

CapturedReports capture_feed(FeedReader reader, Capture capture) {
  const auto shared = std::make_shared<FeedReader>(std::move(reader));
  return [shared, capture]() -> std::optional<Result<CapturedReport>> {
    auto item = shared->next();
    if (!item) return std::nullopt;
    if (!*item) return tl::unexpected(item->error());
    CapturedReport captured;
    captured.raw = std::move((*item)->raw);
    captured.capture = capture;
    captured.capture.media_type = "application/xml";
    captured.capture.published_printed = std::move((*item)->published_printed);
    captured.report = std::move((*item)->report);
    return captured;
  };
}

CapturedReports capture_archive(WarcReader reader, std::string path, ReportDefaults defaults) {
  const auto shared = std::make_shared<WarcReader>(std::move(reader));
  return [shared, path = std::move(path),
          defaults = std::move(defaults)]() -> std::optional<Result<CapturedReport>> {
    auto page = shared->next();
    if (!page) return std::nullopt;
    if (!*page) return tl::unexpected(page->error());
    return archived_report(std::move(**page), path, defaults);
  };
}

}  // namespace isnad
