// SPDX-License-Identifier: Apache-2.0
// Cuts folded text into tokens: words, numbers, words of other scripts, single punctuation marks.
//
//   word         the longest run of Arabic letters; clitics stay on (وبالقرية is one word)
//   number       digits with single separators . , : / - between them and no white space: 07:30,
//   16/1/2024, 1.5,
//                7-10-2023; also 1،200, an Arabic comma before exactly three digits
//   other script a run of letters of other scripts, digits and joining marks inside it: S-300,
//   a.b@c.org punctuation  one mark, symbol or emoji each
// Letters glued to digits are tokens of their own: لـ7 ("for 7") gives ل and 7; 20كم ("20 km")
// gives 20 and كم.
#pragma once

#include <string_view>
#include <vector>

#include "isnad/base/span.h"
#include "isnad/text/offset_map.h"
#include "isnad/text/text.h"

namespace isnad {

// Appends the tokens of folded[range] to `tokens`, in order. `range` must lie on character
// boundaries; no token crosses it, and the first has space_before. Linear.
void tokenise(std::string_view folded, TextSpan range, const OffsetMap& map,
              std::vector<Token>& tokens);

}  // namespace isnad
