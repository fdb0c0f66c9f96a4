// SPDX-License-Identifier: Apache-2.0
// Words that evoke an event: frame matches that hold in their sentence, the longest where they
// overlap.
#pragma once

#include <span>
#include <vector>

#include "isnad/event/knowledge.h"
#include "isnad/event/syntax.h"

namespace isnad {

struct Trigger {
  const Frame* frame = nullptr;
  TokenSpan tokens;
  uint32_t head = 0;
  bool is_verb = false;
  bool is_passive = false;  // surely passive: by vowel sign or by a form that has no other reading
  Match match;
  // The object that belongs to the trigger though the subject stands between them (Match::apart).
  uint32_t apart = UINT32_MAX;
};

// In text order, not overlapping. `given` is Report::text, for vowel signs.
[[nodiscard]] std::vector<Trigger> find_triggers(const Syntax& syntax,
                                                 std::span<const Match> matches,
                                                 const EventKnowledge& knowledge,
                                                 std::string_view given);

}  // namespace isnad
