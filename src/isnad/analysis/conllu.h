// SPDX-License-Identifier: Apache-2.0
// An analysis as CoNLL-U: one block a sentence, tokens of several words with their range line,
// margins in MISC.
#pragma once

#include <string>
#include <string_view>

#include "isnad/analysis/analysis.h"
#include "isnad/text/text.h"

namespace isnad {

// Appends the sentences of `analysis`. Surfaces come from `report_text`, to which the text's
// ByteSpans belong.
void append_conllu(const Analysis& analysis, const Text& text, std::string_view report_text,
                   std::string& out);

}  // namespace isnad
