// SPDX-License-Identifier: Apache-2.0
// An event while it is being put together: its trigger and roles beside what has been read so far.
#pragma once

#include "isnad/event/event_mention.h"
#include "isnad/event/find_roles.h"
#include "isnad/event/find_triggers.h"
#include "isnad/event/judge_factuality.h"

namespace isnad {

struct Candidate {
  Trigger trigger;
  Roles roles;
  EventMention event;
  Judgement judgement;
  bool dropped = false;
  // What the construction alone found, which is what supports a weak event.
  bool built_agent = false;
  bool built_recipient = false;
  // Parties of other sentences, should the event's own name none; empty where none is likely.
  TokenSpan agent_elsewhere{};
  TokenSpan recipient_elsewhere{};
};

}  // namespace isnad
