// SPDX-License-Identifier: Apache-2.0
// ACLED's columns.
#include "isnad/export/acled_kind.h"
#include "isnad/export/row_parts.h"
#include "isnad/export/row_shapes.h"

namespace isnad::rows {

std::vector<Row> acled(const Incident& incident, const RowOptions& options) {
  const AcledKind& kind = acled_kind(incident);
  const auto one = parties(incident, Field::kAgent, options);
  const auto two = parties(incident, Field::kTarget, options);
  const std::string inter1 = acled_inter(first_code(incident, Field::kAgent));
  const std::string inter2 = acled_inter(first_code(incident, Field::kTarget));
  const double radius = incident.place ? incident.place->radius_km : 0;
  Row row = {incident.id,
             day(incident.earliest),
             incident.earliest ? day(incident.earliest).substr(0, 4) : "",
             day_precision(incident, false),
             disorder_of(kind),
             std::string(kind.event),
             std::string(kind.sub),
             nth(one, 0),
             nth(one, 1),
             inter1,
             nth(two, 0),
             nth(two, 1),
             inter2,
             inter1.empty() || inter2.empty() ? inter1 + inter2 : inter1 + "-" + inter2,
             inter2 == "Civilians" ? "Civilian targeting" : "",
             "",
             "",
             path_at(incident, 0),
             path_at(incident, 1),
             path_at(incident, 2),
             path_at(incident, 3),
             place_name(incident)};
  if (incident.place) {
    row.push_back(degrees(incident.place->latitude));
    row.push_back(degrees(incident.place->longitude));
    row.emplace_back(radius <= 0 ? "" : radius <= 6 ? "1" : radius <= 30 ? "2" : "3");
  } else {
    row.insert(row.end(), 3, "");
  }
  row.push_back(sources_of(incident));
  row.emplace_back();
  row.push_back(notes_of(incident, options));
  row.push_back(number(bounds(incident, Field::kKilled).low));
  row.emplace_back();
  row.emplace_back();
  return {row};
}

}  // namespace isnad::rows
