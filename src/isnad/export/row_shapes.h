// SPDX-License-Identifier: Apache-2.0
// One function a shape of row; their columns are those of columns_of.
#pragma once

#include "isnad/export/row_parts.h"

namespace isnad::rows {

[[nodiscard]] std::vector<Row> acled(const Incident& incident, const RowOptions& options);
[[nodiscard]] std::vector<Row> ucdp(const Incident& incident, const RowOptions& options);
[[nodiscard]] std::vector<Row> hxl(const Incident& incident, const RowOptions& options);
[[nodiscard]] std::vector<Row> plover(const Incident& incident, const RowOptions& options);
[[nodiscard]] std::vector<Row> cameo(const Incident& incident, const RowOptions& options);

}  // namespace isnad::rows
