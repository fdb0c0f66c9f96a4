// SPDX-License-Identifier: Apache-2.0
// What a text adds up: "three policemen and seven civilians were wounded", "17 of them against 19
// of the others" are one figure each, whose parts the terms are.
#pragma once

#include <span>
#include <vector>

#include "isnad/event/link_figures.h"

namespace isnad {

// Replaces the terms of each sum among `figures` (in text order) by the sum and its parts.
void add_up_figures(const Syntax& syntax, std::span<const Match> matches,
                    const EventKnowledge& knowledge, std::vector<Figure>& figures);

// Is there nothing between that ends a phrase: no verb, break, complementiser or relative?
[[nodiscard]] bool free_between(const Syntax& syntax, uint32_t from, uint32_t to);

}  // namespace isnad
