// SPDX-License-Identifier: Apache-2.0
// An incident as the contract's JSON (schema isnad.incident/1, docs/schema/incident.schema.json):
// one line.
#pragma once

#include <string>

#include "isnad/incident/incident.h"

namespace isnad {

// Appends the line, its newline included. The same bytes for the same incident. An incident's place
// has no offsets: they would count in some one report's text.
void append_incident_json(const Incident& incident, std::string& out);

}  // namespace isnad
