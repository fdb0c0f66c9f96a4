// SPDX-License-Identifier: Apache-2.0
// Each list is a pass over the rows that the filter left.
#include "isnad/store/column_lists.h"

#include <cmath>

#include "isnad/store/tally.h"

namespace isnad {
namespace {

// Calls `take` with the rows left, in that order, until it returns false.
template <class Take>
void each_row(const std::vector<uint32_t>* order, const std::vector<uint8_t>& hits, Take take) {
  for (size_t at = 0; at < hits.size(); ++at) {
    const size_t row = order != nullptr ? (*order)[at] : at;
    if (hits[row] != 0 && !take(row)) return;
  }
}

FacetCounts counted(const TextColumn& column, const std::vector<uint8_t>& hits) {
  std::vector<int64_t> counts(column.values.size() + 1);  // the first: rows without a value
  for (size_t row = 0; row < hits.size(); ++row)
    counts[static_cast<size_t>(column.rows[row] + 1)] += hits[row];
  FacetCounts found;
  for (size_t i = 0; i < column.values.size(); ++i)
    if (counts[i + 1] > 0 && !column.values[i].empty())
      found.emplace_back(column.values[i], counts[i + 1]);
  return ranked(found);
}

}  // namespace

PageRows page_rows(const IncidentColumns& columns, const std::vector<uint8_t>& hits,
                   const ListPart& part) {
  PageRows page;
  for (const uint8_t hit : hits) page.total += hit;
  size_t left = part.offset;
  if (part.limit == 0 || left >= static_cast<size_t>(page.total)) return page;
  each_row(columns.order(part.order), hits, [&](size_t row) {
    if (left > 0) {
      --left;
      return true;
    }
    page.ids.push_back(columns.ids[row]);
    return page.ids.size() < part.limit;
  });
  return page;
}

IncidentFacets facets_of(const IncidentColumns& columns, const std::vector<uint8_t>& hits) {
  return {counted(columns.type, hits), counted(columns.grade, hits), counted(columns.status, hits),
          counted(columns.country, hits)};
}

std::vector<MapPoint> points_of(const IncidentColumns& columns, const std::vector<uint8_t>& hits,
                                size_t limit) {
  const auto value = [](const TextColumn& column, size_t row) {
    const int32_t number = column.rows[row];
    return number < 0 ? std::string() : column.values[static_cast<size_t>(number)];
  };
  std::vector<MapPoint> points;
  if (limit == 0) return points;
  each_row(&columns.by_accounts, hits, [&](size_t row) {
    if (std::isnan(columns.latitude[row])) return true;
    const double longitude = std::isnan(columns.longitude[row]) ? 0 : columns.longitude[row];
    points.push_back({columns.names[row], value(columns.grade, row), value(columns.first_day, row),
                      columns.latitude[row], longitude, columns.radius_km[row],
                      columns.chains[row]});
    return points.size() < limit;
  });
  return points;
}

std::vector<TimelineBar> bars_of(const IncidentColumns& columns, const std::vector<uint8_t>& hits,
                                 bool by_day) {
  const TextColumn& days = columns.first_day;
  const TextColumn& grades = columns.grade;
  const size_t width = grades.values.size() + 1;
  std::vector<int64_t> counts(days.values.size() * width);
  for (size_t row = 0; row < hits.size(); ++row) {
    if (days.rows[row] < 0) continue;
    counts[static_cast<size_t>(days.rows[row]) * width +
           static_cast<size_t>(grades.rows[row] + 1)] += hits[row];
  }
  // Days of one month follow each other.
  std::vector<TimelineBar> bars;
  for (size_t day = 0; day < days.values.size();) {
    const std::string period = days.values[day].substr(0, by_day ? 10 : 7);
    std::vector<int64_t> sums(width);
    for (; day < days.values.size() && days.values[day].substr(0, by_day ? 10 : 7) == period;
         ++day) {
      for (size_t grade = 0; grade < width; ++grade) sums[grade] += counts[day * width + grade];
    }
    for (size_t grade = 1; grade < width; ++grade)
      if (sums[grade] > 0 && !grades.values[grade - 1].empty())
        bars.push_back({period, grades.values[grade - 1], sums[grade]});
  }
  return bars;
}

}  // namespace isnad
