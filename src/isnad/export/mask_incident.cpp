// SPDX-License-Identifier: Apache-2.0
// Whose names are private, and an incident without them.
#include <algorithm>

#include "isnad/export/row_parts.h"

namespace isnad {

std::string shown_party(const FieldValue& value, const RowOptions& options) {
  if (!options.mask_names) return value.value;
  const std::string sector = rows::sector_of(value.code);
  const bool of_nobody = value.code.empty() || sector == "CVL" || sector == "REF" ||
                         sector == "JRN" || sector == "MED";
  return of_nobody && !value.value.empty() ? "[name withheld]" : value.value;
}

Incident masked(Incident incident) {
  const RowOptions mask{true};
  for (const Field field : {Field::kAgent, Field::kTarget})
    for (FieldValue& value : incident.fields[static_cast<size_t>(field)])
      value.value = shown_party(value, mask);
  std::vector<std::string> private_narrators;
  for (Account& account : incident.accounts) {
    if (account.kind != "witness" && account.kind != "local" && account.kind != "social") continue;
    private_narrators.push_back(account.narrator);
    account.narrator = "[name withheld]";
  }
  for (auto& values : incident.fields) {
    for (FieldValue& value : values) {
      for (std::string& narrator : value.narrators) {
        if (std::find(private_narrators.begin(), private_narrators.end(), narrator) !=
            private_narrators.end())
          narrator = "[name withheld]";
      }
    }
  }
  for (Observation& one : incident.observations) {
    one.words.clear();
    FieldValue value;
    value.value = one.value;
    value.code = one.code;
    if (one.field == Field::kAgent || one.field == Field::kTarget)
      one.value = shown_party(value, mask);
  }
  incident.title.clear();
  return incident;
}

}  // namespace isnad
