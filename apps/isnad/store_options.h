// SPDX-License-Identifier: Apache-2.0
// What all commands over a database share: which file, and the clock.
#pragma once

#include <string>
#include <vector>

#include "command.h"
#include "isnad/store/store.h"

namespace isnad {

// --db FILE, required.
[[nodiscard]] Argument database_argument(std::string& path);

// Opens the store; says what is wrong with it, and returns nothing, where it cannot.
[[nodiscard]] std::optional<Store> open_store(const std::string& path, OpenMode mode);

// Says the error and returns kNotUsable, for a fault of the database in mid-work.
[[nodiscard]] int database_failed(const Error& error);

// --since, --until, --place, --actor, --type, --grade, --text, --reports, --limit.
struct FilterOptions {
  IncidentFilter filter;
  int least_reports = 1;
  int limit = 0;
};
[[nodiscard]] std::vector<Argument> filter_arguments(FilterOptions& options);
// The filter; kBadValue for a day that is none.
[[nodiscard]] Result<IncidentFilter> filter_of(const FilterOptions& options);

// UTC now: "2024-01-16T10:12:00Z".
[[nodiscard]] std::string utc_now();

}  // namespace isnad
