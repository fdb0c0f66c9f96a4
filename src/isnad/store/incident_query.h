// SPDX-License-Identifier: Apache-2.0
// A filter as SQL: conditions on `incidents i`, and the values of their question marks. Values are
// always bound, never written into the text.
#pragma once

#include "isnad/store/database.h"
#include "isnad/store/store.h"

namespace isnad {

// Incidents, or reports that tell of them, that one statement names by their ids.
struct IdSet {
  const char* ids;  // one question mark, for the value
  std::string value;
  bool of_reports = false;
};
// The fields of a filter that name incidents one by one.
[[nodiscard]] std::vector<IdSet> id_sets(const IncidentFilter& filter);

struct IncidentQuery {
  std::string where;
  std::vector<std::string> values;
  bool named = false;   // by its name, which has an index
  bool chosen = false;  // a condition names the incidents one by one: few rows, found by their ids
  void add(std::string_view condition, std::string value) {
    where += " AND ";
    where += condition;
    values.push_back(std::move(value));
  }
  // Where rows are many, they are read from the one index that holds all that lists ask for.
  [[nodiscard]] const char* from() const {
    if (named) return " FROM incidents i";
    return chosen ? " FROM incidents i NOT INDEXED"
                  : " FROM incidents i INDEXED BY incidents_listed";
  }
  // Starts the statement with the values; what it asks for besides is bound after.
  void bind(Statement& statement) const {
    statement.with();
    for (const std::string& value : values) statement.bind(value);
  }
};

// The conditions on an incident's own row alone, without `id_sets`.
[[nodiscard]] IncidentQuery plain_query(const IncidentFilter& filter);

// All conditions.
[[nodiscard]] IncidentQuery incident_query(const IncidentFilter& filter);

// Words as the full-text indexes want them: folded, each in quotes, all required; empty for none.
[[nodiscard]] std::string match_words(std::string_view text);

}  // namespace isnad
