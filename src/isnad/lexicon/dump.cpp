// SPDX-License-Identifier: Apache-2.0
// Rows back to lines; trailing empty cells are kept so that every line has the header's width.
#include "isnad/lexicon/dump.h"

namespace isnad {

std::vector<std::pair<std::string, std::string>> dump_lexicon(const Lexicon& lexicon) {
  std::vector<std::pair<std::string, std::string>> out;
  for (const auto name : lexicon.table_names()) {
    const auto columns = lexicon.columns(name);
    std::string text = "# table: " + std::string(name) + "\nid";
    for (const auto column : columns) (text += '\t') += column;
    text += '\n';
    const Table rows = lexicon.table(name);
    for (RowId row = rows.begin; row < rows.end; ++row) {
      text += lexicon.id(row);
      for (const auto column : columns) (text += '\t') += lexicon.field(row, column);
      text += '\n';
    }
    out.emplace_back(std::string(name), std::move(text));
  }
  return out;
}

}  // namespace isnad
