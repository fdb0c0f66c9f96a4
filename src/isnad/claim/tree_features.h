// SPDX-License-Identifier: Apache-2.0
// Where an event stands in its sentence's tree: what governs it, how deep its clause lies, what
// hangs on it. Nothing where no tree was made.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "isnad/analysis/analysis.h"
#include "isnad/claim/named_features.h"

namespace isnad {

// `head`: the trigger's token. Linear in the sentence.
void add_tree_features(const Analysis& analysis, size_t tokens, uint32_t head,
                       std::string_view type, NamedFeatures& out);

}  // namespace isnad
