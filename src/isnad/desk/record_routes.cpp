// SPDX-License-Identifier: Apache-2.0
// Routes to one thing: an incident, its comparison, a report, its bytes, a claim, the database.
#include <algorithm>
#include <charconv>

#include "isnad/desk/incident_view.h"
#include "isnad/desk/list_view.h"
#include "isnad/desk/narrator_view.h"
#include "isnad/desk/route.h"
#include "isnad/export/claim_explanation.h"
#include "isnad/export/incident_json.h"
#include "isnad/export/incident_rows.h"
#include "isnad/export/incident_table.h"

namespace isnad {
namespace {

Result<Incident> incident_of(Store& store, const RouteCall& call) {
  auto incident = store.incident(call.path[0]);
  if (!incident) return tl::unexpected(incident.error());
  if (!*incident) return not_there("there is no such incident", call.path[0]);
  return std::move(**incident);
}

Result<std::string> incident(Store& store, const RouteCall& call) {
  const auto found = incident_of(store, call);
  if (!found) return tl::unexpected(found.error());
  std::string out;
  append_incident_json(*found, out);
  return out;
}

Result<std::string> comparison(Store& store, const RouteCall& call) {
  const auto found = incident_of(store, call);
  if (!found) return tl::unexpected(found.error());
  return comparison_json(store, *found);
}

Result<std::string> incident_reviews(Store& store, const RouteCall& call) {
  const auto found = incident_of(store, call);
  if (!found) return tl::unexpected(found.error());
  const auto lines = store.reviews(found->id, 500);
  if (!lines) return tl::unexpected(lines.error());
  return page_json(*lines, static_cast<int64_t>(lines->size()), 0);
}

Result<std::string> all_reviews(Store& store, const RouteCall& /*call*/) {
  const auto lines = store.reviews("", 200);
  if (!lines) return tl::unexpected(lines.error());
  return page_json(*lines, static_cast<int64_t>(lines->size()), 0);
}

// The report as coded, its versions, and where each claim went.
Result<std::string> report(Store& store, const RouteCall& call) {
  const auto coded = store.coded_line(call.path[0]);
  if (!coded) return tl::unexpected(coded.error());
  if (!*coded) return not_there("there is no such report", call.path[0]);
  const auto versions = store.versions(call.path[0]);
  if (!versions) return tl::unexpected(versions.error());
  const auto record = store.report(call.path[0]);
  if (!record || !*record) return not_there("the report cannot be read", call.path[0]);
  std::string line = **coded;
  while (!line.empty() && line.back() == '\n') line.pop_back();
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.key("record");
  json.raw(line);
  json.key("versions");
  json.begin_list();
  for (const VersionCard& version : *versions) write_card(version, json);
  json.end_list();
  json.key("incidents");
  json.begin_object();
  for (const ClaimRecord& claim : (*record)->claims) {
    const auto names = store.incidents_of_claim(claim.id);
    if (!names || names->empty()) continue;
    json.key_of(claim.id);
    json.string(names->front());
  }
  json.end_object();
  json.end_object();
  return out;
}

Result<std::string> claim(Store& store, const RouteCall& call) {
  const std::string& id = call.path[0];
  const size_t mark = id.rfind("#c");
  const auto record = store.report(id.substr(0, mark));
  if (!record) return tl::unexpected(record.error());
  const ClaimRecord* found = nullptr;
  if (*record) {
    for (const ClaimRecord& one : (*record)->claims)
      if (one.id == id) found = &one;
  }
  if (found == nullptr) return not_there("there is no such claim", id);
  const auto incidents = store.incidents_of_claim(id);
  if (!incidents) return tl::unexpected(incidents.error());
  std::string why;
  append_explanation((*record)->report, *found, *incidents, why);
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.key("id");
  json.string(id);
  json.key("report");
  json.string((*record)->report.id);
  json.key("incident");
  json.string_or_null(incidents->empty() ? std::string_view() : incidents->front());
  json.key("quote");
  json.string_or_null(std::string_view(sentence_of((*record)->report, *found)));
  json.key("rule");
  json.string_or_null(std::string_view(found->rule));
  json.key("trace");
  json.begin_list();
  for (const std::string& line : found->trace) json.string(line);
  json.end_list();
  json.key("explanation");
  json.string(why);
  json.end_object();
  return out;
}

Result<std::string> narrator(Store& store, const RouteCall& call) {
  auto json = narrator_json(store, call.path[0]);
  if (json && json->empty()) return not_there("nobody narrates under this name", call.path[0]);
  return json;
}

HttpResponse comparison_table(Desk::Parts& desk, const RouteCall& call) {
  auto store = desk.pool.lend();
  if (!store) return problem(store.error());
  const auto found = incident_of(**store, call);
  if (!found) return problem(404, "there is no such incident", call.path[0]);
  HttpResponse response;
  response.type = "text/csv; charset=utf-8";
  response.headers.emplace_back("Content-Disposition",
                                "attachment; filename=\"" + found->id + ".csv\"");
  append_comparison_csv(call.caller.masked() ? masked(*found) : *found, response.body);
  return response;
}

// The bytes as they were received. They are another's page: never shown, only saved.
HttpResponse original(Desk::Parts& desk, const RouteCall& call) {
  auto store = desk.pool.lend();
  if (!store) return problem(store.error());
  int64_t version = 0;
  const std::string& text = call.path[1];
  std::from_chars(text.data(), text.data() + text.size(), version);
  auto bytes = (*store)->original(call.path[0], version);
  if (!bytes) return problem(bytes.error());
  if (!*bytes) return problem(404, "there is no such version", text);
  HttpResponse response;
  response.type = "application/octet-stream";
  response.headers.emplace_back("Content-Disposition", "attachment; filename=\"report.bin\"");
  response.body = std::move(**bytes);
  return response;
}

HttpResponse status(Desk::Parts& desk, const RouteCall& /*call*/) {
  auto store = desk.pool.lend();
  if (!store) return problem(store.error());
  const auto counts = (*store)->counts();
  if (!counts) return problem(counts.error());
  HttpResponse response;
  JsonWriter json(response.body);
  json.begin_object();
  json.key("engine");
  json.string(desk.options.engine);
  json.key("analyst");
  json.string(desk.options.analyst);
  json.key("state");
  json.integer(store->state());
  for (const auto& [name, count] :
       {std::pair("reports", counts->reports), std::pair("versions", counts->versions),
        std::pair("claims", counts->claims), std::pair("incidents", counts->incidents)}) {
    json.key(name);
    json.integer(count);
  }
  json.end_object();
  return response;
}

HttpResponse openapi(Desk::Parts& /*desk*/, const RouteCall& /*call*/) {
  HttpResponse response;
  response.body = std::string(openapi_document());
  return response;
}

}  // namespace

std::vector<DeskRoute> record_routes() {
  return {
      {"GET", "/api/status", DeskRole::kReader, nullptr, status},
      {"GET", "/api/openapi.json", DeskRole::kNobody, nullptr, openapi},
      {"GET", "/api/incidents/{id}", DeskRole::kReader, incident},
      {"GET", "/api/incidents/{id}/comparison", DeskRole::kReader, comparison},
      {"GET", "/api/incidents/{id}/comparison.csv", DeskRole::kReader, nullptr, comparison_table},
      {"GET", "/api/incidents/{id}/reviews", DeskRole::kReader, incident_reviews},
      {"GET", "/api/reviews", DeskRole::kReader, all_reviews},
      {"GET", "/api/narrators/{name}", DeskRole::kReader, narrator},
      {"GET", "/api/reports/{id}", DeskRole::kReader, report},
      {"GET", "/api/reports/{id}/versions/{version}", DeskRole::kAnalyst, nullptr, original},
      {"GET", "/api/claims/{id}", DeskRole::kReader, claim}};
}

}  // namespace isnad
