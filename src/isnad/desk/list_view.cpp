// SPDX-License-Identifier: Apache-2.0
// A row a function, a field a line.
#include "isnad/desk/list_view.h"

#include "isnad/desk/json_fields.h"
#include "isnad/incident/incident.h"

namespace isnad {
namespace {

void range(std::string_view key, std::optional<int64_t> low, std::optional<int64_t> high,
           JsonWriter& json) {
  json.key(key);
  if (!low && !high) return json.null();
  json.begin_object();
  json.key("low");
  json.integer_or_null(low);
  json.key("high");
  json.integer_or_null(high);
  json.end_object();
}

const char* agreement_of_letter(char letter) {
  switch (letter) {
    case 'a':
      return "agreed";
    case 's':
      return "single";
    case 'd':
      return "disputed";
    case 'n':
      return "denied";
    default:
      return "silent";
  }
}

void facet(std::string_view key, const FacetCounts& counts, JsonWriter& json) {
  json.key(key);
  json.begin_list();
  for (const auto& [value, incidents] : counts) {
    json.begin_object();
    text("value", value, json);
    count("incidents", incidents, json);
    json.end_object();
  }
  json.end_list();
}

}  // namespace

void write_card(const IncidentCard& card, JsonWriter& json) {
  json.begin_object();
  text("id", card.name, json);
  text("title", card.title, json);
  text("type", card.type, json);
  text("mode", card.mode, json);
  text("means", card.means, json);
  text("earliest", card.earliest, json);
  text("latest", card.latest, json);
  text("country", card.country, json);
  text("place_ar", card.place_ar, json);
  text("place_en", card.place_en, json);
  number("lat", card.latitude, json);
  number("lon", card.longitude, json);
  radius(card.radius_km, json);
  text("grade", card.grade, json);
  text("status", card.status, json);
  text("assigned", card.assigned, json);
  count("reports", card.reports, json);
  count("accounts", card.accounts, json);
  count("copies", card.copies, json);
  range("killed", card.killed_low, card.killed_high, json);
  range("injured", card.injured_low, card.injured_high, json);
  json.key("agreement");
  json.begin_object();
  for (size_t field = 0; field < kFields; ++field) {
    json.key(kFieldNames[field]);
    json.string(agreement_of_letter(field < card.agreement.size() ? card.agreement[field] : 'x'));
  }
  json.end_object();
  json.end_object();
}

void write_card(const ReportCard& card, JsonWriter& json) {
  json.begin_object();
  text("id", card.name, json);
  text("title", card.title, json);
  text("outlet", card.outlet, json);
  text("url", card.url, json);
  text("published", card.published, json);
  count("versions", card.versions, json);
  count("claims", card.claims, json);
  count("incidents", card.incidents, json);
  json.end_object();
}

void write_card(const VersionCard& card, JsonWriter& json) {
  json.begin_object();
  count("version", card.version, json);
  text("sha256", card.sha256, json);
  text("url_asked", card.url_asked, json);
  text("url_reached", card.url_reached, json);
  text("captured_at", card.captured_at, json);
  text("media_type", card.media_type, json);
  text("parent", card.parent, json);
  text("taken_at", card.taken_at, json);
  text("engine", card.engine, json);
  text("coded_sha256", card.coded_sha256, json);
  json.end_object();
}

void write_card(const NarratorCard& card, JsonWriter& json) {
  json.begin_object();
  text("narrator", card.narrator, json);
  text("kind", card.kind, json);
  text("code", card.code, json);
  count("incidents", card.incidents, json);
  count("claims", card.claims, json);
  count("certain", card.certain, json);
  count("alone", card.alone, json);
  count("agrees", card.agrees, json);
  count("differs", card.differs, json);
  count("denies", card.denies, json);
  json.end_object();
}

void write_card(const PlaceCard& card, JsonWriter& json) {
  json.begin_object();
  text("name_ar", card.name_ar, json);
  text("name_en", card.name_en, json);
  text("country", card.country, json);
  number("lat", card.latitude, json);
  number("lon", card.longitude, json);
  radius(card.radius_km, json);
  count("incidents", card.incidents, json);
  json.end_object();
}

void write_card(const CustodyLine& line, JsonWriter& json) {
  json.begin_object();
  count("id", line.id, json);
  text("at", line.at, json);
  text("what", line.what, json);
  text("subject", line.subject, json);
  text("detail", line.detail, json);
  text("hash", line.hash, json);
  json.end_object();
}

void write_card(const ReviewLine& line, JsonWriter& json) {
  json.begin_object();
  count("id", line.id, json);
  count("action", line.action, json);
  text("at", line.at, json);
  text("by", line.by, json);
  text("kind", line.kind, json);
  text("incident", line.incident, json);
  text("claim_a", line.claim_a, json);
  text("claim_b", line.claim_b, json);
  text("field", line.field, json);
  text("old", line.old, json);
  text("value", line.value, json);
  text("reason", line.reason, json);
  json.key("undoes");
  json.integer_or_null(line.undoes > 0 ? std::optional(line.undoes) : std::nullopt);
  flag("active", line.active, json);
  json.end_object();
}

void write_facets(const IncidentFacets& facets, JsonWriter& json) {
  json.begin_object();
  facet("types", facets.types, json);
  facet("grades", facets.grades, json);
  facet("states", facets.states, json);
  facet("countries", facets.countries, json);
  json.end_object();
}

}  // namespace isnad
