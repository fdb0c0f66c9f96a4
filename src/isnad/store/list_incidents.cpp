// SPDX-License-Identifier: Apache-2.0
// Incidents as rows: pages of a list, counts by value, points of a map, bars of a timeline.
#include <algorithm>
#include <array>
#include <map>

#include "isnad/store/incident_query.h"
#include "isnad/store/store_parts.h"

namespace isnad {
namespace {

std::string order_of(const std::string& order) {
  if (order == "oldest") return "i.earliest IS NULL, i.earliest, i.name";
  if (order == "reports") return "i.reports DESC, i.earliest DESC, i.name";
  if (order == "accounts") return "i.chains DESC, i.earliest DESC, i.name";
  if (order == "killed") return "c.killed_high DESC, i.earliest DESC, i.name";
  return "i.earliest DESC, i.name";  // those without a day last
}

std::string part_of(const ListPart& part) {
  return " LIMIT " + std::to_string(part.limit) + " OFFSET " + std::to_string(part.offset);
}

std::optional<double> real_or_null(const Statement& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(row.real(column));
}

IncidentCard card_of(const Statement& row) {
  IncidentCard card;
  card.name = row.text(0);
  card.type = row.text(1);
  card.mode = row.text(2);
  card.means = row.text(3);
  card.earliest = row.text(4);
  card.latest = row.text(5);
  card.latitude = real_or_null(row, 6);
  card.longitude = real_or_null(row, 7);
  card.country = row.text(8);
  card.grade = row.text(9);
  card.reports = row.integer(10);
  card.accounts = row.integer(11);
  card.copies = row.integer(12);
  card.title = row.text(13);
  card.place_ar = row.text(14);
  card.place_en = row.text(15);
  card.radius_km = row.real(16);
  card.agreement = row.text(17);
  card.killed_low = row.integer_or_null(18);
  card.killed_high = row.integer_or_null(19);
  card.injured_low = row.integer_or_null(20);
  card.injured_high = row.integer_or_null(21);
  card.status = row.text(22);
  card.assigned = row.text(23);
  return card;
}

constexpr const char* kCardColumns =
    "SELECT i.name, i.type, i.mode, i.means, i.earliest, i.latest, i.latitude, i.longitude,"
    " i.country, i.grade, i.reports, i.chains, i.copies, coalesce(c.title, i.title),"
    " coalesce(c.place_ar, ''), coalesce(c.place_en, ''), coalesce(c.radius_km, 0),"
    " coalesce(c.agreement, ''), c.killed_low, c.killed_high, c.injured_low, c.injured_high,"
    " coalesce(c.status, 'unreviewed'), coalesce(c.assigned, '')"
    " FROM incidents i LEFT JOIN incident_cards c ON c.incident = i.id WHERE ";

// Values by how many have them, the most first.
FacetCounts ranked(const std::map<std::string, int64_t>& counts) {
  FacetCounts all(counts.begin(), counts.end());
  std::stable_sort(all.begin(), all.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  return all;
}

}  // namespace

Result<IncidentPage> Store::list_incidents(const IncidentFilter& filter, const ListPart& part) {
  Database& database = *parts_->database;
  const IncidentQuery query = incident_query(filter);
  IncidentPage page;
  Statement count(database, "SELECT count(*) FROM incidents i WHERE " + query.where);
  query.bind(count);
  if (count.step()) page.total = count.integer(0);
  Statement rows(database,
                 kCardColumns + query.where + " ORDER BY " + order_of(part.order) + part_of(part));
  query.bind(rows);
  while (rows.step()) page.cards.push_back(card_of(rows));
  if (auto sound = parts_->sound(); !sound) return tl::unexpected(sound.error());
  return page;
}

Result<IncidentFacets> Store::incident_facets(const IncidentFilter& filter) {
  Database& database = *parts_->database;
  const IncidentQuery query = incident_query(filter);
  // One pass for all four: the filter's words are looked up once.
  Statement rows(database,
                 "SELECT i.type, i.grade, i.country, coalesce(c.status, 'unreviewed'), count(*)"
                 " FROM incidents i LEFT JOIN incident_cards c ON c.incident = i.id WHERE " +
                     query.where + " GROUP BY 1, 2, 3, 4");
  query.bind(rows);
  std::array<std::map<std::string, int64_t>, 4> counts;
  while (rows.step()) {
    for (int column = 0; column < 4; ++column) {
      const std::string value = rows.text(column);
      if (!value.empty()) counts[static_cast<size_t>(column)][value] += rows.integer(4);
    }
  }
  IncidentFacets facets{ranked(counts[0]), ranked(counts[1]), ranked(counts[3]), ranked(counts[2])};
  if (auto sound = parts_->sound(); !sound) return tl::unexpected(sound.error());
  return facets;
}

Result<std::vector<MapPoint>> Store::map_points(const IncidentFilter& filter, size_t limit) {
  const IncidentQuery query = incident_query(filter);
  Statement rows(*parts_->database,
                 "SELECT i.name, i.grade, i.earliest, i.latitude, i.longitude,"
                 " coalesce(c.radius_km, 0), i.chains FROM incidents i"
                 " LEFT JOIN incident_cards c ON c.incident = i.id WHERE i.latitude IS NOT NULL"
                 " AND " +
                     query.where + " ORDER BY i.chains DESC, i.earliest DESC, i.name LIMIT " +
                     std::to_string(limit));
  query.bind(rows);
  std::vector<MapPoint> points;
  while (rows.step()) {
    points.push_back({rows.text(0), rows.text(1), rows.text(2), rows.real(3), rows.real(4),
                      rows.real(5), rows.integer(6)});
  }
  if (auto sound = parts_->sound(); !sound) return tl::unexpected(sound.error());
  return points;
}

Result<std::vector<TimelineBar>> Store::timeline_bars(const IncidentFilter& filter, bool by_day) {
  const IncidentQuery query = incident_query(filter);
  Statement rows(*parts_->database,
                 std::string("SELECT substr(i.earliest, 1, ") + (by_day ? "10" : "7") +
                     "), i.grade, count(*) FROM incidents i WHERE i.earliest IS NOT NULL AND " +
                     query.where + " GROUP BY 1, 2 ORDER BY 1, 2");
  query.bind(rows);
  std::vector<TimelineBar> bars;
  while (rows.step()) bars.push_back({rows.text(0), rows.text(1), rows.integer(2)});
  if (auto sound = parts_->sound(); !sound) return tl::unexpected(sound.error());
  return bars;
}

}  // namespace isnad
