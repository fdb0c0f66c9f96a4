// SPDX-License-Identifier: Apache-2.0
// Whether accounts agree, field by field, each field with its own equality: ranges that meet agree,
// a place agrees with the place that holds it, a state with its army, "gunmen" with whomever.
#pragma once

#include "isnad/incident/incident.h"

namespace isnad {

// Whether two values of one field can both be right. Symmetric.
[[nodiscard]] bool compatible(const Observation& a, const Observation& b);
// Whether the two are the same value: one row of the field's list.
[[nodiscard]] bool same_value(const Observation& a, const Observation& b);

// The state of one field over the incident's observations. Two accounts differ where no value of
// one goes with any value of the other; an outlet's own voice never differs from narrators it
// cites.
[[nodiscard]] Agreement agreement_of(const Incident& incident, Field field);

// What an account's cell shows beside the others: agrees, differs, denies, or says nothing.
enum class Mark : uint8_t { kAgree, kDiffer, kDeny, kNotStated, kAlone };
[[nodiscard]] Mark mark_of(const Incident& incident, Field field, size_t account);

// The two accounts alone: agree, differ, deny (either denies what the other holds), or not stated
// where one of them says nothing of it. Symmetric.
[[nodiscard]] Mark mark_between(const Incident& incident, Field field, size_t account,
                                size_t other);

}  // namespace isnad
