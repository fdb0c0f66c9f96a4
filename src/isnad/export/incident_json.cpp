// SPDX-License-Identifier: Apache-2.0
// The contract's incident, field by field, in the order of its example.
#include "isnad/export/incident_json.h"

#include <cmath>

#include "isnad/export/json_writer.h"

namespace isnad {
namespace {

void write_field(std::string_view key, std::string_view value, JsonWriter& json) {
  json.key(key);
  json.string_or_null(value);
}

void write_strings(std::string_view key, const std::vector<std::string>& values, JsonWriter& json) {
  json.key(key);
  json.begin_list();
  for (const std::string& value : values) json.string(value);
  json.end_list();
}

void write_count(std::string_view key, size_t count, JsonWriter& json) {
  json.key(key);
  json.integer(static_cast<int64_t>(count));
}

std::optional<double> rounded(std::optional<double> value, double unit) {
  return value ? std::optional(std::round(*value * unit) / unit) : std::nullopt;
}

void write_place(const std::optional<CodedPlace>& place, JsonWriter& json) {
  json.key("place");
  if (!place) return json.null();
  json.begin_object();
  write_field("text", place->text, json);
  json.key("begin");
  json.null();
  json.key("end");
  json.null();
  write_field("name_ar", place->name_ar, json);
  write_field("name_en", place->name_en, json);
  write_field("gazetteer_id", place->gazetteer_id, json);
  write_field("feature", place->feature, json);
  json.key("lat");
  json.number_or_null(rounded(place->latitude, 1e5));
  json.key("lon");
  json.number_or_null(rounded(place->longitude, 1e5));
  json.key("radius_km");
  place->radius_km > 0 ? json.number(*rounded(place->radius_km, 10)) : json.null();
  write_field("country", place->country, json);
  write_field("adm1", place->adm1, json);
  write_strings("path", place->path, json);
  json.end_object();
}

void write_value(const FieldValue& value, JsonWriter& json) {
  json.begin_object();
  json.key("value");
  value.number ? json.integer(*value.number) : json.string_or_null(std::string_view(value.value));
  write_field("code", value.code, json);
  write_strings("narrators", value.narrators, json);
  write_strings("claims", value.claims, json);
  write_field("certainty", value.certainty.empty() ? "unknown" : value.certainty, json);
  json.end_object();
}

void write_day(std::string_view key, std::optional<int> day, JsonWriter& json) {
  write_field(key, day ? iso_day(*day) : std::string(), json);
}

}  // namespace

void append_incident_json(const Incident& incident, std::string& out) {
  {
    JsonWriter json(out);
    json.begin_object();
    write_field("schema", "isnad.incident/1", json);
    write_field("id", incident.id, json);
    write_field("title", incident.title, json);
    write_field("type", incident.type, json);
    write_field("mode", incident.mode, json);
    write_field("means", incident.means, json);
    write_day("earliest", incident.earliest, json);
    write_day("latest", incident.latest, json);
    write_place(incident.place, json);
    write_strings("reports", incident.reports, json);
    write_strings("claims", incident.claims, json);
    write_count("independent_chains", incident.independent_chains, json);
    write_count("copies", incident.copies, json);
    json.key("fields");
    json.begin_object();
    for (size_t field = 0; field < kFields; ++field) {
      json.key(kFieldNames[field]);
      json.begin_list();
      for (const FieldValue& value : incident.fields[field]) write_value(value, json);
      json.end_list();
    }
    json.end_object();
    json.key("agreement");
    json.begin_object();
    for (size_t field = 0; field < kFields; ++field)
      write_field(kFieldNames[field], agreement_name(incident.agreement[field]), json);
    json.end_object();
    write_field("grade", grade_name(incident.grade), json);
    json.key("review");
    json.begin_object();
    write_field("status", incident.review.status, json);
    write_field("by", incident.review.by, json);
    write_field("at", incident.review.at, json);
    json.end_object();
    json.end_object();
  }
  out += '\n';
}

}  // namespace isnad
