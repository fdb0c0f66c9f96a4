// SPDX-License-Identifier: Apache-2.0
// The rules, the one that decides first.
#include "isnad/incident/grade.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace isnad {
namespace {

Agreement of(const Incident& incident, Field field) {
  return incident.agreement[static_cast<size_t>(field)];
}

// Words that own up to an act. Who only states what their forces did, or confirms or denies parts
// of it, has not: most reports of a belligerent's own operations are of that kind.
bool owns_up(std::string_view manner) {
  constexpr std::array<std::string_view, 3> kOwning = {"admits", "announces", "claims"};
  return std::find(kOwning.begin(), kOwning.end(), manner) != kOwning.end();
}

// The narrator is among those who did it, and owns up to it.
const Account* accepting(const Incident& incident) {
  for (const Observation& observation : incident.observations) {
    if (observation.field != Field::kAgent || observation.denied || !owns_up(observation.manner))
      continue;
    const Account& account = incident.accounts[observation.account];
    if (account.denies || account.kind == "outlet" || observation.certainty != "certain") continue;
    const bool same_name = !account.narrator.empty() && account.narrator == observation.party.name;
    const bool same_code = !account.code.empty() && !observation.party.country.empty() &&
                           account.code == observation.party.code;
    if (same_name || same_code) return &account;
  }
  return nullptr;
}

bool nobody_asserts(const Incident& incident) {
  return std::all_of(incident.accounts.begin(), incident.accounts.end(),
                     [](const Account& account) { return account.denies; });
}

}  // namespace

GradeProposal propose_grade(const Incident& incident) {
  const std::string chains = std::to_string(incident.independent_chains);
  if (nobody_asserts(incident)) {
    return {Grade::kDiscounted, "every account of it denies it"};
  }
  const Agreement agent = of(incident, Field::kAgent);
  if (agent == Agreement::kDenied) return {Grade::kContested, "an account denies who did it"};
  if (agent == Agreement::kDisputed)
    return {Grade::kContested, "accounts name different parties as the one who did it"};
  if (of(incident, Field::kOutcome) == Agreement::kDenied)
    return {Grade::kContested, "an account denies that it happened"};
  if (const Account* account = accepting(incident))
    return {Grade::kConfirmed, account->narrator + " owns up to it"};
  if (incident.independent_chains >= 2)
    return {Grade::kFair, chains + " independent accounts, none of which denies it"};
  return {Grade::kWeak, "a single account"};
}

}  // namespace isnad
