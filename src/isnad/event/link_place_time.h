// SPDX-License-Identifier: Apache-2.0
// Which of the text's places and times are the event's: by syntax first (what the event's own
// phrases hold), then by nearness in its sentence, then from the sentences before, the lead and the
// time of publication.
#pragma once

#include <optional>
#include <span>

#include "isnad/event/find_roles.h"
#include "isnad/event/syntax.h"
#include "isnad/report/report.h"

namespace isnad {

[[nodiscard]] std::optional<EventPlace> place_of(const Trigger& trigger, const Roles& roles,
                                                 const Syntax& syntax, const Mentions& mentions);

// The time expression of the event's own sentence, or nothing. `all`: every trigger of the text,
// for a time belongs to the event it stands with: "the shelling coincides with the anniversary of
// the attack that was launched on the 20th".
[[nodiscard]] std::optional<EventTime> time_of(const Trigger& trigger, std::span<const Trigger> all,
                                               const Syntax& syntax, const Mentions& mentions);

// What holds when the text gives no time: the day of publication, marked as not stated.
[[nodiscard]] std::optional<EventTime> unstated_time(const Report& report);

}  // namespace isnad
