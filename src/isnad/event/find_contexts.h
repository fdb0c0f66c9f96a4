// SPDX-License-Identifier: Apache-2.0
// PLOVER's contexts of an event: what its paragraph is about.
#pragma once

#include <span>
#include <vector>

#include "isnad/event/event_mention.h"
#include "isnad/event/knowledge.h"
#include "isnad/event/syntax.h"

namespace isnad {

// Gives every event the contexts (table "contexts") whose words stand in its paragraph, those with
// more words first, at most five. Linear in the matches and the events.
void add_contexts(std::span<const Match> matches, const Syntax& syntax,
                  const EventKnowledge& knowledge, std::vector<EventMention>& events);

}  // namespace isnad
