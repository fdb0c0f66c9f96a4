// SPDX-License-Identifier: Apache-2.0
// Claims of one report that tell one event.
#pragma once

#include <vector>

#include "isnad/incident/coded_record.h"

namespace isnad {

// The claim that the others refer to stands first. Points into the record.
using EventGroup = std::vector<const ClaimRecord*>;

// Every claim is in one group. Groups stand in the order of their events' first mention.
[[nodiscard]] std::vector<EventGroup> group_by_event(const CodedRecord& record);

}  // namespace isnad
