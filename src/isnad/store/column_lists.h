// SPDX-License-Identifier: Apache-2.0
// Lists, counts, maps and timelines from columns in memory: what list_incidents.cpp asks the
// tables, answered alike.
#pragma once

#include "isnad/store/incident_columns.h"

namespace isnad {

struct PageRows {
  std::vector<int64_t> ids;  // of the page's incidents, in its order
  int64_t total = 0;
};

[[nodiscard]] PageRows page_rows(const IncidentColumns& columns, const std::vector<uint8_t>& hits,
                                 const ListPart& part);
[[nodiscard]] IncidentFacets facets_of(const IncidentColumns& columns,
                                       const std::vector<uint8_t>& hits);
[[nodiscard]] std::vector<MapPoint> points_of(const IncidentColumns& columns,
                                              const std::vector<uint8_t>& hits, size_t limit);
[[nodiscard]] std::vector<TimelineBar> bars_of(const IncidentColumns& columns,
                                               const std::vector<uint8_t>& hits, bool by_day);

}  // namespace isnad
