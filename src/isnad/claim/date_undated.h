// SPDX-License-Identifier: Apache-2.0
// When an event happened whose sentence does not say: the day the report is about.
#pragma once

#include <span>

#include "isnad/claim/claim.h"
#include "isnad/report/report.h"

namespace isnad {

// Gives each claim without a time of its own that is no history the report's day, marked as not
// stated: the first day of the week before publication that an event of the report is told to have
// happened on, else the day of publication. Does nothing for a report without publication date.
// `claims` in text order, those of headings among them.
void date_undated(std::span<Claim> claims, const Report& report);

}  // namespace isnad
