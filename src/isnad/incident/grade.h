// SPDX-License-Identifier: Apache-2.0
// A grade after Airwars' scale, proposed from accounts and their agreement; a person decides.
// docs/reference/incidents.md says the rules in words; each grade carries the reason that gave it.
#pragma once

#include <string>

#include "isnad/incident/incident.h"

namespace isnad {

struct GradeProposal {
  Grade grade = Grade::kWeak;
  std::string reason;  // one English sentence
};
// Needs the incident's accounts, observations and agreement.
[[nodiscard]] GradeProposal propose_grade(const Incident& incident);

}  // namespace isnad
