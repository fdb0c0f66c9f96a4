// SPDX-License-Identifier: Apache-2.0
// What a denier denies: that it happened, that it was his doing, how many, or who they were.
#pragma once

#include "isnad/claim/find_attributions.h"
#include "isnad/event/event_mention.h"

namespace isnad {

// By the first word between the denier's verb and the event that the table "denied_things" knows:
// "denied its responsibility for the attack", "denied the toll", "denied that there were civilians
// among the dead". Without one, the event.
[[nodiscard]] Denial denial_of_event(const Attribution& attribution, const EventMention& event,
                                     const AttributionInput& input,
                                     const ClaimKnowledge& knowledge);

}  // namespace isnad
