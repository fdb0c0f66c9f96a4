// SPDX-License-Identifier: Apache-2.0
// Who does it to whom, as phrases: the roles of a trigger from its construction and its frame's
// role scheme.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "isnad/event/find_triggers.h"
#include "isnad/event/knowledge.h"
#include "isnad/event/syntax.h"

namespace isnad {

struct RolePhrase {
  Role role = Role::kNone;
  TokenSpan tokens;   // the noun phrase, without a preposition standing before it
  bool sure = false;  // the construction allows of nobody else in this role
};

struct Roles {
  std::string_view
      construction;  // "active-verb", "passive-verb", "event-noun", "light-verb", "event-subject"
  std::vector<RolePhrase> phrases;
  TokenSpan reach;                       // the trigger with everything that belongs to it
  std::optional<Factuality> factuality;  // from a light verb such as أحبط (foiled)
  bool subject_omitted = false;          // a verb whose subject is that of the verb before it
};

// `light` are the matches of light verbs, in text order.
[[nodiscard]] Roles find_roles(const Trigger& trigger, const Syntax& syntax,
                               const EventKnowledge& knowledge, std::span<const Match> light,
                               const Mentions& mentions);

}  // namespace isnad
