// SPDX-License-Identifier: Apache-2.0
// The way of a report, stage by stage. code_report.cpp is the table of contents of the program;
// keep it so.
#pragma once

#include "isnad/claim/find_attributions.h"
#include "isnad/event/knowledge.h"
#include "isnad/lexicon/lexicon.h"
#include "isnad/mention/actor/find_actors.h"
#include "isnad/pipeline/coder.h"

namespace isnad {

// Everything that coding a report reads, loaded once.
struct Knowledge {
  Lexicon lexicon;
  ActorFinder actors;
  EventKnowledge events;
  ClaimKnowledge claims;
};

[[nodiscard]] CodedReport code_report(const Knowledge& knowledge, Report report, bool explain);

}  // namespace isnad
