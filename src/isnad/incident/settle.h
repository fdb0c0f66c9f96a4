// SPDX-License-Identifier: Apache-2.0
// What is known only when all accounts are in.
#pragma once

#include "isnad/incident/incident.h"

namespace isnad {

// Which accounts count, which figures their own narrator corrected, and what denials deny.
// O(observations²).
void settle(Incident& incident);

}  // namespace isnad
