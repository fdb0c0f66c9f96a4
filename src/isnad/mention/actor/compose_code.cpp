// SPDX-License-Identifier: Apache-2.0
// Which code a described party has; the cases are those of docs/decisions/0040.
#include "isnad/mention/actor/compose_code.h"

namespace isnad {
namespace {

// Sectors that an agent noun has for want of a better one: armed, leading, speaking, or none.
bool is_generic(const PartyRow& head) {
  if (head.table != PartyTable::kAgentNoun && head.table != PartyTable::kOffice) return false;
  if (head.noun_class == NounClass::kSource) return true;
  return head.sector.empty() || head.sector == "UAF" || head.sector == "ELI" ||
         (head.sector == "GOV" && head.noun_class == NounClass::kPeople);
}

bool is_civil(std::string_view sector) {
  return sector == "CVL" || sector == "SOC" || sector == "REL" || sector == "REF";
}

bool bears_arms(const PartyRow& head) {
  if (head.noun_class == NounClass::kEquipment) return false;  // an army's aircraft
  return head.sector.empty() || head.sector == "UAF" || head.sector == "REB" ||
         head.sector == "PAR";
}

}  // namespace

bool takes_inner_code(const PartyRow& head) { return is_generic(head); }

PartyCode compose_code(const PartyRow& head, std::string_view adjective_country,
                       std::string_view adjective_sector, PartyTie tie, const PartyCode& other,
                       bool other_is_state) {
  PartyCode out{head.name, head.country, head.sector};
  if (out.country.empty()) out.country = adjective_country;
  const bool armed_men = head.sector == "CVL" && adjective_sector == "UAF";  // رجال مسلحون
  if (!adjective_sector.empty() &&
      (head.sector.empty() || armed_men || (head.sector == "UAF" && adjective_sector != "UAF")))
    out.sector = adjective_sector;
  switch (tie) {
    case PartyTie::kNone:
      break;
    case PartyTie::kConstruct:
    case PartyTie::kComplement:
      if (out.country.empty()) out.country = other.country;
      if (is_generic(head) && !other.sector.empty()) {
        // مقاتلو الطوارق (fighters of the Tuareg): a people's fighters bear arms all the same.
        const bool keeps_arms = head.sector == "UAF" && is_civil(other.sector);
        if (!keeps_arms) out.sector = other.sector;
        out.country = other.country.empty() ? out.country : other.country;
        if (out.name.empty()) out.name = other.name;
      } else if (head.sector == "MIL" && other.sector == "COP") {
        out.sector = other.sector;  // قوة من الشرطة (a force of the police)
      }
      break;
    case PartyTie::kAffiliated:
      if (other_is_state && bears_arms(head)) {
        out.sector = "PAR";
        if (!other.country.empty()) out.country = other.country;
      } else {
        if (out.country.empty()) out.country = other.country;
        if (is_generic(head) && !other.sector.empty()) out.sector = other.sector;
      }
      break;
    case PartyTie::kLed:
      if (out.country.empty()) out.country = other.country;
      break;
  }
  return out;
}

}  // namespace isnad
