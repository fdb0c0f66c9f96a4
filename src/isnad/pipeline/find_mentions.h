// SPDX-License-Identifier: Apache-2.0
// All finders of `mention/` over one text, in the order in which they need each other.
#pragma once

#include <span>
#include <vector>

#include "isnad/mention/mentions.h"
#include "isnad/pipeline/code_report.h"
#include "isnad/report/warning.h"

namespace isnad {

// `warnings` receives what the finders noticed about the text.
[[nodiscard]] Mentions find_mentions(const Knowledge& knowledge, const Report& report,
                                     const Text& text, std::span<const Match> matches,
                                     const Analysis& analysis, NameWorkspace& work,
                                     std::vector<Warning>& warnings);

}  // namespace isnad
