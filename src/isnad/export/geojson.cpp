// SPDX-License-Identifier: Apache-2.0
// Geometry, then the native row's columns as properties.
#include "isnad/export/geojson.h"

#include <cmath>

#include "isnad/export/json_writer.h"

namespace isnad {

void append_feature(const Incident& incident, const RowOptions& options, std::string& out) {
  const auto columns = columns_of(RowShape::kIncidents);
  const auto row = rows_of(incident, RowShape::kIncidents, options).front();
  JsonWriter json(out);
  json.begin_object();
  json.key("type");
  json.string("Feature");
  json.key("id");
  json.string(incident.id);
  json.key("geometry");
  if (incident.place && incident.place->latitude && incident.place->longitude) {
    const auto degrees = [](double value) { return std::round(value * 1e5) / 1e5; };
    json.begin_object();
    json.key("type");
    json.string("Point");
    json.key("coordinates");
    json.begin_list();
    json.number(degrees(*incident.place->longitude));
    json.number(degrees(*incident.place->latitude));
    json.end_list();
    json.end_object();
  } else {
    json.null();
  }
  json.key("properties");
  json.begin_object();
  for (size_t i = 0; i < columns.size() && i < row.size(); ++i) {
    json.key(columns[i]);
    json.string_or_null(std::string_view(row[i]));
  }
  json.end_object();
  json.end_object();
}

}  // namespace isnad
