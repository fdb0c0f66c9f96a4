// SPDX-License-Identifier: Apache-2.0
// The door for plain text: any bytes give a report whose text keeps its promises, or an error with
// a sentence.
#include <simdjson.h>

#include "isnad/report/read_plain.h"
#include "text_invariants.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto report = isnad::read_plain(bytes, {});
  if (!report) {
    isnad::fuzzing::require(!report.error().what.empty());
    return 0;
  }
  isnad::fuzzing::require(simdjson::validate_utf8(report->text.data(), report->text.size()));
  isnad::fuzzing::check_text(*report);
  return 0;
}
