// SPDX-License-Identifier: Apache-2.0
// What the clocks of a country show: the day of a report that was published at 22:30 UTC is the
// next one where it was written. The table comes from the IANA time zone database by
// tools/make_country_clocks.py; a country of several zones has its capital's.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "isnad/report/report.h"

namespace isnad {

// ISO 3166 alpha-2 of an alpha-3 code, empty when there is no such country.
[[nodiscard]] std::string_view alpha2_of(std::string_view alpha3);

// Minutes ahead of UTC at an instant, summer time included; before 2000 and after 2037 the nearest
// known. Empty for a country without an entry. `country` is ISO 3166 alpha-2.
[[nodiscard]] std::optional<int> clock_offset(std::string_view country,
                                              std::chrono::sys_time<std::chrono::minutes> instant);

// The same instant as the clocks of `country` show it. Unchanged where the time has no minute, no
// stated offset, or the country no entry: a bare date is the outlet's own.
[[nodiscard]] PublicationTime as_told_in(std::string_view country, PublicationTime published);

}  // namespace isnad
