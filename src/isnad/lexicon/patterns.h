// SPDX-License-Identifier: Apache-2.0
// The patterns a row stands for, inflected: between the text of a row and the automaton.
#pragma once

#include <vector>

#include "isnad/lexicon/inflect.h"
#include "isnad/lexicon/layout.h"
#include "isnad/lexicon/source.h"

namespace isnad {

struct RowPatterns {
  std::vector<InflectedForm> forms;
  layout::ArticleRule article = layout::ArticleRule::kOptional;
  // Folded beginnings of words whose ال is no article, since it is written with a hamza: ألمانيا
  // (Germany).
  std::vector<std::string> own_alef;
};

// Faults: unknown pos or article, an empty form.
[[nodiscard]] RowPatterns patterns_of(const SourceTable& table, const SourceRow& row,
                                      std::vector<LexiconFault>& faults);

}  // namespace isnad
