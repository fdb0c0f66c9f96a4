// SPDX-License-Identifier: Apache-2.0
// Whether a report is about something whose words only sound like conflict: a match, a storm, a
// market, a film.
#pragma once

#include <span>

#include "isnad/event/knowledge.h"

namespace isnad {

// True when words of one such domain (table "domains") are many and outnumber the events found
// three to one. A report of a bombed stadium speaks more of the bomb than of the match. Linear in
// the matches.
[[nodiscard]] bool about_other_things(std::span<const Match> matches, size_t events,
                                      const EventKnowledge& knowledge);

}  // namespace isnad
