// SPDX-License-Identifier: Apache-2.0
// Who denies an act of their own denies having been the one who did it; where the accounts name
// another as its doer, that it happened.
#include "isnad/incident/denial.h"

#include <algorithm>

#include "isnad/incident/agreement.h"

namespace isnad {
namespace {

bool is_same_party(const PartyRecord& party, const NarratorRecord& narrator) {
  if (!party.name.empty() && party.name == narrator.name) return true;
  return !party.country.empty() && !party.code.empty() && party.code == narrator.code;
}

// Whether accounts name a doer, and none names this narrator.
bool is_ascribed_to_others(const std::vector<Member>& members, const NarratorRecord& narrator) {
  Observation own;
  own.field = Field::kAgent;
  own.party = party_of(narrator);
  bool named = false;
  for (const Member& member : members) {
    for (const int number : member.claims) {
      const ClaimRecord* claim = claim_of(member, number);
      if (claim == nullptr || claim->factuality == "denied") continue;
      for (const PartyRecord& party : claim->agents) {
        Observation other = own;
        other.party = party;
        if (party.country.empty()) continue;
        if (own.party.country.empty() || compatible(own, other)) return false;
        named = true;
      }
    }
  }
  return named;
}

}  // namespace

const ClaimRecord* claim_of(const Member& member, int number) {
  const auto found = std::find_if(member.record->claims.begin(), member.record->claims.end(),
                                  [&](const ClaimRecord& claim) { return claim.number == number; });
  return found == member.record->claims.end() ? nullptr : &*found;
}

// "SAU MIL" is a country and a sector; anything else says neither.
PartyRecord party_of(const NarratorRecord& narrator) {
  const size_t space = narrator.code.find(' ');
  if (space == std::string::npos) return {narrator.text, narrator.name, narrator.code, "", ""};
  return {narrator.text, narrator.name, narrator.code, narrator.code.substr(0, space),
          narrator.code.substr(space + 1)};
}

std::string kind_of_denial(const std::vector<Member>& members, const ClaimRecord& claim,
                           const NarratorRecord& narrator) {
  if (!claim.denies.empty() && claim.denies != "event") return claim.denies;
  const bool own_act = std::any_of(claim.agents.begin(), claim.agents.end(),
                                   [&](const auto& one) { return is_same_party(one, narrator); });
  return own_act && !is_ascribed_to_others(members, narrator) ? "responsibility" : "event";
}

}  // namespace isnad
