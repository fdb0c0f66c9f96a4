// SPDX-License-Identifier: Apache-2.0
// Options of the commands over a database.
#include "store_options.h"

#include <ctime>

#include "talk.h"

namespace isnad {

Argument database_argument(std::string& path) {
  return {"--db", "FILE", "The database", &path, {}, true};
}

std::optional<Store> open_store(const std::string& path, OpenMode mode) {
  auto store = Store::open(path, mode);
  if (store) return std::move(*store);
  say(describe(store.error()));
  return std::nullopt;
}

int database_failed(const Error& error) {
  say(describe(error));
  return kNotUsable;
}

std::vector<Argument> filter_arguments(FilterOptions& options) {
  IncidentFilter& filter = options.filter;
  return {
      {"--since", "DAY", "Only incidents of this day or later, 2024-01-16", &filter.from},
      {"--until", "DAY", "Only incidents of this day or earlier", &filter.to},
      {"--place", "NAME",
       "Only where the place, or one that holds it, bears these words, in "
       "Arabic or English",
       &filter.place},
      {"--actor", "NAME",
       "Only where somebody who did it or suffered it bears these words or "
       "this code",
       &filter.actor},
      {"--type", "TYPE", "Only this PLOVER type: ASSAULT, PROTEST …", &filter.type},
      {"--grade",
       "GRADE",
       "Only this proposed grade",
       &filter.grade,
       {"confirmed", "fair", "weak", "contested", "discounted"}},
      {"--text", "WORDS", "Only incidents of reports that hold all these words", &filter.text},
      {"--reports",
       "N",
       "Only incidents of at least so many reports",
       &options.least_reports,
       {},
       false,
       1},
      {"--limit", "N", "At most so many incidents", &options.limit, {}, false, 1},
  };
}

Result<IncidentFilter> filter_of(const FilterOptions& options) {
  IncidentFilter filter = options.filter;
  for (const std::string* day : {&filter.from, &filter.to}) {
    if (!day->empty() && (day->size() != 10 || !day_number(*day)))
      return failure(ErrorCode::kBadValue, "is no day; write it as 2024-01-16", *day);
  }
  filter.least_reports = static_cast<size_t>(options.least_reports);
  filter.limit = static_cast<size_t>(options.limit);
  return filter;
}

std::string utc_now() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  std::string text(32, '\0');
  text.resize(std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts));
  return text;
}

}  // namespace isnad
