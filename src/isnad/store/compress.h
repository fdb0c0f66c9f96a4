// SPDX-License-Identifier: Apache-2.0
// Bytes made smaller for the store, and back.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "isnad/base/result.h"

namespace isnad {

// A zstd frame that states its size.
[[nodiscard]] std::string compress(std::string_view bytes);
// Errors: kDamagedFile (no whole frame), kTooLarge (it says it holds over 256 MiB).
[[nodiscard]] Result<std::string> decompress(std::string_view frame);

// A text or frame as a blob to bind.
[[nodiscard]] inline std::span<const std::byte> as_blob(std::string_view bytes) {
  return std::as_bytes(std::span(bytes.data(), bytes.size()));
}

}  // namespace isnad
