// SPDX-License-Identifier: Apache-2.0
// The door for JSON Lines: any bytes give as many reports or errors as there are lines that are not
// blank.
#include <simdjson.h>

#include "isnad/report/json_lines_reader.h"
#include "text_invariants.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  auto reader = isnad::JsonLinesReader::over(bytes, "fuzz", {});
  const size_t lines = static_cast<size_t>(std::count(bytes.begin(), bytes.end(), '\n')) + 1;
  size_t records = 0;
  while (const auto next = reader.next()) {
    isnad::fuzzing::require(++records <= lines);
    if (!*next) {
      isnad::fuzzing::require(!next->error().what.empty() && !next->error().where.empty());
      continue;
    }
    const isnad::Report& report = **next;
    isnad::fuzzing::require(simdjson::validate_utf8(report.text.data(), report.text.size()));
    isnad::fuzzing::require(report.given_begin < report.text.size());
    isnad::fuzzing::check_text(report);
  }
  return 0;
}
