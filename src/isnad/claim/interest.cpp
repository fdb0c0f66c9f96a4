// SPDX-License-Identifier: Apache-2.0
// Which narrators of a claim are parties to what it tells. An army's word on its own strike weighs
// otherwise than a doctor's; the claim only says so and draws no conclusion.
#include "isnad/claim/interest.h"

#include <algorithm>
#include <array>

#include "isnad/claim/make_claims.h"

namespace isnad {
namespace {

constexpr size_t kCountry = 3;  // letters of a code's country

// Sectors whose members act and speak for one side: PLOVER's state and armed sectors.
bool takes_sides(std::string_view sector) {
  static constexpr std::array<std::string_view, 7> kSides = {"GOV", "MIL", "COP", "SPY",
                                                             "REB", "PAR", "UAF"};
  return std::find(kSides.begin(), kSides.end(), sector) != kSides.end();
}

}  // namespace

bool is_party(const Narrator& narrator, const Party& party) {
  if (party.span.begin < narrator.span.end && narrator.span.begin < party.span.end) return true;
  if (!narrator.name.empty() && narrator.name == party.name) return true;
  if (narrator.code.size() <= kCountry || party.code.size() <= kCountry) return false;
  if (narrator.code == party.code) return true;
  const bool speaks_for_state = narrator.kind == NarratorKind::kBelligerent ||
                                narrator.kind == NarratorKind::kGovernment ||
                                narrator.kind == NarratorKind::kOfficial;
  return speaks_for_state && takes_sides(party.sector) &&
         takes_sides(std::string_view(narrator.code).substr(narrator.code.size() - kCountry)) &&
         narrator.code.compare(0, kCountry, party.code, 0, kCountry) == 0;
}

void mark_interest(std::vector<Claim>& claims) {
  for (auto& claim : claims) {
    for (auto& link : claim.chain) {
      auto& narrator = link.narrator;
      if (narrator.kind == NarratorKind::kOutlet && narrator.span.empty()) continue;
      const auto takes_part = [&](const Party& party) { return is_party(narrator, party); };
      const auto& event = claim.event;
      narrator.interested =
          std::any_of(event.agents.begin(), event.agents.end(), takes_part) ||
          std::any_of(event.recipients.begin(), event.recipients.end(), takes_part);
    }
  }
}

}  // namespace isnad
