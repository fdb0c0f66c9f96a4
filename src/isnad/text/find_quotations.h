// SPDX-License-Identifier: Apache-2.0
// Pairs quotation marks inside one zone: “ ” « » ‹ › ‘ ’ and the straight " and ', nested and
// unclosed, and the pairs that some keyboards turn round (”…“, »…«).
//
// A mark closes the innermost open quotation of its own family, and those opened inside it stay
// unclosed. A closing mark that nothing opened is passed over when it stands as a closing one
// (glued to what is before it). What is still open at the zone's end is unclosed and ends there.
#pragma once

#include <string_view>
#include <vector>

#include "isnad/text/text.h"

namespace isnad {

// Appends the quotations of all[tokens], holders before what they hold. Linear (at most kDeepest
// open at once).
void find_quotations(std::string_view folded, const std::vector<Token>& all, TokenSpan tokens,
                     std::vector<Quotation>& quotations);

}  // namespace isnad
