// SPDX-License-Identifier: Apache-2.0
// The door for archives: any bytes, in pieces of any size, come to an end; what is wrong is named
// with its place.
#include <algorithm>
#include <cstring>

#include "isnad/report/captured_page.h"
#include "text_invariants.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const size_t step = size == 0 ? 1 : 1 + data[size - 1] * 16U;
  size_t at = 0;
  isnad::WarcReader reader(
      [&](char* to, size_t most) -> isnad::Result<size_t> {
        const size_t part = std::min({most, step, size - at});
        std::memcpy(to, data + at, part);
        at += part;
        return part;
      },
      "fuzz");
  auto reports = isnad::capture_archive(std::move(reader), "fuzz", {});
  size_t records = 0;
  while (const auto report = reports()) {
    isnad::fuzzing::require(++records <= 2 * size + 2);
    if (!*report) {
      isnad::fuzzing::require(report->error().where.starts_with("fuzz"));
      continue;
    }
    isnad::fuzzing::require(!(*report)->capture.parent.empty());
    isnad::fuzzing::check_text((*report)->report);
  }
  return 0;
}
