// SPDX-License-Identifier: Apache-2.0
// Accounts that count, corrections, and denials linked to what they deny.
#include "isnad/incident/settle.h"

#include <algorithm>

#include "isnad/incident/agreement.h"

namespace isnad {
namespace {

// An outlet that names narrators adds no account of its own to theirs.
void settle_accounts(Incident& incident) {
  for (Account& account : incident.accounts) {
    if (account.kind != "outlet") continue;
    account.counted =
        std::any_of(account.reports.begin(), account.reports.end(), [&](const std::string& report) {
          return std::none_of(
              incident.accounts.begin(), incident.accounts.end(), [&](const Account& other) {
                return other.kind != "outlet" &&
                       std::find(other.reports.begin(), other.reports.end(), report) !=
                           other.reports.end();
              });
        });
  }
}

// A later figure of the same narrator takes the earlier one's place; both are kept.
void find_corrections(Incident& incident) {
  auto& all = incident.observations;
  for (Observation& earlier : all) {
    if (earlier.field != Field::kKilled && earlier.field != Field::kInjured) continue;
    for (const Observation& later : all) {
      if (later.field != earlier.field || later.account != earlier.account ||
          later.published <= earlier.published || compatible(earlier, later) || later.denied ||
          earlier.denied) {
        continue;
      }
      if (!earlier.superseded) {
        incident.corrections.push_back({earlier.field, incident.accounts[earlier.account].narrator,
                                        earlier.value, later.value, later.published, later.claim});
      }
      earlier.superseded = true;
    }
  }
}

void link_denials(Incident& incident) {
  for (DenialLink& link : incident.denials) {
    const Field field = link.kind == "responsibility" ? Field::kAgent
                        : link.kind == "victims"      ? Field::kTarget
                        : link.kind == "number"       ? Field::kKilled
                                                      : Field::kOutcome;
    for (const Observation& observation : incident.observations) {
      const bool figure = link.kind == "number" && observation.field == Field::kInjured;
      if ((observation.field != field && !figure) || observation.denied) continue;
      if (incident.accounts[observation.account].narrator == link.narrator) continue;
      if (std::find(link.denied.begin(), link.denied.end(), observation.claim) ==
          link.denied.end()) {
        link.denied.push_back(observation.claim);
      }
    }
  }
}

}  // namespace

void settle(Incident& incident) {
  settle_accounts(incident);
  find_corrections(incident);
  link_denials(incident);
}

}  // namespace isnad
