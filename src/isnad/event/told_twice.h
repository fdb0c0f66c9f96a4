// SPDX-License-Identifier: Apache-2.0
// Two words for one event within a clause: what was done and with what (a blast … by an explosive
// device), what was done and its occasion (went out … in a demonstration), what was done and its
// purpose (fired gas … to disperse the crowd).
#pragma once

#include <vector>

#include "isnad/event/candidate.h"
#include "isnad/event/knowledge.h"
#include "isnad/event/syntax.h"

namespace isnad {

// Leaves the first word's candidate, with what the second one's frame knows better; the second is
// dropped. Candidates stand in text order; figures have not been shared out yet.
void drop_told_twice(const Syntax& syntax, const EventKnowledge& knowledge,
                     std::vector<Candidate>& candidates);

}  // namespace isnad
