// SPDX-License-Identifier: Apache-2.0
// The time of an event that the text gives by another: "the day after the assassination of X", "two
// days after the burning of Y", "since June, when the authorities withdrew …".
#pragma once

#include <optional>

#include "isnad/event/find_events.h"
#include "isnad/event/find_triggers.h"

namespace isnad {

// Nothing where no such word stands right before the trigger, or the other event has no day.
[[nodiscard]] std::optional<EventTime> time_from_order(const Trigger& trigger,
                                                       const EventInput& input,
                                                       const EventKnowledge& knowledge);

}  // namespace isnad
