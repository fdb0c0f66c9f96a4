// SPDX-License-Identifier: Apache-2.0
// One address at a time, one request at a time: a news site is not to notice us.
#include "web_source.h"

#include "isnad/report/captured_page.h"
#include "isnad/report/html/read_html.h"
#include "open_input.h"

namespace isnad {

WebSource::WebSource(std::string url, WebOptions options, Web web, ReportDefaults defaults)
    : options_(options), web_(std::move(web)), defaults_(std::move(defaults)) {
  addresses_.push_back(std::move(url));
}

std::optional<Result<CapturedReport>> WebSource::next() {
  for (;;) {
    if (!ready_.empty()) {
      auto report = std::move(ready_.front());
      ready_.pop_front();
      return report;
    }
    if (records_) {
      if (auto record = records_()) return record;
      records_ = nullptr;
    }
    if (feed_) {
      if (auto report = from_feed()) return report;
      continue;
    }
    if (addresses_.empty()) return std::nullopt;
    if (auto report = fetch_next()) return report;
  }
}

Result<FetchAnswer> WebSource::ask(const std::string& url) {
  FetchRequest request{url, {}, {}};
  if (const auto known = web_.memory.find(url); known != web_.memory.end()) {
    request.etag = known->second.etag;
    request.last_modified = known->second.last_modified;
  }
  return web_.fetcher.fetch(request);
}

void WebSource::remember(const std::string& url, const FetchAnswer& answer) {
  Remembered& known = web_.memory[url];
  known.etag = answer.etag;
  known.last_modified = answer.last_modified;
}

Capture WebSource::capture_of(const std::string& url, const FetchAnswer& answer) const {
  Capture capture;
  capture.url_asked = url;
  capture.url_reached = answer.url_reached;
  capture.http_headers = answer.http_headers;
  capture.captured_at = web_.now();
  return capture;
}

std::optional<Result<CapturedReport>> WebSource::fetch_next() {
  const std::string url = std::move(addresses_.front());
  addresses_.pop_front();
  visited_.insert(url);
  auto answer = ask(url);
  if (!answer) return tl::unexpected(std::move(answer.error()));
  if (answer->unchanged) {
    ++unchanged_;
    return std::nullopt;
  }
  remember(url, *answer);
  visited_.insert(answer->url_reached);
  return open(std::move(*answer), url);
}

// A feed becomes `feed_`, other forms `records_`.
std::optional<Result<CapturedReport>> WebSource::open(FetchAnswer answer, const std::string& url) {
  const auto form =
      options_.form == InputForm::kAuto ? detect_form({}, answer.body) : options_.form;
  if (form == InputForm::kWarc) {
    return failure(ErrorCode::kBadValue, "an archive behind an address: save it and name the file",
                   url);
  }
  Capture capture = capture_of(url, answer);
  ReportDefaults defaults = defaults_;
  defaults.id = url;
  defaults.url = answer.url_reached;
  if (form != InputForm::kFeed) {
    auto opened = open_bytes(std::move(answer.body), form, url, std::move(defaults),
                             std::move(capture), answer.content_type);
    if (!opened) return tl::unexpected(std::move(opened.error()));
    records_ = std::move(opened->next);
    return std::nullopt;
  }
  auto reader = FeedReader::over(answer.body, url, std::move(defaults), answer.content_type);
  if (!reader) return tl::unexpected(std::move(reader.error()));
  feed_ = std::move(*reader);
  feed_capture_ = std::move(capture);
  feed_capture_.parent = "feed:" + url;
  const std::string next = resolve_address(answer.url_reached, feed_->feed().next);
  if (next.empty() || --options_.feed_pages < 1) return std::nullopt;
  if (visited_.count(next) == 0) {
    addresses_.push_back(next);
    return std::nullopt;
  }
  return failure(ErrorCode::kBadValue,
                 "the feed's next page is " + next +
                     ", which has been read: a feed that leads in a circle is not followed",
                 url);
}

// Nothing at the feed's end, or when the item was seen before.
std::optional<Result<CapturedReport>> WebSource::from_feed() {
  auto item = feed_->next();
  if (!item) {
    feed_.reset();
    return std::nullopt;
  }
  if (!*item) return tl::unexpected(std::move(item->error()));
  const bool summary = (*item)->summary_only;
  CapturedReport captured;
  captured.raw = std::move((*item)->raw);
  captured.capture = feed_capture_;
  captured.capture.media_type = "application/xml";
  captured.capture.published_printed = std::move((*item)->published_printed);
  captured.report = std::move((*item)->report);
  if (!summary || !options_.full || !captured.report.url) return captured;
  Remembered& known = web_.memory[*captured.report.url];
  if (known.seen == captured.report.sha256) {
    ++unchanged_;
    return std::nullopt;
  }
  auto page = full_page(captured);
  if (page) {
    web_.memory[*captured.report.url].seen = captured.report.sha256;
    return page;
  }
  ready_.push_back(std::move(captured));  // its summary is better than nothing
  return tl::unexpected(std::move(page.error()));
}

// The page of an item; what the page does not say, the item does.
Result<CapturedReport> WebSource::full_page(const CapturedReport& summary) {
  const std::string& url = *summary.report.url;
  if (visited_.count(url) > 0) {
    return failure(ErrorCode::kBadValue,
                   "an item links to the feed itself: not followed, its summary is read", url);
  }
  auto answer = web_.fetcher.fetch({url, {}, {}});
  if (!answer) return tl::unexpected(std::move(answer.error()));
  if (visited_.count(answer->url_reached) > 0 || looks_like_feed(answer->body)) {
    return failure(ErrorCode::kBadValue,
                   "an item links to a feed, no page: not followed, its summary is read", url);
  }
  ReportDefaults defaults;
  defaults.id = summary.report.id;
  defaults.url = answer->url_reached;
  defaults.outlet = summary.report.outlet;
  defaults.published = summary.report.published;
  Capture capture = capture_of(url, *answer);
  capture.parent = feed_capture_.parent;
  auto page = capture_page(std::move(answer->body), std::move(defaults), std::move(capture),
                           answer->content_type);
  if (!page) return failure(page.error().code, page.error().what, url);
  return page;
}

}  // namespace isnad
