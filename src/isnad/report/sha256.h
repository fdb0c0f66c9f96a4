// SPDX-License-Identifier: Apache-2.0
// The fingerprint of a report's raw bytes: the same bytes are the same report, wherever they were
// found.
#pragma once

#include <string>
#include <string_view>

namespace isnad {

// 64 lower-case hex digits of SHA-256.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace isnad
