// SPDX-License-Identifier: Apache-2.0
// The contract's words for values whose own headers name none.
#pragma once

#include <string>
#include <string_view>

#include "isnad/mention/quantity/quantity_mention.h"
#include "isnad/mention/time/calendar.h"
#include "isnad/mention/time/time_mention.h"

namespace isnad {

[[nodiscard]] std::string_view time_precision_name(TimePrecision precision);  // "part-of-day"
[[nodiscard]] std::string_view harm_name(Harm harm);                          // "killed"

}  // namespace isnad
