// SPDX-License-Identifier: Apache-2.0
// A paragraph of plain text as one sentence, as treebanks and people who try the analyser give it.
#pragma once

#include <string>
#include <string_view>

#include "isnad/analysis/analyser.h"

namespace isnad {

// `line`: valid UTF-8. The sentence's tokens cover every character that is no white space.
[[nodiscard]] Text make_paragraph(std::string_view line);

// Appends the analysis of one paragraph as CoNLL-U.
void append_paragraph_conllu(const Analyser& analyser, std::string_view line,
                             AnalysisWorkspace& work, std::string& out);

}  // namespace isnad
