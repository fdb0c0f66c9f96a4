// SPDX-License-Identifier: Apache-2.0
// The encoding of a page: byte-order mark, the HTTP header, the page's own meta element, and what
// its bytes look like. Goes out: valid UTF-8.
#pragma once

#include <string>
#include <string_view>

#include "isnad/base/result.h"

namespace isnad {

// `content_type`: of the HTTP response, empty when unknown. Bytes that are valid UTF-8 are UTF-8
// whatever is declared. A few damaged bytes (under one in a hundred) become U+FFFD, as in browsers.
// Errors: kEmpty, kBinary, kTooLarge, kBadEncoding. Linear.
// `most`: bytes allowed.
[[nodiscard]] Result<std::string> decode_page(std::string_view bytes, std::string_view content_type,
                                              size_t most);

// The value of charset in a Content-Type ("text/html; charset=windows-1256"), lower case; empty
// where there is none.
[[nodiscard]] std::string charset_of(std::string_view content_type);

}  // namespace isnad
