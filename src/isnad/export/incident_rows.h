// SPDX-License-Identifier: Apache-2.0
// Incidents and claims as rows in the shapes other people's tools read: ACLED, UCDP GED, HXL,
// POLECAT (PLOVER), CAMEO, and our own. The shapes are theirs, the data ours; nothing is invented
// to fill a column: what is not known is empty.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "isnad/incident/incident.h"

namespace isnad {

enum class RowShape : uint8_t { kIncidents, kAcled, kUcdp, kHxl, kPlover, kCameo };

struct RowOptions {
  bool mask_names = false;  // private people's names become "[name withheld]"
};

// The column names, in order; HXL has its tags as a second row.
[[nodiscard]] std::vector<std::string> columns_of(RowShape shape);
[[nodiscard]] std::vector<std::string> hxl_tags();

// The incident's rows: one, but for PLOVER and CAMEO (one for each pair of parties). None where the
// shape has no place for it (CAMEO without a code, UCDP without deaths).
[[nodiscard]] std::vector<std::vector<std::string>> rows_of(const Incident& incident,
                                                            RowShape shape,
                                                            const RowOptions& options);

// The incident without what could name private people: parties and witnesses, and the headline.
[[nodiscard]] Incident masked(Incident incident);

// A party's name, unless it is a private person's and names are masked. Private is who bears no
// office, organisation or state: no code with a country, or a civilian's.
[[nodiscard]] std::string shown_party(const FieldValue& value, const RowOptions& options);

}  // namespace isnad
