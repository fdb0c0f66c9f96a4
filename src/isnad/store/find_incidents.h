// SPDX-License-Identifier: Apache-2.0
// The first incidents of a filter. Words that few reports hold name their incidents; of words that
// many hold, "in" or the name of a country, the first incidents are met soon on a walk in order.
#pragma once

#include <string>
#include <vector>

#include "isnad/store/database.h"
#include "isnad/store/store.h"

namespace isnad {

// Where looking up and walking cost the same, measured with 100,000 reports and 866,000 incidents.
struct WalkLimits {
  size_t few_incidents = 15000;  // looked up by id, 3 microseconds each
  size_t few_reports = 1500;     // with all they tell of, 40 microseconds each
  size_t longest = 8000;         // incidents whose reports a walk asks for before it gives up
};

// Names by first day, then name; those without a day last. The limits decide how, never what.
[[nodiscard]] std::vector<std::string> find_incidents(const IncidentFilter& filter,
                                                      Database& database,
                                                      const WalkLimits& limits = {});

}  // namespace isnad
