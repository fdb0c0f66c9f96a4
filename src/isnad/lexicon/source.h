// SPDX-License-Identifier: Apache-2.0
// The lexicon as people write it: tables of rows (TSV) and event frames (TOML) in a language's
// folder.
//
// TSV: UTF-8, LF, one header line, tab-separated, no quoting; '#' starts a comment line; the first
// column is the row's Latin id. A comment "# table: NAME" names the table, else the file's stem
// does, so several files may feed one table. TOML files under frames/ hold [[frame]] blocks and
// feed the table "frames"; lists are joined with "; ". docs/formats/lexicon_text.md describes every
// column that the compiler itself understands.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/base/result.h"

namespace isnad {

struct SourceRow {
  std::string id;
  std::vector<std::string> fields;  // one a column of its table, in the table's order
  std::string where;                // file:line
};

struct SourceTable {
  std::string name;
  std::vector<std::string> columns;  // without "id"
  std::vector<SourceRow> rows;
  // Index of a column, or -1.
  [[nodiscard]] int column(std::string_view column_name) const;
  // The field, empty where the table has no such column.
  [[nodiscard]] std::string_view field(const SourceRow& row, std::string_view column_name) const;
};

// What is wrong, and where (file:line). All faults are found, not just the first.
struct LexiconFault {
  std::string where;
  std::string what;
};

struct LexiconSource {
  std::vector<SourceTable> tables;  // sorted by name; rows sorted by id
  std::vector<LexiconFault> faults;
};

// Reads all *.tsv and frames *.toml below each folder, in order; a row of a later folder replaces
// the row of the same table and id of an earlier one (a user's own additions). Unreadable files and
// bad lines become faults.
[[nodiscard]] LexiconSource read_lexicon_source(std::span<const std::filesystem::path> folders);

// One file's text. Total: any bytes give a table and faults.
[[nodiscard]] SourceTable parse_table(std::string_view text, std::string_view stem,
                                      const std::string& where, std::vector<LexiconFault>& faults);
[[nodiscard]] SourceTable parse_frames(std::string_view text, const std::string& where,
                                       std::vector<LexiconFault>& faults);

// The parts of a list field, trimmed; "; " separates them.
[[nodiscard]] std::vector<std::string_view> list_items(std::string_view field);

}  // namespace isnad
