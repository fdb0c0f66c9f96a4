// SPDX-License-Identifier: Apache-2.0
// Which of the text's times is the event's: by syntax first (what the event's own phrases hold,
// what stands with another event or with the statement that tells it), then by nearness in its
// sentence.
#pragma once

#include <optional>
#include <span>

#include "isnad/event/find_events.h"
#include "isnad/event/find_triggers.h"

namespace isnad {

// The time expression of the event's own sentence, or nothing. `all`: every trigger of the text,
// for a time belongs to the event it stands with: "the shelling coincides with the anniversary of
// the attack that was launched on the 20th".
[[nodiscard]] std::optional<EventTime> time_of(const Trigger& trigger, std::span<const Trigger> all,
                                               const EventInput& input,
                                               const EventKnowledge& knowledge);

}  // namespace isnad
