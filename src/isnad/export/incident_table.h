// SPDX-License-Identifier: Apache-2.0
// Incidents for people at a terminal: a line each, an incident's accounts side by side, and what
// was said when. Arabic stands in isolates, never in a column (docs/decisions/0009).
#pragma once

#include <string>

#include "isnad/incident/incident.h"

namespace isnad {

struct ComparisonOptions {
  bool isolates = true;  // false: no invisible characters (--bidi none)
};

// Two lines: name, days, type, place, counts, grade; and the title.
void append_incident_line(const Incident& incident, std::string& out);

// A grid of marks, fields down and narrators across by number, the field's agreement last; then
// each field's values by narrator, with the words they rest on; then corrections and denials.
void append_comparison(const Incident& incident, const ComparisonOptions& options,
                       std::string& out);

// The same as CSV: a row a field, a column a narrator, the agreement last.
void append_comparison_csv(const Incident& incident, std::string& out);

// What each report of the incident added, in order of publication: who spoke, what they said first,
// corrections and denials.
void append_timeline(const Incident& incident, const ComparisonOptions& options, std::string& out);

}  // namespace isnad
