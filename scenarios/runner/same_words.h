// SPDX-License-Identifier: Apache-2.0
// Whether two wordings name the same: for scenarios, where the writer should not have to guess how
// much of a noun phrase the engine takes, nor count its clitics.
#pragma once

#include <string_view>

namespace isnad {

// True if at least two thirds of the words (harmonic mean of both sides' shares) are the same after
// folding and without what may stand glued to a word's front: و ف, then ب ل ك, then ال.
//   "لقوات الأمن العراقية" (to Iraqi security forces) and "قوات الأمن" (security forces): the same
//   "قوات الأمن" (security forces) and "قوات التحالف" (coalition forces): not the same
[[nodiscard]] bool same_words(std::string_view a, std::string_view b);

}  // namespace isnad
