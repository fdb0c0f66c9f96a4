// SPDX-License-Identifier: Apache-2.0
// ACLED's own words, from type and means; HXL and UCDP lean on them too.
#pragma once

#include <string>
#include <string_view>

#include "isnad/incident/incident.h"

namespace isnad::rows {

struct AcledKind {
  std::string_view type, means, event, sub;
};

[[nodiscard]] const AcledKind& acled_kind(const Incident& incident);
// ACLED's kind of actor for a party's code; empty where it has none.
[[nodiscard]] std::string acled_inter(const std::string& code);
[[nodiscard]] std::string disorder_of(const AcledKind& kind);

}  // namespace isnad::rows
