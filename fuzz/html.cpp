// SPDX-License-Identifier: Apache-2.0
// The door for pages: any bytes, under any declared encoding, give a report that holds together or
// an error that says something.
#include <simdjson.h>

#include "isnad/report/html/read_html.h"
#include "text_invariants.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  // The first byte chooses what the server said.
  const char* kTypes[] = {"", "text/html; charset=windows-1256", "text/html; charset=utf-8",
                          "text/html; charset=iso-8859-6"};
  const char* type = kTypes[size == 0 ? 0 : data[0] % 4];
  isnad::ReportDefaults defaults;
  defaults.url = "https://news.example/2024/01/16/a.html";
  const auto page = isnad::read_html(bytes, defaults, type);
  if (!page) {
    isnad::fuzzing::require(!page.error().what.empty());
    return 0;
  }
  const isnad::Report& report = page->report;
  isnad::fuzzing::require(simdjson::validate_utf8(report.text.data(), report.text.size()));
  isnad::fuzzing::require(report.given_begin < report.text.size());
  for (const auto& field : {report.title, report.outlet, report.byline})
    if (field) isnad::fuzzing::require(simdjson::validate_utf8(field->data(), field->size()));
  isnad::fuzzing::check_text(report);
  return 0;
}
