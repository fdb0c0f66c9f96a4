// SPDX-License-Identifier: Apache-2.0
// The table, and how a row of it is found.
#include "isnad/export/acled_kind.h"

#include <algorithm>
#include <array>

#include "isnad/export/row_parts.h"

namespace isnad::rows {
namespace {

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

}  // namespace

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

std::string disorder_of(const AcledKind& kind) {
  if (kind.event == "Protests" || kind.event == "Riots") return "Demonstrations";
  return kind.event == "Strategic developments" ? "Strategic developments" : "Political violence";
}

}  // namespace isnad::rows
