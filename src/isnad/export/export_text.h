// SPDX-License-Identifier: Apache-2.0
// Incidents of a store as one text, in a shape that other tools read.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/export/incident_rows.h"
#include "isnad/store/store.h"

namespace isnad {

// A shape of rows, or one of the two forms of JSON.
struct ExportForm {
  std::optional<RowShape> rows;
  bool geojson = false;  // else, without rows: JSON Lines of the contract
};
// csv, acled, ucdp, hxl, plover, cameo, geojson, jsonl; nothing for another word.
[[nodiscard]] std::optional<ExportForm> export_form(std::string_view name);
// ".csv", ".geojson", ".jsonl"; and what a browser is told the file is.
[[nodiscard]] std::string export_ending(const ExportForm& form);
[[nodiscard]] std::string export_media_type(const ExportForm& form);

struct ExportTextOptions {
  ExportForm form;
  bool excel = false;       // tables begin with a byte-order mark
  bool mask_names = false;  // as RowOptions
};
// The head line of a shape of rows, with its byte-order mark where wanted.
[[nodiscard]] std::string export_head(RowShape shape, bool excel);
// Errors: those of the store.
[[nodiscard]] Result<std::string> export_text(Store& store, const std::vector<std::string>& names,
                                              const ExportTextOptions& options);

}  // namespace isnad
