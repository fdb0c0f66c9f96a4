// SPDX-License-Identifier: Apache-2.0
// Incidents as rows: pages of a list, counts by value, points of a map, bars of a timeline.
#include <array>

#include "isnad/store/column_lists.h"
#include "isnad/store/store_parts.h"
#include "isnad/store/tally.h"

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

IncidentPage page_of(const IncidentColumns& columns, const IncidentFilter& filter,
                     const ListPart& part, Database& database) {
  PageRows chosen = page_rows(columns, columns.hits(filter, database), part);
  IncidentPage page;
  page.total = chosen.total;
  Statement row(database, kCardColumns + std::string("i.id = ?"));
  for (const int64_t id : chosen.ids)
    if (row.with(id).step()) page.cards.push_back(card_of(row));
  return page;
}

}  // namespace

Result<IncidentPage> Store::list_incidents(const IncidentFilter& filter, const ListPart& part) {
  Database& database = *parts_->database;
  if (const auto& columns = parts_->columns) {
    auto page = page_of(*columns, filter, part, database);
    if (auto sound = parts_->sound(); !sound) return tl::unexpected(sound.error());
    return page;
  }
  const IncidentQuery query = incident_query(filter);
  IncidentPage page;
  Statement count(database,
                  std::string("SELECT count(*)") + query.from() + " WHERE " + query.where);
  query.bind(count);
  if (count.step()) page.total = count.integer(0);
  // The rows of the page are chosen first, by the index; what they show is looked up after that.
  const bool by_card = part.order == "killed";
  const std::string order = " ORDER BY " + order_of(part.order);
  Statement rows(database, by_card ? kCardColumns + query.where + order + part_of(part)
                                   : kCardColumns +
                                         ("i.id IN (SELECT i.id" + std::string(query.from()) +
                                          " WHERE " + query.where + order + part_of(part)) +
                                         ")" + order);
  query.bind(rows);
  while (rows.step()) page.cards.push_back(card_of(rows));
  if (auto sound = parts_->sound(); !sound) return tl::unexpected(sound.error());
  return page;
}

Result<IncidentFacets> Store::incident_facets(const IncidentFilter& filter) {
  Database& database = *parts_->database;
  if (const auto& columns = parts_->columns) {
    auto facets = facets_of(*columns, columns->hits(filter, database));
    if (auto sound = parts_->sound(); !sound) return tl::unexpected(sound.error());
    return facets;
  }
  const IncidentQuery query = incident_query(filter);
  // One pass for three of them, over the index alone; counted here, since SQLite would sort first.
  Statement rows(database, std::string("SELECT i.type, i.grade, i.country") + query.from() +
                               " WHERE " + query.where);
  query.bind(rows);
  std::array<Tally, 3> tallies;
  int64_t unreviewed = 0;
  while (rows.step()) {
    for (int column = 0; column < 3; ++column)
      tallies[static_cast<size_t>(column)].add(rows.bytes(column));
    ++unreviewed;
  }
  std::map<std::string, int64_t> reviewed;
  // What people have touched is little: it is counted, and what is left is the rest.
  Statement states(database,
                   "SELECT c.status, count(*) FROM incident_cards c CROSS JOIN incidents i"
                   " ON i.id = c.incident WHERE c.status <> 'unreviewed' AND " +
                       query.where + " GROUP BY 1");
  query.bind(states);
  while (states.step()) {
    reviewed[states.text(0)] = states.integer(1);
    unreviewed -= states.integer(1);
  }
  if (unreviewed > 0) reviewed["unreviewed"] = unreviewed;
  IncidentFacets facets{ranked(tallies[0].counts), ranked(tallies[1].counts), ranked(reviewed),
                        ranked(tallies[2].counts)};
  if (auto sound = parts_->sound(); !sound) return tl::unexpected(sound.error());
  return facets;
}

Result<std::vector<MapPoint>> Store::map_points(const IncidentFilter& filter, size_t limit) {
  if (const auto& columns = parts_->columns) {
    auto points = points_of(*columns, columns->hits(filter, *parts_->database), limit);
    if (auto sound = parts_->sound(); !sound) return tl::unexpected(sound.error());
    return points;
  }
  const IncidentQuery query = incident_query(filter);
  Statement rows(*parts_->database,
                 "SELECT i.name, i.grade, i.earliest, i.latitude, i.longitude,"
                 " coalesce(c.radius_km, 0), i.chains FROM (SELECT i.id, i.name, i.grade,"
                 " i.earliest, i.latitude, i.longitude, i.chains" +
                     std::string(query.from()) + " WHERE i.latitude IS NOT NULL AND " +
                     query.where + " ORDER BY i.chains DESC, i.earliest DESC, i.name LIMIT " +
                     std::to_string(limit) +
                     ") i LEFT JOIN incident_cards c ON c.incident = i.id"
                     " ORDER BY i.chains DESC, i.earliest DESC, i.name");
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
  if (const auto& columns = parts_->columns) {
    auto bars = bars_of(*columns, columns->hits(filter, *parts_->database), by_day);
    if (auto sound = parts_->sound(); !sound) return tl::unexpected(sound.error());
    return bars;
  }
  const IncidentQuery query = incident_query(filter);
  // In the order of the index, so that days follow each other.
  Statement rows(*parts_->database, std::string("SELECT i.earliest, i.grade") + query.from() +
                                        " WHERE i.earliest IS NOT NULL AND " + query.where);
  query.bind(rows);
  std::map<std::string, Tally, std::less<>> periods;
  auto period = periods.end();
  while (rows.step()) {
    const std::string_view day = rows.bytes(0).substr(0, by_day ? 10 : 7);
    if (period == periods.end() || period->first != day)
      period = periods.try_emplace(std::string(day)).first;
    period->second.add(rows.bytes(1));
  }
  std::vector<TimelineBar> bars;
  for (const auto& [name, tally] : periods)
    for (const auto& [grade, count] : tally.counts) bars.push_back({name, grade, count});
  if (auto sound = parts_->sound(); !sound) return tl::unexpected(sound.error());
  return bars;
}

Result<std::shared_ptr<const IncidentColumns>> Store::read_columns() {
  return IncidentColumns::read(*parts_->database);
}

void Store::use_columns(std::shared_ptr<const IncidentColumns> columns) {
  parts_->columns = std::move(columns);
}

}  // namespace isnad
