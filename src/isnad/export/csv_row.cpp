// SPDX-License-Identifier: Apache-2.0
// Quoting, and nothing else.
#include "isnad/export/csv_row.h"

#include <algorithm>

namespace isnad {
namespace {

bool is_number(std::string_view value) {
  if (value.starts_with('-') || value.starts_with('+')) value.remove_prefix(1);
  return !value.empty() && std::all_of(value.begin(), value.end(),
                                       [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

// Text of strangers is shown in spreadsheets: what would run there gets an apostrophe before it.
bool would_run(std::string_view value) {
  return !value.empty() && std::string_view("=+-@\t\r").find(value[0]) != std::string_view::npos &&
         !is_number(value);
}

void append_value(std::string_view value, std::string& out) {
  const bool quoted = value.find_first_of(",\"\r\n") != std::string_view::npos || would_run(value);
  if (quoted) out += '"';
  if (would_run(value)) out += '\'';
  for (const char c : value) {
    if (c == '"') out += '"';
    out += c;
  }
  if (quoted) out += '"';
}

}  // namespace

void append_csv_row(const std::vector<std::string>& values, std::string& out) {
  for (size_t i = 0; i < values.size(); ++i) {
    if (i > 0) out += ',';
    append_value(values[i], out);
  }
  out += "\r\n";
}

}  // namespace isnad
