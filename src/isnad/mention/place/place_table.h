// SPDX-License-Identifier: Apache-2.0
// Tab-separated tables with a header, as the gazetteer and the cue words are written: reading them
// into rows of named fields, with every fault named by file and line. Knows nothing of places.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/base/result.h"

namespace isnad {

// One file's rows. Views point into `bytes`; moving the table keeps them valid.
class PlaceTable {
 public:
  // Reads a file. Errors: kMissingFile, kCannotRead; kBadLexicon for what parse refuses.
  [[nodiscard]] static Result<PlaceTable> read(const std::filesystem::path& path);
  // The same over text in memory; `where` names it in faults. Errors: kBadLexicon (no header, a
  // column named twice, a row with another number of fields, an id that is empty, repeated or out
  // of order).
  [[nodiscard]] static Result<PlaceTable> parse(std::string text, std::string where);

  [[nodiscard]] size_t size() const { return lines_.size(); }
  [[nodiscard]] bool has(std::string_view column) const;
  // The field of a row by column name; empty when there is no such column.
  [[nodiscard]] std::string_view field(size_t row, std::string_view column) const;
  [[nodiscard]] std::string where(size_t row) const;  // "file:line"

 private:
  struct Field {
    size_t begin = 0, size = 0;
  };
  [[nodiscard]] Result<bool> check_ids() const;
  std::string bytes_;
  std::string where_;
  std::vector<std::string> columns_;
  std::vector<Field> fields_;  // columns_.size() a row
  std::vector<size_t> lines_;  // line number of each row
};

// The parts of a list field "a; b; c", without spaces around them; none for an empty field.
[[nodiscard]] std::vector<std::string_view> list_of(std::string_view field);

// A decimal number that fills the whole field. Errors: kBadLexicon.
[[nodiscard]] Result<double> number_of(std::string_view field, const std::string& where);

}  // namespace isnad
