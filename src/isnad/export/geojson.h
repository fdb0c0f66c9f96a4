// SPDX-License-Identifier: Apache-2.0
// Incidents as GeoJSON (RFC 7946): a Feature each, its point's uncertainty stated in metres.
#pragma once

#include <string>

#include "isnad/export/incident_rows.h"

namespace isnad {

// Appends one Feature, without a line end. An incident without a position has a null geometry.
void append_feature(const Incident& incident, const RowOptions& options, std::string& out);

}  // namespace isnad
