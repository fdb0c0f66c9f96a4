// SPDX-License-Identifier: Apache-2.0
// Pages out of a web archive (WARC 0.17 to 1.1, ISO 28500), plain or gzip, record by record: a
// response, resource or conversion record with HTML or plain text is a page; warcinfo, request,
// metadata and revisit records, other kinds of content and answers other than 200 are passed over
// and counted. Memory is bounded by the largest page allowed, whatever the archive's size or what
// its records declare.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "isnad/base/result.h"
#include "isnad/report/warc/archive_stream.h"

namespace isnad {

struct WarcPage {
  std::string url;           // WARC-Target-URI
  std::string date;          // WARC-Date, as given: 2024-01-16T10:12:00Z
  std::string record_id;     // without its angle brackets
  std::string http_headers;  // of a response; empty otherwise
  std::string content_type;  // "text/html; charset=utf-8", of the response or the record
  std::string body;          // unpacked
  uint64_t offset = 0;       // of the record in the archive
};

// The most bytes of one page as stored, and unpacked.
inline constexpr size_t kLargestArchivedPage = size_t{8} << 20;

class WarcReader {
 public:
  // `name` stands in errors for the archive.
  WarcReader(ByteSource source, std::string name);

  // The next page, or what is wrong with a record; none after the last. After an error reading goes
  // on with the next record that can be found. Errors, with the record's offset: kDamagedFile (cut
  // off, no WARC, packed wrongly), kTooLarge (a page over 8 MiB, a declared length beyond reason, a
  // zip bomb), kBadEncoding.
  [[nodiscard]] std::optional<Result<WarcPage>> next();

  // Records that hold no page: requests, images, redirects …
  [[nodiscard]] size_t passed_over() const { return passed_over_; }
  [[nodiscard]] uint64_t taken() const { return stream_.taken(); }

 private:
  enum class Found { kPage, kNothing, kEnd };
  struct Record;

  Result<bool> need(size_t bytes);
  Result<Found> read_record(WarcPage& page);
  Result<bool> skip(uint64_t bytes);
  Result<std::string> take(uint64_t bytes);
  Result<Found> read_content(const Record& record, WarcPage& page);
  Result<Found> pass_over(uint64_t bytes);
  [[nodiscard]] tl::unexpected<Error> fault(ErrorCode code, std::string what) const;
  bool find_record();
  std::string_view rest() const { return std::string_view(buffer_).substr(at_); }

  ArchiveStream stream_;
  std::string name_;
  std::string buffer_;
  size_t at_ = 0;
  uint64_t buffer_offset_ = 0;  // plain archives: of buffer_[0]
  uint64_t record_offset_ = 0;
  size_t passed_over_ = 0;
  bool lost_ = false;  // the end of the record being read is not known
  bool ended_ = false;
};

// Do the first bytes begin an archive, packed or not? They may be cut anywhere.
[[nodiscard]] bool looks_like_warc(std::string_view bytes);

}  // namespace isnad
