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
  bool negated = false;  // "the absence of clashes": no event
  bool not_done =
      false;            // "the army did not shell": no event, unless somebody is named who says so
  bool unreal = false;  // exercise, fiction, comparison: no event at all
  bool background = false;
  Hedge hedge = Hedge::kNone;
  std::vector<RowId> cues;  // what decided, for --explain
};

// `cues`: matches of the table cues in text order; `lights`: of the light verbs, which carry a
// negation to their event ("did not carry out a raid").
[[nodiscard]] Judgement judge(const Trigger& trigger, const Roles& roles, const Syntax& syntax,
                              const EventKnowledge& knowledge, std::span<const Match> cues,
                              std::span<const Match> lights, const std::optional<EventTime>& time,
                              const Report& report);

}  // namespace isnad
