// SPDX-License-Identifier: Apache-2.0
// Column by column, as docs/reference/exports.md says.
#include "isnad/export/incident_rows.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace isnad {
namespace {

using Row = std::vector<std::string>;

const std::vector<FieldValue>& values(const Incident& incident, Field field) {
  return incident.fields[static_cast<size_t>(field)];
}
bool is_disputed(const Incident& incident, Field field) {
  const Agreement agreement = incident.agreement[static_cast<size_t>(field)];
  return agreement == Agreement::kDisputed || agreement == Agreement::kDenied;
}
std::string day(std::optional<int> value) { return value ? iso_day(*value) : std::string(); }

std::string degrees(std::optional<double> value) {
  if (!value) return {};
  char text[32];
  return {text, static_cast<size_t>(std::snprintf(text, sizeof text, "%.5f", *value))};
}

std::string join(const std::vector<std::string>& parts, std::string_view between) {
  std::string joined;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!joined.empty()) joined += between;
    joined += part;
  }
  return joined;
}

// Least, and most, that any account supports; what is open above stays open.
struct Bounds {
  std::optional<int64_t> low, high;
  bool open = false;
};
Bounds bounds(const Incident& incident, Field field) {
  Bounds all;
  for (const Observation& one : incident.observations) {
    if (one.field != field || one.denied || one.superseded) continue;
    const auto low = one.range.low ? one.range.low : one.range.best;
    if (low) all.low = std::min(all.low.value_or(*low), *low);
    const auto high = one.range.high ? one.range.high : one.range.best;
    if (high) all.high = std::max(all.high.value_or(*high), *high);
    if (!one.range.high) all.open = true;
    if (low) all.high = std::max(all.high.value_or(*low), *low);
  }
  return all;
}
std::string number(const std::optional<int64_t>& value) {
  return value ? std::to_string(*value) : std::string();
}

std::vector<std::string> parties(const Incident& incident, Field field, const RowOptions& options) {
  std::vector<std::string> names;
  for (const FieldValue& value : values(incident, field)) {
    if (value.value.starts_with("not ")) continue;
    const std::string name = shown_party(value, options);
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  return names;
}
std::string nth(const std::vector<std::string>& list, size_t n) {
  return n < list.size() ? list[n] : std::string();
}

std::string sector_of(const std::string& code) {
  const size_t space = code.rfind(' ');
  return space == std::string::npos ? code : code.substr(space + 1);
}
std::string country_of(const std::string& code) {
  const size_t space = code.find(' ');
  return space == std::string::npos && code.size() != 3 ? std::string() : code.substr(0, space);
}

std::string place_name(const Incident& incident) {
  if (!incident.place) return {};
  return !incident.place->name_en.empty() ? incident.place->name_en : incident.place->text;
}
std::string path_at(const Incident& incident, size_t level) {
  return incident.place ? nth(incident.place->path, level) : std::string();
}

std::string notes_of(const Incident& incident, const RowOptions& options) {
  std::vector<std::string> notes;
  for (size_t field = 0; field < kFields; ++field) {
    if (!is_disputed(incident, static_cast<Field>(field))) continue;
    std::string note = std::string(kFieldNames[field]) + " " +
                       std::string(agreement_name(incident.agreement[field])) + ":";
    for (const FieldValue& value : incident.fields[field]) {
      const bool party = field == static_cast<size_t>(Field::kAgent) ||
                         field == static_cast<size_t>(Field::kTarget);
      note += " " + (party ? shown_party(value, options) : value.value) + " (" +
              join(value.narrators, ", ") + ");";
    }
    notes.push_back(note);
  }
  notes.push_back("Isnad " + incident.id + ", " + incident.review.status +
                  (incident.review.graded ? ", grade " : ", proposed grade ") +
                  std::string(grade_name(incident.grade)));
  return join(notes, " ");
}

std::string sources_of(const Incident& incident) {
  std::vector<std::string> names;
  for (const Account& account : incident.accounts)
    for (const std::string& outlet : account.outlets)
      if (std::find(names.begin(), names.end(), outlet) == names.end()) names.push_back(outlet);
  return join(names, "; ");
}

// ACLED's own words, from type and means.
struct AcledKind {
  std::string_view type, means, event, sub;
};
constexpr std::array<AcledKind, 36> kAcledKinds = {{
    {"ASSAULT", "airstrike", "Explosions/Remote violence", "Air/drone strike"},
    {"ASSAULT", "helicopter", "Explosions/Remote violence", "Air/drone strike"},
    {"ASSAULT", "barrel-bomb", "Explosions/Remote violence", "Air/drone strike"},
    {"ASSAULT", "drone", "Explosions/Remote violence", "Air/drone strike"},
    {"ASSAULT", "shelling", "Explosions/Remote violence", "Shelling/artillery/missile attack"},
    {"ASSAULT", "mortar", "Explosions/Remote violence", "Shelling/artillery/missile attack"},
    {"ASSAULT", "rocket", "Explosions/Remote violence", "Shelling/artillery/missile attack"},
    {"ASSAULT", "missile", "Explosions/Remote violence", "Shelling/artillery/missile attack"},
    {"ASSAULT", "tank", "Explosions/Remote violence", "Shelling/artillery/missile attack"},
    {"ASSAULT", "ied", "Explosions/Remote violence", "Remote explosive/landmine/IED"},
    {"ASSAULT", "car-bomb", "Explosions/Remote violence", "Remote explosive/landmine/IED"},
    {"ASSAULT", "motorcycle-bomb", "Explosions/Remote violence", "Remote explosive/landmine/IED"},
    {"ASSAULT", "mine", "Explosions/Remote violence", "Remote explosive/landmine/IED"},
    {"ASSAULT", "explosion", "Explosions/Remote violence", "Remote explosive/landmine/IED"},
    {"ASSAULT", "grenade", "Explosions/Remote violence", "Grenade"},
    {"ASSAULT", "suicide", "Explosions/Remote violence", "Suicide bomb"},
    {"ASSAULT", "suicide-car-bomb", "Explosions/Remote violence", "Suicide bomb"},
    {"ASSAULT", "chemical", "Explosions/Remote violence", "Chemical weapon"},
    {"ASSAULT", "clash", "Battles", "Armed clash"},
    {"ASSAULT", "ambush", "Battles", "Armed clash"},
    {"ASSAULT", "advance", "Battles", "Armed clash"},
    {"ASSAULT", "kidnapping", "Violence against civilians", "Abduction/forced disappearance"},
    {"ASSAULT", "captured", "Violence against civilians", "Abduction/forced disappearance"},
    {"ASSAULT", "sexual-violence", "Violence against civilians", "Sexual violence"},
    {"ASSAULT", "tear-gas", "Protests", "Protest with intervention"},
    {"ASSAULT", "live-fire-on-crowd", "Protests", "Excessive force against protesters"},
    {"ASSAULT", "demolition", "Strategic developments", "Looting/property destruction"},
    {"ASSAULT", "looting", "Strategic developments", "Looting/property destruction"},
    {"ASSAULT", "", "Violence against civilians", "Attack"},
    {"PROTEST", "riot", "Riots", "Violent demonstration"},
    {"PROTEST", "prison-riot", "Riots", "Violent demonstration"},
    {"PROTEST", "escape", "Strategic developments", "Other"},
    {"PROTEST", "", "Protests", "Peaceful protest"},
    {"COERCE", "arrest", "Strategic developments", "Arrests"},
    {"AGREE", "", "Strategic developments", "Agreement"},
    {"", "", "Strategic developments", "Other"},
}};

const AcledKind& acled_kind(const Incident& incident) {
  return *std::find_if(kAcledKinds.begin(), kAcledKinds.end(), [&](const AcledKind& kind) {
    return (kind.type.empty() || kind.type == incident.type) &&
           (kind.means.empty() || kind.means == incident.means);
  });
}

std::string acled_inter(const std::string& code) {
  const std::string sector = sector_of(code);
  if (sector == "MIL" || sector == "COP" || sector == "GOV" || sector == "SPY")
    return "State Forces";
  if (sector == "REB") return "Rebel Groups";
  if (sector == "PAR" || sector == "PRM" || sector == "UAF") return "Political Militias";
  if (sector == "CVL" || sector == "JRN" || sector == "MED" || sector == "REF") return "Civilians";
  return {};
}

std::string first_code(const Incident& incident, Field field) {
  const auto& all = values(incident, field);
  return all.empty() ? std::string() : all.front().code;
}

std::string day_precision(const Incident& incident, bool ucdp) {
  if (!incident.earliest || !incident.latest) return {};
  const int days = *incident.latest - *incident.earliest + 1;
  if (days <= 1) return "1";
  if (ucdp) return days <= 6 ? "2" : days <= 7 ? "3" : days <= 31 ? "4" : "5";
  return days <= 7 ? "2" : "3";
}

std::string disorder_of(const AcledKind& kind) {
  if (kind.event == "Protests" || kind.event == "Riots") return "Demonstrations";
  return kind.event == "Strategic developments" ? "Strategic developments" : "Political violence";
}

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

std::vector<Row> native(const Incident& incident, const RowOptions& options) {
  Row row = {incident.id,
             incident.title,
             incident.type,
             incident.mode,
             incident.means,
             day(incident.earliest),
             day(incident.latest),
             place_name(incident),
             incident.place ? incident.place->name_ar : "",
             incident.place ? incident.place->country : "",
             incident.place ? incident.place->adm1 : "",
             incident.place ? degrees(incident.place->latitude) : "",
             incident.place ? degrees(incident.place->longitude) : "",
             incident.place && incident.place->radius_km > 0
                 ? std::to_string(std::lround(incident.place->radius_km * 1000))
                 : "",
             join(parties(incident, Field::kAgent, options), "; "),
             join(parties(incident, Field::kTarget, options), "; ")};
  for (const Field field : {Field::kKilled, Field::kInjured}) {
    const Bounds toll = bounds(incident, field);
    row.push_back(number(toll.low));
    row.push_back(toll.open ? "" : number(toll.high));
  }
  for (const Agreement agreement : incident.agreement) row.emplace_back(agreement_name(agreement));
  row.insert(row.end(),
             {std::to_string(incident.reports.size()), std::to_string(incident.independent_chains),
              std::to_string(incident.copies), std::string(grade_name(incident.grade)),
              incident.grade_reason, incident.review.status, join(incident.reports, "; ")});
  return {row};
}

Row split(std::string_view names) {
  Row columns;
  while (!names.empty()) {
    const size_t comma = std::min(names.find(','), names.size());
    columns.emplace_back(names.substr(0, comma));
    names.remove_prefix(std::min(comma + 1, names.size()));
  }
  return columns;
}

}  // namespace

std::string shown_party(const FieldValue& value, const RowOptions& options) {
  if (!options.mask_names) return value.value;
  const std::string sector = sector_of(value.code);
  const bool of_nobody = value.code.empty() || sector == "CVL" || sector == "REF" ||
                         sector == "JRN" || sector == "MED";
  return of_nobody && !value.value.empty() ? "[name withheld]" : value.value;
}

Incident masked(Incident incident) {
  const RowOptions mask{true};
  for (const Field field : {Field::kAgent, Field::kTarget})
    for (FieldValue& value : incident.fields[static_cast<size_t>(field)])
      value.value = shown_party(value, mask);
  std::vector<std::string> private_narrators;
  for (Account& account : incident.accounts) {
    if (account.kind != "witness" && account.kind != "local" && account.kind != "social") continue;
    private_narrators.push_back(account.narrator);
    account.narrator = "[name withheld]";
  }
  for (auto& values : incident.fields) {
    for (FieldValue& value : values) {
      for (std::string& narrator : value.narrators) {
        if (std::find(private_narrators.begin(), private_narrators.end(), narrator) !=
            private_narrators.end())
          narrator = "[name withheld]";
      }
    }
  }
  for (Observation& one : incident.observations) {
    one.words.clear();
    FieldValue value;
    value.value = one.value;
    value.code = one.code;
    if (one.field == Field::kAgent || one.field == Field::kTarget)
      one.value = shown_party(value, mask);
  }
  incident.title.clear();
  return incident;
}

std::vector<std::string> columns_of(RowShape shape) {
  switch (shape) {
    case RowShape::kIncidents:
      return split(
          "incident_id,title,type,mode,means,earliest,latest,place,place_ar,country,adm1,latitude,"
          "longitude,precision_m,agents,targets,killed_min,killed_max,injured_min,injured_max,"
          "means_agreement,agent_agreement,target_agreement,place_agreement,time_agreement,"
          "weapon_agreement,killed_agreement,injured_agreement,outcome_agreement,reports,"
          "independent_chains,copies,proposed_grade,grade_reason,review_state,report_ids");
    case RowShape::kAcled:
      return split(
          "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,"
          "actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,"
          "iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,"
          "source,source_scale,notes,fatalities,tags,timestamp");
    case RowShape::kUcdp:
      return split(
          "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,"
          "conflict_new_id,conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,"
          "side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,"
          "source_article,source_office,source_date,source_headline,source_original,where_prec,"
          "where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,"
          "priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,"
          "deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob");
    case RowShape::kHxl:
      return split(
          "event_id,event_date,event_type,sub_event_type,actor1,actor2,country,admin1,admin2,"
          "location,location_ar,latitude,longitude,notes,killed_min,killed_max,injured_min,source,"
          "review_state");
    case RowShape::kPlover:
      return split(
          "Event ID,Event Date,Event Type,Event Mode,Intensity,Quad Code,Contexts,Actor Name,Actor "
          "Country,Actor COW,Primary Actor Sector,Actor Sectors,Actor Title,Actor Name Raw,"
          "Wikipedia Actor ID,Recipient Name,Recipient Country,Recipient COW,Primary Recipient "
          "Sector,Recipient Sectors,Recipient Title,Recipient Name Raw,Wikipedia Recipient ID,"
          "Placename,City,District,Province,Country,Latitude,Longitude,GeoNames ID,Raw Placename,"
          "Feature Type,Source,Publication Date,Story People,Story Organizations,Story Locations,"
          "Language,Version");
    case RowShape::kCameo:
      return split(
          "Event ID,Event Date,Source Name,Source Code,Target Name,Target Code,CAMEO Code,Root "
          "Code,Quad Class,Location,Country,Latitude,Longitude,Publisher");
  }
  return {};
}

std::vector<std::string> hxl_tags() {
  return split(
      "#event+id,#date+occurred,#event+type,#event+type+sub,#group+name+first,#group+name+second,"
      "#country+name,#adm1+name,#adm2+name,#loc+name+i_en,#loc+name+i_ar,#geo+lat,#geo+lon,"
      "#description,#affected+killed+min,#affected+killed+max,#affected+injured+min,"
      "#meta+source+name,#status+review");
}

std::vector<std::vector<std::string>> rows_of(const Incident& incident, RowShape shape,
                                              const RowOptions& options) {
  const auto& agents = values(incident, Field::kAgent);
  const auto& targets = values(incident, Field::kTarget);
  switch (shape) {
    case RowShape::kIncidents:
      return native(incident, options);
    case RowShape::kAcled:
      return acled(incident, options);
    case RowShape::kUcdp:
      return ucdp(incident, options);
    case RowShape::kHxl:
      return hxl(incident, options);
    case RowShape::kPlover:
      return per_pair(incident, agents, targets, plover_row, options);
    case RowShape::kCameo:
      if (cameo_code(incident).empty()) return {};
      return per_pair(incident, agents, targets, cameo_row, options);
  }
  return {};
}

}  // namespace isnad
