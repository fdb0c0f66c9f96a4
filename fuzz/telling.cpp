// SPDX-License-Identifier: Apache-2.0
// The door for tellings read from a database: any words give a telling or nothing, and what is a
// telling packs to words that give the same again.
#include "isnad/incident/telling.h"

#include <cstring>

#include "isnad/incident/blocking.h"
#include "text_invariants.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::vector<uint32_t> words(size / sizeof(uint32_t));
  std::memcpy(words.data(), data, words.size() * sizeof(uint32_t));
  const auto telling = isnad::unpack(words);
  if (!telling) return 0;
  const auto again = isnad::unpack(isnad::pack(*telling));
  isnad::fuzzing::require(again.has_value() && isnad::pack(*again) == isnad::pack(*telling));
  return 0;
}
