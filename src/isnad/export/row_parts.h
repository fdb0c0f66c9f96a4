// SPDX-License-Identifier: Apache-2.0
// What several shapes of rows take from an incident.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/export/incident_rows.h"

namespace isnad::rows {

using Row = std::vector<std::string>;

[[nodiscard]] const std::vector<FieldValue>& values(const Incident& incident, Field field);
[[nodiscard]] bool is_disputed(const Incident& incident, Field field);
[[nodiscard]] std::string day(std::optional<int> value);
[[nodiscard]] std::string degrees(std::optional<double> value);
[[nodiscard]] std::string join(const std::vector<std::string>& parts, std::string_view between);

// Least, and most, that any account supports; what is open above stays open.
struct Bounds {
  std::optional<int64_t> low, high;
  bool open = false;
};
[[nodiscard]] Bounds bounds(const Incident& incident, Field field);
[[nodiscard]] std::string number(const std::optional<int64_t>& value);

[[nodiscard]] std::vector<std::string> parties(const Incident& incident, Field field,
                                               const RowOptions& options);
[[nodiscard]] std::string nth(const std::vector<std::string>& list, size_t n);
[[nodiscard]] std::string sector_of(const std::string& code);
[[nodiscard]] std::string country_of(const std::string& code);
[[nodiscard]] std::string first_code(const Incident& incident, Field field);

[[nodiscard]] std::string place_name(const Incident& incident);
// Of the path inward from the country: 1 is the governorate.
[[nodiscard]] std::string path_at(const Incident& incident, size_t level);
// How exactly the day is known, in ACLED's or UCDP's figures.
[[nodiscard]] std::string day_precision(const Incident& incident, bool ucdp);

[[nodiscard]] std::string notes_of(const Incident& incident, const RowOptions& options);
[[nodiscard]] std::string sources_of(const Incident& incident);

}  // namespace isnad::rows
