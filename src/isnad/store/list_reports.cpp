// SPDX-License-Identifier: Apache-2.0
// Reports, narrators, places and the custody log as rows.
#include <algorithm>

#include "isnad/store/incident_query.h"
#include "isnad/store/store_parts.h"

namespace isnad {
namespace {

std::string part_of(const ListPart& part) {
  return " LIMIT " + std::to_string(part.limit) + " OFFSET " + std::to_string(part.offset);
}

std::string narrator_order(const std::string& order) {
  if (order == "claims") return "claims DESC, narrator";
  if (order == "differs") return "differs DESC, narrator";
  if (order == "denies") return "denies DESC, narrator";
  if (order == "name") return "narrator, kind";
  return "incidents DESC, claims DESC, narrator";
}

}  // namespace

Result<ReportPage> Store::list_reports(const std::string& text, const std::string& incident,
                                       const ListPart& part) {
  Database& database = *parts_->database;
  std::string where = "1";
  std::vector<std::string> values;
  if (const std::string match = match_words(text); !match.empty()) {
    where += " AND r.id IN (SELECT rowid FROM report_words WHERE report_words MATCH ?)";
    values.push_back(match);
  }
  if (!incident.empty()) {
    where +=
        " AND r.id IN (SELECT t.report FROM tellings t JOIN incidents i ON i.id = t.incident"
        " WHERE i.name = ?)";
    values.push_back(incident);
  }
  const auto bound = [&](Statement& statement) -> Statement& {
    statement.with();
    for (const std::string& value : values) statement.bind(value);
    return statement;
  };
  ReportPage page;
  Statement count(database, "SELECT count(*) FROM reports r WHERE " + where);
  if (bound(count).step()) page.total = count.integer(0);
  Statement rows(database,
                 "SELECT r.name, r.title, r.outlet, r.url, r.published, r.version,"
                 " (SELECT count(*) FROM claims c WHERE c.report = r.id),"
                 " (SELECT count(DISTINCT t.incident) FROM tellings t WHERE t.report = r.id)"
                 " FROM reports r WHERE " +
                     where + " ORDER BY r.published DESC, r.id DESC" + part_of(part));
  bound(rows);
  while (rows.step()) {
    page.cards.push_back({rows.text(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4),
                          rows.integer(5), rows.integer(6), rows.integer(7)});
  }
  if (auto sound = parts_->sound(); !sound) return tl::unexpected(sound.error());
  return page;
}

Result<std::vector<VersionCard>> Store::versions(const std::string& report) {
  Statement rows(*parts_->database,
                 "SELECT v.version, v.sha256, v.url_asked, v.url_reached, v.captured_at,"
                 " v.media_type, v.parent, v.taken_at, v.engine, v.coded_sha256, length(v.raw)"
                 " FROM versions v JOIN reports r ON r.id = v.report WHERE r.name = ?"
                 " ORDER BY v.version");
  std::vector<VersionCard> cards;
  rows.with(report);
  while (rows.step()) {
    VersionCard card;
    card.version = rows.integer(0);
    card.sha256 = rows.text(1);
    card.url_asked = rows.text(2);
    card.url_reached = rows.text(3);
    card.captured_at = rows.text(4);
    card.media_type = rows.text(5);
    card.parent = rows.text(6);
    card.taken_at = rows.text(7);
    card.engine = rows.text(8);
    card.coded_sha256 = rows.text(9);
    card.bytes = rows.integer(10);
    cards.push_back(std::move(card));
  }
  if (auto sound = parts_->sound(); !sound) return tl::unexpected(sound.error());
  return cards;
}

Result<std::optional<std::string>> Store::original(const std::string& report, int64_t version) {
  Statement row(*parts_->database,
                "SELECT v.raw FROM versions v JOIN reports r ON r.id = v.report"
                " WHERE r.name = ? AND v.version = ?");
  std::optional<std::string> bytes;
  if (row.with(report, version).step()) {
    auto unpacked = decompress(row.bytes(0));
    if (!unpacked) return tl::unexpected(unpacked.error());
    bytes = std::move(*unpacked);
  }
  if (auto sound = parts_->sound(); !sound) return tl::unexpected(sound.error());
  return bytes;
}

Result<std::optional<std::string>> Store::coded_line(const std::string& report) {
  Statement row(*parts_->database,
                "SELECT v.coded FROM versions v JOIN reports r ON r.id = v.report"
                " WHERE r.name = ? ORDER BY v.version DESC LIMIT 1");
  std::optional<std::string> line;
  if (row.with(report).step()) {
    auto unpacked = decompress(row.bytes(0));
    if (!unpacked) return tl::unexpected(unpacked.error());
    line = std::move(*unpacked);
  }
  if (auto sound = parts_->sound(); !sound) return tl::unexpected(sound.error());
  return line;
}

Result<NarratorPage> Store::list_narrators(const std::string& text, const ListPart& part) {
  Database& database = *parts_->database;
  const std::string like = "%" + text + "%";
  NarratorPage page;
  Statement count(database,
                  "SELECT count(*) FROM (SELECT 1 FROM incident_accounts WHERE narrator LIKE ?"
                  " GROUP BY narrator, kind)");
  if (count.with(like).step()) page.total = count.integer(0);
  Statement rows(database,
                 "SELECT narrator, kind, max(code), count(*) AS incidents, sum(claims) AS claims,"
                 " sum(alone), sum(agrees), sum(differs) AS differs, sum(denies) AS denies,"
                 " sum(certain) FROM incident_accounts WHERE narrator LIKE ?"
                 " GROUP BY narrator, kind ORDER BY " +
                     narrator_order(part.order) + part_of(part));
  rows.with(like);
  while (rows.step()) {
    page.cards.push_back({rows.text(0), rows.text(1), rows.text(2), rows.integer(3),
                          rows.integer(4), rows.integer(5), rows.integer(6), rows.integer(7),
                          rows.integer(8), rows.integer(9)});
  }
  if (auto sound = parts_->sound(); !sound) return tl::unexpected(sound.error());
  return page;
}

Result<std::vector<PlaceCard>> Store::list_places(const std::string& text, size_t limit) {
  const std::string match = match_words(text);
  Statement rows(*parts_->database,
                 std::string("SELECT c.place_ar, c.place_en, max(i.country), avg(i.latitude),"
                             " avg(i.longitude), max(c.radius_km), count(*) AS incidents"
                             " FROM incidents i JOIN incident_cards c ON c.incident = i.id"
                             " WHERE i.heir IS NULL AND i.latitude IS NOT NULL") +
                     (match.empty() ? ""
                                    : " AND i.id IN (SELECT rowid FROM incident_words"
                                      " WHERE incident_words MATCH ?)") +
                     " GROUP BY c.place_ar, c.place_en ORDER BY incidents DESC, c.place_en LIMIT " +
                     std::to_string(limit));
  rows.with();
  if (!match.empty()) rows.bind("place : (" + match + ")");
  std::vector<PlaceCard> cards;
  while (rows.step()) {
    cards.push_back({rows.text(0), rows.text(1), rows.text(2), rows.real(3), rows.real(4),
                     rows.real(5), rows.integer(6)});
  }
  if (auto sound = parts_->sound(); !sound) return tl::unexpected(sound.error());
  return cards;
}

Result<std::vector<CustodyLine>> Store::custody_lines(int64_t before, size_t limit) {
  Statement rows(*parts_->database,
                 "SELECT id, at, what, subject, detail, hash FROM custody WHERE ?1 = 0 OR id < ?1"
                 " ORDER BY id DESC LIMIT " +
                     std::to_string(limit));
  std::vector<CustodyLine> lines;
  rows.with(before);
  while (rows.step()) {
    lines.push_back(
        {rows.integer(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4), rows.text(5)});
  }
  if (auto sound = parts_->sound(); !sound) return tl::unexpected(sound.error());
  return lines;
}

Result<int64_t> Store::last_custody_line() {
  parts_->database->let_go();
  Statement& last = parts_->database->kept("SELECT coalesce(max(id), 0) FROM custody");
  const int64_t id = last.with().step() ? last.integer(0) : 0;
  last.reset();
  if (auto sound = parts_->sound(); !sound) return tl::unexpected(sound.error());
  return id;
}

}  // namespace isnad
