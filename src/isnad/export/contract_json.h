// SPDX-License-Identifier: Apache-2.0
// A coded report as the contract's JSON (schema isnad.report/1, docs/schema/report.schema.json):
// one line.
#pragma once

#include <string>

#include "isnad/pipeline/coder.h"

namespace isnad {

struct ContractOptions {
  bool with_text = false;  // adds report.text, the text that the offsets count in
  bool explain = false;    // adds trace to each claim: a line a decision
};

// Appends the line, its newline included. Spans are counted in Unicode code points of the text as
// given; those in a title that came as a field of its own count in the title and say "in": "title".
// Linear in text and claims. Thread-safe; the same bytes for the same report.
void append_contract_json(const CodedReport& coded, const ContractOptions& options,
                          std::string& out);

}  // namespace isnad
