// SPDX-License-Identifier: Apache-2.0
// The time of what no day bounds: how long it lasted ("clashes that went on for seven days"), or
// that it goes on
// ("what the region is exposed to of air strikes").
#pragma once

#include <optional>

#include "isnad/event/find_events.h"
#include "isnad/event/find_triggers.h"

namespace isnad {

// "lasted seven days": the duration as value, without bounds, where no expression of the sentence
// says when.
[[nodiscard]] std::optional<EventTime> time_it_lasted(const Trigger& trigger,
                                                      std::span<const Trigger> all,
                                                      const EventInput& input,
                                                      const EventKnowledge& knowledge);

// Several deeds under a verb of the present ("is exposed to air strikes"): an open beginning, and
// the day of publication as the last that is known. Nothing for a report without one.
[[nodiscard]] std::optional<EventTime> time_going_on(const Trigger& trigger,
                                                     std::span<const Trigger> all,
                                                     const EventInput& input,
                                                     const EventKnowledge& knowledge);

}  // namespace isnad
