// SPDX-License-Identifier: Apache-2.0
// Bytes of a named encoding to UTF-8.
#pragma once

#include <string>
#include <string_view>

#include "isnad/base/result.h"

namespace isnad {

// `encoding`: a name that iconv knows ("UTF-16LE", "CP1256"). `skipped`: how many bytes of the file
// stood before `bytes`, for the offset in errors. Errors: kBadEncoding, with the first byte that
// does not convert.
[[nodiscard]] Result<std::string> to_utf8(std::string_view bytes, const char* encoding,
                                          size_t skipped);

}  // namespace isnad
