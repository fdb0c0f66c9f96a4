// SPDX-License-Identifier: Apache-2.0
// Whose victims they are: hands each figure of the text to the event that caused it, and the result
// of an event ("82 were killed") to its cause ("in raids").
#pragma once

#include <vector>

#include "isnad/event/candidate.h"
#include "isnad/event/find_events.h"

namespace isnad {

// Adds casualties to `candidates` (in text order) and marks as dropped each result that a cause has
// taken up.
void assign_figures(const EventInput& input, const EventKnowledge& knowledge,
                    std::vector<Candidate>& candidates);

}  // namespace isnad
