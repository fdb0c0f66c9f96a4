// SPDX-License-Identifier: Apache-2.0
// RFC 9112, as far as stored responses need it.
#include "isnad/report/warc/http_message.h"

#include <algorithm>
#include <optional>

#include "isnad/report/layout_line.h"
#include "isnad/report/warc/archive_stream.h"

namespace isnad {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

// The size of a chunk in the line that begins at `at`, which then stands behind the line.
std::optional<size_t> chunk_size(std::string_view body, size_t& at) {
  const size_t end = body.find('\n', at);
  if (end == std::string_view::npos || end - at > 200) return std::nullopt;
  size_t size = 0;
  size_t digits = 0;
  for (; at < end; ++at, ++digits) {
    const char c = body[at];
    const int value = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : -1;
    if (value < 0) break;
    if (digits >= 12) return std::nullopt;
    size = size * 16 + static_cast<size_t>(value);
  }
  const bool ends = body[at] == '\r' || body[at] == '\n' || body[at] == ';' || body[at] == ' ';
  if (digits == 0 || !ends) return std::nullopt;
  at = end + 1;
  return size;
}

Result<std::string> without_chunks(std::string_view body) {
  std::string out;
  size_t at = 0;
  for (bool first = true;; first = false) {
    const auto size = chunk_size(body, at);
    if (!size && first) return std::string(body);  // undone before it was stored
    if (!size || *size > body.size() - at)
      return failure(ErrorCode::kDamagedFile, "the body breaks off inside a chunk");
    if (*size == 0) return out;
    out += body.substr(at, *size);
    at += *size;
    if (at < body.size() && body[at] == '\r') ++at;
    if (at < body.size() && body[at] == '\n') ++at;
  }
}

bool is_packed(std::string_view body) {
  return body.starts_with("\x1F\x8B") ||
         (body.size() > 1 && body[0] == '\x78' &&
          (static_cast<unsigned char>(body[0]) * 256U + static_cast<unsigned char>(body[1])) % 31 ==
              0);
}

}  // namespace

Result<HttpHead> parse_http_head(std::string_view message) {
  size_t end = message.find("\r\n\r\n");
  size_t width = 4;
  if (const size_t bare = message.find("\n\n"); bare < end) {
    end = bare;
    width = 2;
  }
  if (!message.starts_with("HTTP/") || end == std::string_view::npos)
    return failure(ErrorCode::kBadValue, "no HTTP response, or its head breaks off");
  HttpHead head;
  head.size = end + width;
  const size_t line = message.find('\n');
  const size_t space = message.find(' ');
  if (space < line && space + 4 <= message.size()) {
    for (char c : message.substr(space + 1, 3)) {
      if (c < '0' || c > '9') return failure(ErrorCode::kBadValue, "a response without a status");
      head.status = head.status * 10 + (c - '0');
    }
  }
  for (char c : message.substr(line + 1, end > line ? end - line - 1 : 0))
    if (c != '\r') head.fields += c;
  head.fields += '\n';
  return head;
}

std::string_view header_field(std::string_view fields, std::string_view name) {
  while (!fields.empty()) {
    const size_t end = std::min(fields.find('\n'), fields.size());
    const std::string_view line = fields.substr(0, end);
    fields.remove_prefix(std::min(end + 1, fields.size()));
    const size_t colon = line.find(':');
    if (colon != name.size()) continue;
    const bool same = std::equal(name.begin(), name.end(), line.begin(), [](char a, char b) {
      return (a >= 'A' && a <= 'Z' ? a + 32 : a) == (b >= 'A' && b <= 'Z' ? b + 32 : b);
    });
    if (same) return trim(line.substr(colon + 1));
  }
  return {};
}

std::string media_type_of(std::string_view content_type) {
  return lower(trim(content_type.substr(0, content_type.find(';'))));
}

Result<std::string> decode_http_body(std::string_view fields, std::string_view body, size_t most) {
  std::string plain(body);
  if (lower(header_field(fields, "Transfer-Encoding")).find("chunked") != std::string::npos) {
    auto whole = without_chunks(body);
    if (!whole) return whole;
    plain = std::move(*whole);
  }
  const std::string encoding = lower(header_field(fields, "Content-Encoding"));
  if (encoding.empty() || encoding == "identity") return plain;
  if (encoding != "gzip" && encoding != "x-gzip" && encoding != "deflate") {
    return failure(ErrorCode::kBadEncoding, "the body is packed as \"" + encoding.substr(0, 20) +
                                                "\", which is not unpacked here (gzip, deflate)");
  }
  if (encoding != "deflate" && !is_packed(plain)) return plain;
  return unpack(plain, most);
}

}  // namespace isnad
