// SPDX-License-Identifier: Apache-2.0
// The reports behind a web address: a page, or a feed with its further pages and, where wanted, the
// pages that its summaries link to.
#pragma once

#include <deque>
#include <functional>
#include <optional>
#include <set>
#include <string>

#include "input_form.h"
#include "isnad/fetch/fetch.h"
#include "isnad/fetch/fetch_memory.h"
#include "isnad/report/captured_report.h"
#include "isnad/report/feed/feed_reader.h"
#include "isnad/report/read_plain.h"

namespace isnad {

struct WebOptions {
  InputForm form = InputForm::kAuto;
  bool full = false;   // fetch the page of an item that has only a summary
  int feed_pages = 1;  // of a feed that has older pages (RFC 5005), this one counted
};

// What the web is asked through; all outlive the source.
struct Web {
  const Fetcher& fetcher;
  FetchMemory& memory;
  std::function<std::string()> now;  // UTC, 2024-01-16T10:12:00Z
};

class WebSource {
 public:
  // `defaults.id` is not used: ids are addresses, or a feed's own.
  WebSource(std::string url, WebOptions options, Web web, ReportDefaults defaults);

  // The next report or what is wrong with it; none after the last. What the server says has not
  // changed since the memory's last answer gives nothing. A feed whose next page is one already
  // read, or an item that leads to a feed, is named and not followed.
  [[nodiscard]] std::optional<Result<CapturedReport>> next();

  // Answers 304, and items seen before.
  [[nodiscard]] size_t unchanged() const { return unchanged_; }

 private:
  std::optional<Result<CapturedReport>> fetch_next();
  std::optional<Result<CapturedReport>> from_feed();
  std::optional<Result<CapturedReport>> open(FetchAnswer answer, const std::string& url);
  Result<CapturedReport> full_page(const CapturedReport& summary);
  Result<FetchAnswer> ask(const std::string& url);
  void remember(const std::string& url, const FetchAnswer& answer);
  [[nodiscard]] Capture capture_of(const std::string& url, const FetchAnswer& answer) const;

  WebOptions options_;
  Web web_;
  ReportDefaults defaults_;
  std::deque<std::string> addresses_;  // still to be fetched
  std::set<std::string> visited_;
  std::deque<Result<CapturedReport>> ready_;
  std::optional<FeedReader> feed_;
  Capture feed_capture_;
  CapturedReports records_;
  size_t unchanged_ = 0;
};

}  // namespace isnad
