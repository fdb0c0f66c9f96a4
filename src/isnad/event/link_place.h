// SPDX-License-Identifier: Apache-2.0
// Which of the places of an event's sentence is where it happened: what stands nearest in the tree
// and in the order of words and speaks as a place does, weighed by place_link_features.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "isnad/event/find_roles.h"
#include "isnad/event/syntax.h"

namespace isnad {

// The place of the event's own sentence, or nothing where it names none: then the event happened
// where the one told before it did. `all`: every trigger of the text. `trace`, where not
// null, gets a line for each candidate: its score and what it was made of.
[[nodiscard]] std::optional<EventPlace> place_of(const Trigger& trigger,
                                                 std::span<const Trigger> all, const Roles& roles,
                                                 const Syntax& syntax, const Mentions& mentions,
                                                 std::vector<std::string>* trace = nullptr);

}  // namespace isnad
