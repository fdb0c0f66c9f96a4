// SPDX-License-Identifier: Apache-2.0
// Lengths that records declare are believed only up to the largest page: beyond that a record is
// passed over as it stands, or the next one is searched for.
#include "isnad/report/warc/warc_reader.h"

#include <zlib.h>

#include <algorithm>
#include <array>

#include "isnad/report/layout_line.h"
#include "isnad/report/warc/http_message.h"

namespace isnad {

struct WarcReader::Record {
  std::string fields;
  std::string type;
  std::string content_type;
  uint64_t length = 0;
};

namespace {

constexpr size_t kLargestHead = size_t{64} << 10;
// A record that is no page may be a film; nothing in an archive of news is longer than this.
constexpr uint64_t kLongestRecord = uint64_t{2} << 30;

std::optional<uint64_t> number_of(std::string_view text) {
  if (text.empty() || text.size() > 18) return std::nullopt;
  uint64_t value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<uint64_t>(c - '0');
  }
  return value;
}

bool is_page(std::string_view media_type) {
  return media_type == "text/html" || media_type == "application/xhtml+xml" ||
         media_type == "text/plain";
}

std::string without_brackets(std::string_view text) {
  if (text.starts_with('<') && text.ends_with('>')) text = text.substr(1, text.size() - 2);
  return std::string(text);
}

}  // namespace

WarcReader::WarcReader(ByteSource source, std::string name)
    : stream_(std::move(source)), name_(std::move(name)) {}

tl::unexpected<Error> WarcReader::fault(ErrorCode code, std::string what) const {
  return failure(code, std::move(what),
                 name_ + ": record at byte " + std::to_string(record_offset_));
}

// At least so many bytes behind at_; false when the archive ends before.
Result<bool> WarcReader::need(size_t bytes) {
  while (buffer_.size() - at_ < bytes) {
    if (at_ > (size_t{1} << 20) || at_ == buffer_.size()) {
      buffer_offset_ += at_;
      buffer_.erase(0, at_);
      at_ = 0;
    }
    const bool empty = buffer_.empty();
    auto more = stream_.read(buffer_);
    if (empty && more && *more) buffer_offset_ = stream_.offset();
    if (!more) return more;
    if (!*more) return false;
  }
  return true;
}

Result<bool> WarcReader::skip(uint64_t bytes) {
  while (bytes > 0) {
    auto more = need(1);
    if (!more || !*more) return more;
    const auto step = std::min<uint64_t>(bytes, buffer_.size() - at_);
    at_ += static_cast<size_t>(step);
    bytes -= step;
  }
  return true;
}

Result<std::string> WarcReader::take(uint64_t bytes) {
  auto enough = need(static_cast<size_t>(bytes));
  if (!enough) return tl::unexpected(enough.error());
  if (!*enough) return fault(ErrorCode::kDamagedFile, "the archive breaks off inside this record");
  std::string taken(rest().substr(0, static_cast<size_t>(bytes)));
  at_ += static_cast<size_t>(bytes);
  return taken;
}

Result<WarcReader::Found> WarcReader::pass_over(uint64_t bytes) {
  ++passed_over_;
  auto done = skip(bytes);
  if (!done) return tl::unexpected(done.error());
  lost_ = !*done;
  if (lost_) return fault(ErrorCode::kDamagedFile, "the archive breaks off inside this record");
  return Found::kNothing;
}

Result<WarcReader::Found> WarcReader::read_content(const Record& record, WarcPage& page) {
  const bool response = record.type == "response";
  if (!response && record.type != "resource" && record.type != "conversion")
    return pass_over(record.length);
  uint64_t left = record.length;
  page.content_type = record.content_type;
  if (response) {
    if (media_type_of(record.content_type) != "application/http") return pass_over(left);
    const auto head_size = static_cast<size_t>(std::min<uint64_t>(left, kLargestHead));
    if (auto enough = need(head_size); !enough) return tl::unexpected(enough.error());
    const auto head = parse_http_head(rest().substr(0, head_size));
    if (!head || head->status != 200) return pass_over(left);
    page.http_headers = head->fields;
    page.content_type = header_field(head->fields, "Content-Type");
    at_ += head->size;
    left -= head->size;
  }
  const std::string media_type = media_type_of(page.content_type);
  if (!is_page(media_type)) return pass_over(left);
  if (left > kLargestArchivedPage) {
    auto passed = pass_over(left);
    if (!passed) return passed;
    return fault(ErrorCode::kTooLarge,
                 "a page of " + std::to_string(left >> 20) + " MiB; over 8 MiB is no news page");
  }
  auto body = take(left);
  if (!body) return tl::unexpected(body.error());
  lost_ = false;
  auto plain = decode_http_body(page.http_headers, *body, kLargestArchivedPage);
  if (!plain) return fault(plain.error().code, plain.error().what);
  page.body = std::move(*plain);
  return Found::kPage;
}

Result<WarcReader::Found> WarcReader::read_record(WarcPage& page) {
  lost_ = true;
  for (;;) {  // line ends between records
    auto more = need(1);
    if (!more) return tl::unexpected(more.error());
    if (!*more) return Found::kEnd;
    if (buffer_[at_] != '\r' && buffer_[at_] != '\n') break;
    ++at_;
  }
  record_offset_ = stream_.packed() ? stream_.offset() : buffer_offset_ + at_;
  // Byte by byte of what is at hand before more is read: the next member may be damaged.
  size_t end = std::string::npos;
  for (size_t searched = 0;;) {
    const std::string_view head = rest().substr(0, kLargestHead);
    if (head.size() >= 5 && !head.starts_with("WARC/"))
      return fault(ErrorCode::kDamagedFile, "no WARC record begins here");
    end = head.find("\r\n\r\n", searched - std::min<size_t>(searched, 3));
    if (end != std::string::npos) break;
    if (head.size() == kLargestHead)
      return fault(ErrorCode::kDamagedFile, "the record's head does not end");
    searched = head.size();
    const auto more = need(searched + 1);
    if (!more) return tl::unexpected(more.error());
    if (!*more) {
      return fault(ErrorCode::kDamagedFile, rest().starts_with("WARC/")
                                                ? "the archive breaks off inside a record's head"
                                                : "no WARC record begins here");
    }
  }
  Record record;
  for (char c : rest().substr(0, end))
    if (c != '\r') record.fields += c;
  at_ += end + 4;
  const auto length = number_of(header_field(record.fields, "Content-Length"));
  record.type = header_field(record.fields, "WARC-Type");
  if (!length || record.type.empty())
    return fault(ErrorCode::kDamagedFile, "a record without WARC-Type or Content-Length");
  if (*length > kLongestRecord) {
    return fault(ErrorCode::kTooLarge, "a record that declares " + std::to_string(*length >> 30) +
                                           " GiB; it is passed over");
  }
  record.length = *length;
  record.content_type = header_field(record.fields, "Content-Type");
  page.url = without_brackets(header_field(record.fields, "WARC-Target-URI"));
  page.date = header_field(record.fields, "WARC-Date");
  page.record_id = without_brackets(header_field(record.fields, "WARC-Record-ID"));
  page.offset = record_offset_;
  return read_content(record, page);
}

// After damage: to the next record's first byte, in the buffer or further on. False: none.
bool WarcReader::find_record() {
  constexpr std::string_view kBegin = "\r\nWARC/";
  if (stream_.packed()) {
    buffer_.clear();
    at_ = 0;
    return stream_.go_on();
  }
  for (;;) {
    if (const size_t found = buffer_.find(kBegin, at_); found != std::string::npos) {
      at_ = found + 2;
      return true;
    }
    at_ = std::max(at_, buffer_.size() - std::min(buffer_.size(), kBegin.size() - 1));
    const auto more = need(buffer_.size() - at_ + 1);
    if (!more || !*more) return false;
  }
}

std::optional<Result<WarcPage>> WarcReader::next() {
  while (!ended_) {
    WarcPage page;
    auto found = read_record(page);
    if (found) {
      if (*found == Found::kPage) return page;
      ended_ = *found == Found::kEnd;
      continue;
    }
    Error error = std::move(found.error());
    if (!error.where.starts_with(name_))
      error.where = name_ + (error.where.empty() ? "" : ": " + error.where);
    ended_ = error.code == ErrorCode::kCannotRead || (lost_ && !find_record());
    return tl::unexpected(std::move(error));
  }
  return std::nullopt;
}

bool looks_like_warc(std::string_view bytes) {
  if (bytes.starts_with("WARC/")) return true;
  if (!bytes.starts_with("\x1F\x8B")) return false;
  std::array<char, 16> out{};
  z_stream stream{};
  if (inflateInit2(&stream, 15 + 16) != Z_OK) return false;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = out.size();
  inflate(&stream, Z_SYNC_FLUSH);
  inflateEnd(&stream);
  return std::string_view(out.data(), 5) == "WARC/";
}

}  // namespace isnad
