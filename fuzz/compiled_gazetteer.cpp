// SPDX-License-Identifier: Apache-2.0
// The reader of the compiled gazetteer: bytes become the file (with its checksum put right, so that
// the fuzzer gets past it) and, if it loads, are asked for names and paths.
#include <xxhash.h>

#include <cstring>
#include <vector>

#include "isnad/mention/place/gazetteer.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  constexpr size_t kHeader = 64, kHashAt = 56;
  struct alignas(64) Line {
    uint8_t bytes[64];
  };
  std::vector<Line> room(size / 64 + 2);
  auto* bytes = reinterpret_cast<uint8_t*>(room.data());
  std::memcpy(bytes, data, size);
  if (size > kHeader) {
    const uint64_t hash = XXH3_64bits(bytes + kHeader, size - kHeader);
    std::memcpy(bytes + kHashAt, &hash, sizeof hash);
  }
  const auto gazetteer =
      isnad::Gazetteer::view({reinterpret_cast<const std::byte*>(bytes), size}, "fuzz");
  if (!gazetteer) return 0;
  for (const uint32_t posting : gazetteer->find_name("حلب")) {  // Aleppo
    if ((posting & isnad::kPostingCue) == 0) (void)gazetteer->place(posting & isnad::kPostingIndex);
  }
  for (isnad::PlaceRow row = 0; row < gazetteer->size() && row < 50; ++row)
    (void)gazetteer->path_ar(row);
  return 0;
}
