// SPDX-License-Identifier: Apache-2.0
// Values, bounds, notes.
#include "isnad/export/row_parts.h"

#include <algorithm>
#include <cstdio>

namespace isnad::rows {

const std::vector<FieldValue>& values(const Incident& incident, Field field) {
  return incident.fields[static_cast<size_t>(field)];
}
bool is_disputed(const Incident& incident, Field field) {
  const Agreement agreement = incident.agreement[static_cast<size_t>(field)];
  return agreement == Agreement::kDisputed || agreement == Agreement::kDenied;
}
std::string day(std::optional<int> value) { return value ? iso_day(*value) : std::string(); }

std::string degrees(std::optional<double> value) {
  if (!value) return {};
  char text[32];
  return {text, static_cast<size_t>(std::snprintf(text, sizeof text, "%.5f", *value))};
}

std::string join(const std::vector<std::string>& parts, std::string_view between) {
  std::string joined;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!joined.empty()) joined += between;
    joined += part;
  }
  return joined;
}

Bounds bounds(const Incident& incident, Field field) {
  Bounds all;
  for (const Observation& one : incident.observations) {
    if (one.field != field || one.denied || one.superseded) continue;
    const auto low = one.range.low ? one.range.low : one.range.best;
    if (low) all.low = std::min(all.low.value_or(*low), *low);
    const auto high = one.range.high ? one.range.high : one.range.best;
    if (high) all.high = std::max(all.high.value_or(*high), *high);
    if (!one.range.high) all.open = true;
    if (low) all.high = std::max(all.high.value_or(*low), *low);
  }
  return all;
}
std::string number(const std::optional<int64_t>& value) {
  return value ? std::to_string(*value) : std::string();
}

std::vector<std::string> parties(const Incident& incident, Field field, const RowOptions& options) {
  std::vector<std::string> names;
  for (const FieldValue& value : values(incident, field)) {
    if (value.value.starts_with("not ")) continue;
    const std::string name = shown_party(value, options);
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  return names;
}
std::string nth(const std::vector<std::string>& list, size_t n) {
  return n < list.size() ? list[n] : std::string();
}

std::string sector_of(const std::string& code) {
  const size_t space = code.rfind(' ');
  return space == std::string::npos ? code : code.substr(space + 1);
}
std::string country_of(const std::string& code) {
  const size_t space = code.find(' ');
  return space == std::string::npos && code.size() != 3 ? std::string() : code.substr(0, space);
}

std::string place_name(const Incident& incident) {
  if (!incident.place) return {};
  return !incident.place->name_en.empty() ? incident.place->name_en : incident.place->text;
}
std::string path_at(const Incident& incident, size_t level) {
  return incident.place ? nth(incident.place->path, level) : std::string();
}

std::string notes_of(const Incident& incident, const RowOptions& options) {
  std::vector<std::string> notes;
  for (size_t field = 0; field < kFields; ++field) {
    if (!is_disputed(incident, static_cast<Field>(field))) continue;
    std::string note = std::string(kFieldNames[field]) + " " +
                       std::string(agreement_name(incident.agreement[field])) + ":";
    for (const FieldValue& value : incident.fields[field]) {
      const bool party = field == static_cast<size_t>(Field::kAgent) ||
                         field == static_cast<size_t>(Field::kTarget);
      note += " " + (party ? shown_party(value, options) : value.value) + " (" +
              join(value.narrators, ", ") + ");";
    }
    notes.push_back(note);
  }
  notes.push_back("Isnad " + incident.id + ", " + incident.review.status +
                  (incident.review.graded ? ", grade " : ", proposed grade ") +
                  std::string(grade_name(incident.grade)));
  return join(notes, " ");
}

std::string sources_of(const Incident& incident) {
  std::vector<std::string> names;
  for (const Account& account : incident.accounts)
    for (const std::string& outlet : account.outlets)
      if (std::find(names.begin(), names.end(), outlet) == names.end()) names.push_back(outlet);
  return join(names, "; ");
}

std::string first_code(const Incident& incident, Field field) {
  const auto& all = values(incident, field);
  return all.empty() ? std::string() : all.front().code;
}

std::string day_precision(const Incident& incident, bool ucdp) {
  if (!incident.earliest || !incident.latest) return {};
  const int days = *incident.latest - *incident.earliest + 1;
  if (days <= 1) return "1";
  if (ucdp) return days <= 6 ? "2" : days <= 7 ? "3" : days <= 31 ? "4" : "5";
  return days <= 7 ? "2" : "3";
}

}  // namespace isnad::rows
