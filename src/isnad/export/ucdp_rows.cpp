// SPDX-License-Identifier: Apache-2.0
// UCDP GED's columns, and HXL's.
#include <algorithm>

#include "isnad/export/acled_kind.h"
#include "isnad/export/row_parts.h"
#include "isnad/export/row_shapes.h"

namespace isnad::rows {

std::vector<Row> ucdp(const Incident& incident, const RowOptions& options) {
  const Bounds killed = bounds(incident, Field::kKilled);
  if (!killed.low || killed.high.value_or(1) == 0) return {};
  const auto& agents = values(incident, Field::kAgent);
  const auto& targets = values(incident, Field::kTarget);
  const std::string a = agents.empty() ? "" : shown_party(agents[0], options);
  const std::string b = targets.empty() ? "" : shown_party(targets[0], options);
  const std::string one = acled_inter(first_code(incident, Field::kAgent));
  const std::string two = acled_inter(first_code(incident, Field::kTarget));
  const std::string kind = two == "Civilians"                               ? "3"
                           : one == "State Forces" || two == "State Forces" ? "1"
                           : one.empty() || two.empty()                     ? ""
                                                                            : "2";
  std::vector<std::string> narrators;
  for (const Account& account : incident.accounts) narrators.push_back(account.narrator);
  const double radius = incident.place ? incident.place->radius_km : 0;
  const bool placed = incident.place && incident.place->latitude;
  const std::string latitude = placed ? degrees(incident.place->latitude) : "";
  const std::string longitude = placed ? degrees(incident.place->longitude) : "";
  // One figure is the best; where accounts differ there is none to prefer, and the lowest stands.
  const std::string low = number(killed.low);
  Row row = {
      incident.id, incident.id,  incident.earliest ? day(incident.earliest).substr(0, 4) : "",
      "",          "Unreviewed", kind};
  row.insert(row.end(), 5, "");  // conflict and dyad ids are UCDP's to give
  row.push_back(a.empty() && b.empty() ? "" : a + " - " + b);
  row.insert(row.end(), {"", "", a, "", "", b});
  row.insert(row.end(), {std::to_string(incident.reports.size()),
                         join(incident.reports, "; "),
                         sources_of(incident),
                         "",
                         incident.title,
                         join(narrators, "; "),
                         radius <= 0    ? ""
                         : radius <= 6  ? "1"
                         : radius <= 25 ? "2"
                         : radius <= 60 ? "3"
                                        : "4",
                         place_name(incident),
                         "",
                         path_at(incident, 1),
                         path_at(incident, 2),
                         latitude,
                         longitude,
                         placed ? "POINT (" + longitude + " " + latitude + ")" : "",
                         "",
                         path_at(incident, 0),
                         "",
                         "",
                         "1",
                         day_precision(incident, true),
                         day(incident.earliest),
                         day(incident.latest),
                         "",
                         "",
                         "",
                         low,
                         low,
                         killed.open ? "" : number(killed.high),
                         low,
                         "",
                         ""});
  return {row};
}

std::vector<Row> hxl(const Incident& incident, const RowOptions& options) {
  const AcledKind& kind = acled_kind(incident);
  const Bounds killed = bounds(incident, Field::kKilled);
  const Bounds injured = bounds(incident, Field::kInjured);
  return {{incident.id, day(incident.earliest), std::string(kind.event), std::string(kind.sub),
           join(parties(incident, Field::kAgent, options), "; "),
           join(parties(incident, Field::kTarget, options), "; "), path_at(incident, 0),
           path_at(incident, 1), path_at(incident, 2), place_name(incident),
           incident.place ? incident.place->name_ar : "",
           incident.place ? degrees(incident.place->latitude) : "",
           incident.place ? degrees(incident.place->longitude) : "", notes_of(incident, options),
           number(killed.low), killed.open ? "" : number(killed.high), number(injured.low),
           sources_of(incident), incident.review.status}};
}

}  // namespace isnad::rows
