// SPDX-License-Identifier: Apache-2.0
// A coded report for people at a terminal: a block a claim, a line a field. Arabic stands in
// isolates, so that labels and figures keep their place (docs/decisions/0009); every colour only
// repeats what a word says.
#pragma once

#include <string>

#include "isnad/pipeline/coder.h"

namespace isnad {

struct TableOptions {
  bool colour = false;
  bool explain = false;  // adds the trace of each claim
};

// Appends the report's block, ending with an empty line. Linear; thread-safe; the same bytes for
// the same report.
void append_table(const CodedReport& coded, const TableOptions& options, std::string& out);

}  // namespace isnad
