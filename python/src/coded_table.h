// SPDX-License-Identifier: Apache-2.0
// Coded reports as one table: a row a report, its claims as a list of structs in it. The columns
// carry the names and meanings of the contract (docs/reference/python_tables.md lists them);
// positions count code points of the text as given.
#pragma once

#include <string>
#include <string_view>

#include "column.h"
#include "isnad/base/result.h"
#include "isnad/pipeline/coder.h"

namespace isnad {

class CodedTable {
 public:
  CodedTable();

  // `json`: the contract's line without its newline.
  void add(const CodedReport& coded, std::string_view json);
  // A report that could not be read keeps its row: `id` as far as known, and what was wrong.
  void add_error(std::string_view id, const Error& error);

  [[nodiscard]] size_t size() const { return rows_.size(); }
  [[nodiscard]] bool overflown() const { return rows_.overflown(); }
  [[nodiscard]] ArrowSchema schema() const { return rows_.schema(); }
  // The table moves into the array; add nothing afterwards.
  [[nodiscard]] ArrowArray release() { return rows_.release(); }

 private:
  Column rows_;
};

}  // namespace isnad
