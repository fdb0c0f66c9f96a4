// SPDX-License-Identifier: Apache-2.0
// What decided between the candidates of a name, for people.
#pragma once

#include <string>
#include <vector>

#include "isnad/mention/place/occurrence.h"

namespace isnad {

// In words, what spoke for the chosen candidate: "in محافظة إدلب of the text; 12 km from Saraqib".
[[nodiscard]] std::string why_chosen(const Gazetteer& gazetteer, const NameScan& scan,
                                     const std::vector<Occurrence>& occurrences, uint32_t index);

}  // namespace isnad
