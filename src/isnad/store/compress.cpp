// SPDX-License-Identifier: Apache-2.0
// The only file that includes zstd.
#include "isnad/store/compress.h"

#include <zstd.h>

namespace isnad {
namespace {

// Level 3 of 22: two thirds of the size that level 1 leaves, in some tens of microseconds a report.
constexpr int kLevel = 3;
constexpr unsigned long long kLargest = 256ULL << 20U;

}  // namespace

std::string compress(std::string_view bytes) {
  std::string frame(ZSTD_compressBound(bytes.size()), '\0');
  const size_t size = ZSTD_compress(frame.data(), frame.size(), bytes.data(), bytes.size(), kLevel);
  frame.resize(ZSTD_isError(size) != 0 ? 0 : size);
  return frame;
}

Result<std::string> decompress(std::string_view frame) {
  const unsigned long long size = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN)
    return failure(ErrorCode::kDamagedFile, "compressed bytes that are no zstd frame");
  if (size > kLargest)
    return failure(ErrorCode::kTooLarge, "compressed bytes that claim to be over 256 MiB");
  std::string bytes(size, '\0');
  const size_t read = ZSTD_decompress(bytes.data(), bytes.size(), frame.data(), frame.size());
  if (ZSTD_isError(read) != 0 || read != size)
    return failure(ErrorCode::kDamagedFile, "compressed bytes that do not unpack");
  return bytes;
}

}  // namespace isnad
