// SPDX-License-Identifier: Apache-2.0
// A plain tokeniser for measuring: one line is one sentence; words, numbers with their separators, single marks.
// The engine's own text/ does this for reports; treebank text comes one paragraph a line and needs no more.
#pragma once

#include <string_view>

#include "isnad/text/text.h"

namespace isnad::train {

// Spans are into `line`; one sentence of all tokens, none if the line is blank.
[[nodiscard]] Text tokenise_line(std::string_view line);

}  // namespace isnad::train
