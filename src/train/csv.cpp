// SPDX-License-Identifier: Apache-2.0
// One pass, one flag: inside quotes or not.
#include "train/csv.h"

namespace isnad::train {

std::vector<std::vector<std::string>> read_csv(std::string_view text, char separator) {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> row;
  std::string field;
  bool quoted = false;
  bool any = false;  // something stands in this row
  const auto end_row = [&] {
    if (!any) return;
    row.push_back(std::move(field));
    field.clear();
    rows.push_back(std::move(row));
    row.clear();
    any = false;
  };
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c != '"') {
        field += c;
      } else if (i + 1 < text.size() && text[i + 1] == '"') {
        field += '"';
        ++i;
      } else {
        quoted = false;
      }
      continue;
    }
    if (c == '\n') {
      end_row();
      continue;
    }
    if (c == '\r') continue;
    any = true;
    if (c == separator) {
      row.push_back(std::move(field));
      field.clear();
    } else if (c == '"' && field.empty()) {
      quoted = true;
    } else {
      field += c;
    }
  }
  end_row();
  return rows;
}

}  // namespace isnad::train
