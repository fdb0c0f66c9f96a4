// SPDX-License-Identifier: Apache-2.0
// Head, then an incident after the other.
#include "isnad/export/export_text.h"

#include "isnad/export/csv_row.h"
#include "isnad/export/geojson.h"
#include "isnad/export/incident_json.h"

namespace isnad {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

std::optional<ExportForm> export_form(std::string_view name) {
  if (name == "csv") return ExportForm{RowShape::kIncidents, false};
  if (name == "acled") return ExportForm{RowShape::kAcled, false};
  if (name == "ucdp") return ExportForm{RowShape::kUcdp, false};
  if (name == "hxl") return ExportForm{RowShape::kHxl, false};
  if (name == "plover") return ExportForm{RowShape::kPlover, false};
  if (name == "cameo") return ExportForm{RowShape::kCameo, false};
  if (name == "geojson") return ExportForm{std::nullopt, true};
  if (name == "jsonl") return ExportForm{std::nullopt, false};
  return std::nullopt;
}

std::string export_ending(const ExportForm& form) {
  return form.rows ? ".csv" : form.geojson ? ".geojson" : ".jsonl";
}

std::string export_media_type(const ExportForm& form) {
  return form.rows      ? "text/csv; charset=utf-8"
         : form.geojson ? "application/geo+json"
                        : "application/jsonl; charset=utf-8";
}

std::string export_head(RowShape shape, bool excel) {
  std::string head(excel ? kByteOrderMark : std::string_view());
  append_csv_row(columns_of(shape), head);
  if (shape == RowShape::kHxl) append_csv_row(hxl_tags(), head);
  return head;
}

Result<std::string> export_text(Store& store, const std::vector<std::string>& names,
                                const ExportTextOptions& options) {
  const RowOptions rows{options.mask_names};
  const auto& shape = options.form.rows;
  std::string out = shape ? export_head(*shape, options.excel) : std::string();
  if (options.form.geojson) out += "{\"type\":\"FeatureCollection\",\"features\":[";
  bool first = true;
  for (const std::string& name : names) {
    auto incident = store.incident(name);
    if (!incident) return tl::unexpected(incident.error());
    if (!*incident) continue;
    if (options.mask_names) **incident = masked(std::move(**incident));
    if (shape) {
      for (const auto& row : rows_of(**incident, *shape, rows)) append_csv_row(row, out);
    } else if (options.form.geojson) {
      out += first ? "\n" : ",\n";
      append_feature(**incident, rows, out);
    } else {
      append_incident_json(**incident, out);
    }
    first = false;
  }
  if (options.form.geojson) out += "\n]}\n";
  return out;
}

}  // namespace isnad
