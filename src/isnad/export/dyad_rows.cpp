// SPDX-License-Identifier: Apache-2.0
// PLOVER and CAMEO: a row for each agent with each target.
#include <algorithm>
#include <array>

#include "isnad/export/row_parts.h"
#include "isnad/export/row_shapes.h"

namespace isnad::rows {
namespace {

// CAMEO roots and finer codes that our types and means have an equal in.
struct CameoCode {
  std::string_view type, mode, code;
};
constexpr std::array<CameoCode, 34> kCameoCodes = {{
    {"AGREE", "", "03"},
    {"CONSULT", "", "04"},
    {"SUPPORT", "", "05"},
    {"COOPERATE", "", "06"},
    {"AID", "", "07"},
    {"CONCEDE", "", "08"},
    {"RETREAT", "withdraw", "0874"},
    {"RETREAT", "release", "0841"},
    {"RETREAT", "ceasefire", "0871"},
    {"RETREAT", "", "08"},
    {"REQUEST", "", "10"},
    {"ACCUSE", "investigate", "09"},
    {"ACCUSE", "", "11"},
    {"REJECT", "", "12"},
    {"THREATEN", "", "13"},
    {"PROTEST", "demo", "141"},
    {"PROTEST", "hunger", "142"},
    {"PROTEST", "strike", "143"},
    {"PROTEST", "boycott", "143"},
    {"PROTEST", "obstruct", "144"},
    {"PROTEST", "riot", "145"},
    {"PROTEST", "", "14"},
    {"MOBILIZE", "", "15"},
    {"SANCTION", "", "16"},
    {"COERCE", "seize", "171"},
    {"COERCE", "arrest", "173"},
    {"COERCE", "deport", "174"},
    {"COERCE", "", "17"},
    {"ASSAULT", "abduct", "181"},
    {"ASSAULT", "suicide-attack", "1831"},
    {"ASSAULT", "explosives", "183"},
    {"ASSAULT", "firearms", "193"},
    {"ASSAULT", "heavy-weapons", "194"},
    {"ASSAULT", "", "18"},
}};

std::string_view cameo_code(const Incident& incident) {
  if (incident.type == "ASSAULT" && (incident.mode == "aerial" || incident.mode == "drone"))
    return "195";
  for (const CameoCode& row : kCameoCodes)
    if (row.type == incident.type && (row.mode.empty() || row.mode == incident.mode))
      return row.code;
  return {};
}

struct Quad {
  std::string_view type, quad, intensity;
};
constexpr std::array<Quad, 16> kQuads = {{{"AGREE", "1", "2"},
                                          {"CONSULT", "1", "2.5"},
                                          {"SUPPORT", "1", "5"},
                                          {"CONCEDE", "1", "4.5"},
                                          {"COOPERATE", "2", "9.5"},
                                          {"AID", "2", "10"},
                                          {"RETREAT", "2", "6.5"},
                                          {"REQUEST", "3", "0"},
                                          {"ACCUSE", "3", ""},
                                          {"REJECT", "3", "-2"},
                                          {"THREATEN", "3", "-3.5"},
                                          {"PROTEST", "4", "-5"},
                                          {"SANCTION", "4", "-6"},
                                          {"MOBILIZE", "4", "-5.5"},
                                          {"COERCE", "4", "-7"},
                                          {"ASSAULT", "4", "-9"}}};

Quad quad_of(std::string_view type) {
  const auto* found = std::find_if(kQuads.begin(), kQuads.end(),
                                   [&](const Quad& quad) { return quad.type == type; });
  return found == kQuads.end() ? Quad{} : *found;
}

// Each agent with each target; an absent side is an empty one.
std::vector<Row> per_pair(const Incident& incident, const std::vector<FieldValue>& agents,
                          const std::vector<FieldValue>& targets,
                          Row (*make)(const Incident&, const FieldValue&, const FieldValue&,
                                      const RowOptions&),
                          const RowOptions& options) {
  std::vector<Row> rows;
  const std::vector<FieldValue> nobody(1);
  for (const FieldValue& agent : agents.empty() ? nobody : agents)
    for (const FieldValue& target : targets.empty() ? nobody : targets)
      if (!agent.value.starts_with("not ") && !target.value.starts_with("not "))
        rows.push_back(make(incident, agent, target, options));
  return rows;
}

Row plover_row(const Incident& incident, const FieldValue& agent, const FieldValue& target,
               const RowOptions& options) {
  const Quad quad = quad_of(incident.type);
  const auto party = [&](const FieldValue& value) -> Row {
    const std::string name = value.value.empty() ? "" : shown_party(value, options);
    return {
        name, country_of(value.code), "", sector_of(value.code), sector_of(value.code), "", name,
        ""};
  };
  Row row = {incident.id,
             day(incident.earliest),
             incident.type,
             incident.mode,
             std::string(quad.intensity),
             std::string(quad.quad),
             ""};
  for (const FieldValue* value : {&agent, &target}) {
    const Row cells = party(*value);
    row.insert(row.end(), cells.begin(), cells.end());
  }
  const auto& place = incident.place;
  row.insert(
      row.end(),
      {place_name(incident), "", path_at(incident, 2), path_at(incident, 1), path_at(incident, 0),
       place ? degrees(place->latitude) : "", place ? degrees(place->longitude) : "",
       place && place->gazetteer_id.starts_with("geonames:") ? place->gazetteer_id.substr(9) : "",
       place ? place->text : "", place ? place->feature : "", sources_of(incident), "", "", "", "",
       "ar", "isnad.incident/1"});
  return row;
}

Row cameo_row(const Incident& incident, const FieldValue& agent, const FieldValue& target,
              const RowOptions& options) {
  const std::string_view code = cameo_code(incident);
  const std::string root(code.substr(0, 2));
  const auto& place = incident.place;
  return {incident.id,
          day(incident.earliest),
          agent.value.empty() ? "" : shown_party(agent, options),
          agent.code,
          target.value.empty() ? "" : shown_party(target, options),
          target.code,
          std::string(code),
          root,
          std::string(quad_of(incident.type).quad),
          place_name(incident),
          path_at(incident, 0),
          place ? degrees(place->latitude) : "",
          place ? degrees(place->longitude) : "",
          sources_of(incident)};
}

}  // namespace

std::vector<Row> plover(const Incident& incident, const RowOptions& options) {
  return per_pair(incident, values(incident, Field::kAgent), values(incident, Field::kTarget),
                  plover_row, options);
}

std::vector<Row> cameo(const Incident& incident, const RowOptions& options) {
  if (cameo_code(incident).empty()) return {};
  return per_pair(incident, values(incident, Field::kAgent), values(incident, Field::kTarget),
                  cameo_row, options);
}

}  // namespace isnad::rows
