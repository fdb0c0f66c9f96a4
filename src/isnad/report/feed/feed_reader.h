// SPDX-License-Identifier: Apache-2.0
// Reports from the items of a feed: title, text, time, author, address; the outlet is the feed's
// title. An item with its full text gives the article, one with a summary gives title and summary
// and says so, for whoever wants to fetch the page.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "isnad/base/result.h"
#include "isnad/report/feed/feed_document.h"
#include "isnad/report/read_plain.h"
#include "isnad/report/report.h"

namespace isnad {

struct FeedReport {
  Report report;    // sha256 is of `raw`
  std::string raw;  // the item's element, as UTF-8
  std::string published_printed;
  bool summary_only = false;
};

class FeedReader {
 public:
  // `name` stands in errors; `defaults.url` is the feed's own address, where it has one, against
  // which links are made whole. Errors: those of parse_feed.
  [[nodiscard]] static Result<FeedReader> over(std::string_view bytes, std::string name,
                                               ReportDefaults defaults,
                                               std::string_view content_type = {});

  // The next item or what is wrong with it; none after the last. A feed that breaks off gives what
  // it holds, then one error (kDamagedFile). Errors: kEmpty (an item without text).
  [[nodiscard]] std::optional<Result<FeedReport>> next();

  [[nodiscard]] const FeedDocument& feed() const { return feed_; }

 private:
  FeedReader() = default;
  [[nodiscard]] Result<FeedReport> read(const FeedItem& item, size_t number) const;

  FeedDocument feed_;
  std::string name_;
  ReportDefaults defaults_;
  size_t next_ = 0;
  bool ended_ = false;
};

// Do the first bytes look like a feed, or like other XML that is no page? They may be cut anywhere.
[[nodiscard]] bool looks_like_feed(std::string_view bytes);

}  // namespace isnad
