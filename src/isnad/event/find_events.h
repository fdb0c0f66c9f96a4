// SPDX-License-Identifier: Apache-2.0
// All event mentions of a text, each with its roles, place, time, figures and factuality; who says
// so is the next folder's question, and so is which mentions tell the same event.
#pragma once

#include <span>
#include <vector>

#include "isnad/event/event_mention.h"
#include "isnad/event/knowledge.h"
#include "isnad/event/syntax.h"
#include "isnad/report/report.h"

namespace isnad {

struct EventInput {
  const Report& report;
  const Text& text;
  std::span<const Match> matches;
  const Mentions& mentions;
  const Analysis& analysis;
  const Syntax& syntax;
  const Lexicon& lexicon;
};

// In text order. `explain` fills EventMention::trace.
[[nodiscard]] std::vector<EventMention> find_events(const EventInput& input,
                                                    const EventKnowledge& knowledge, bool explain);

}  // namespace isnad
