// SPDX-License-Identifier: Apache-2.0
// Whether the text says the event happened, was tried, foiled, threatened, planned, is merely
// possible, is recalled history, or did not happen: from cue words with scope and from dates far
// before publication.
#pragma once

#include <optional>
#include <span>

#include "isnad/event/find_roles.h"
#include "isnad/event/knowledge.h"
#include "isnad/event/syntax.h"
#include "isnad/report/report.h"

namespace isnad {

struct Judgement {
  Factuality factuality = Factuality::kActual;
  bool negated = false;  // "no clash took place": no event in the outlet's voice
  bool unreal = false;   // exercise, fiction, comparison: no event at all
  bool background = false;
  Hedge hedge = Hedge::kNone;
  std::vector<RowId> cues;  // what decided, for --explain
};

// `cues`: matches of the table cues in text order.
[[nodiscard]] Judgement judge(const Trigger& trigger, const Roles& roles, const Syntax& syntax,
                              const EventKnowledge& knowledge, std::span<const Match> cues,
                              const std::optional<EventTime>& time, const Report& report);

}  // namespace isnad
