// SPDX-License-Identifier: Apache-2.0
// Which of the gazetteer's names found in a text stand there as names, each with the rows it may
// mean: the bare occurrences, before occurrence.cpp reads what stands around them.
#pragma once

#include <string_view>
#include <vector>

#include "isnad/mention/place/occurrence.h"

namespace isnad {

// In order and disjoint; arguments as read_occurrences takes them.
[[nodiscard]] std::vector<Occurrence> gather_names(const Gazetteer& gazetteer, const Text& text,
                                                   const NameScan& scan, const CueIndex& cues,
                                                   std::string_view given);

// The word for a kind right before. With the article only "the capital" announces a name: in "في
// شرق البلاد كييف" the name begins something else.
[[nodiscard]] uint32_t announcing_type(const NameScan& scan, const CueIndex& cues, uint32_t begin);

// The token as the report spells it; empty when the report's text is not at hand.
[[nodiscard]] std::string_view given_word(const Text& text, std::string_view given, uint32_t token);

}  // namespace isnad
