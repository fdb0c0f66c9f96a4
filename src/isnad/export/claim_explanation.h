// SPDX-License-Identifier: Apache-2.0
// A stored claim for people: the sentence, the words matched, the rule, and why each field has its
// value.
#pragma once

#include <string>
#include <vector>

#include "isnad/incident/coded_record.h"

namespace isnad {

// Appends a block of lines. `incidents`: names of those the claim went to.
void append_explanation(const ReportRecord& report, const ClaimRecord& claim,
                        const std::vector<std::string>& incidents, std::string& out);

}  // namespace isnad
