// SPDX-License-Identifier: Apache-2.0
// An HTTP response as an archive keeps it: status line, header fields, body as it went over the
// wire.
#pragma once

#include <string>
#include <string_view>

#include "isnad/base/result.h"

namespace isnad {

struct HttpHead {
  int status = 0;
  std::string fields;  // as received, without the status line, lines ended with \n
  size_t size = 0;     // bytes up to and with the empty line
};

// The head of `message`; kBadValue when it is none or is cut off.
[[nodiscard]] Result<HttpHead> parse_http_head(std::string_view message);

// The value of a header field, trimmed; names compared without case; the first of several.
// `fields`: lines "Name: value".
[[nodiscard]] std::string_view header_field(std::string_view fields, std::string_view name);

// "text/html" of "text/html; charset=utf-8", lower case.
[[nodiscard]] std::string media_type_of(std::string_view content_type);

// Undoes chunked transfer and gzip or deflate content encodings, as the fields say; a body that
// some earlier tool has already undone is left as it is. At most `most` bytes. Errors:
// kDamagedFile, kTooLarge, kBadEncoding (an encoding that we do not unpack).
[[nodiscard]] Result<std::string> decode_http_body(std::string_view fields, std::string_view body,
                                                   size_t most);

}  // namespace isnad
