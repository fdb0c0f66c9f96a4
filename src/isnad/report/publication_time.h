// SPDX-License-Identifier: Apache-2.0
// The time of publication, from the text a user or a record gives.
#pragma once

#include <string_view>

#include "isnad/base/result.h"
#include "isnad/report/report.h"

namespace isnad {

// ISO 8601: "2024-01-16", "2024-01-16T10:12", "2024-01-16 10:12:05.250+03:00", "…Z", "…+0300".
// Seconds are read and left out of the value; `as_given` keeps all. Errors: kBadValue.
[[nodiscard]] Result<PublicationTime> parse_publication_time(std::string_view given);

}  // namespace isnad
