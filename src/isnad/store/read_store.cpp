// SPDX-License-Identifier: Apache-2.0
// Questions to the store.
#include <algorithm>
#include <charconv>

#include "isnad/store/store_parts.h"

namespace isnad {
namespace {

// Words as FTS5 wants them: each in quotes, all of them required; empty for no words.
std::string match_of(std::string_view text, std::string_view column) {
  std::string match;
  std::string word;
  const auto flush = [&] {
    if (word.empty()) return;
    if (!match.empty()) match += " AND ";
    if (!column.empty()) match += std::string(column) + " : ";
    match += '"' + word + '"';
    word.clear();
  };
  for (const char c : searchable(text)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80 && std::isalnum(byte) == 0) {
      flush();
    } else {
      word += c;
    }
  }
  flush();
  return match;
}

// Conditions and their values, in step.
struct Query {
  std::vector<std::string> conditions;
  std::vector<std::string> values;
  void add(std::string condition, std::string value) {
    conditions.push_back(std::move(condition));
    values.push_back(std::move(value));
  }
};

Query query_of(const IncidentFilter& filter) {
  Query query;
  query.conditions = {"i.heir IS NULL"};
  if (!filter.id.empty()) query.add("i.name = ?", filter.id);
  if (!filter.from.empty()) query.add("coalesce(i.latest, i.earliest) >= ?", filter.from);
  if (!filter.to.empty()) query.add("i.earliest <= ?", filter.to);
  if (!filter.type.empty()) query.add("i.type = ?", filter.type);
  if (!filter.grade.empty()) query.add("i.grade = ?", filter.grade);
  std::string words = match_of(filter.place, "place");
  const std::string actors = match_of(filter.actor, "actors");
  if (!words.empty() && !actors.empty()) words += " AND ";
  words += actors;
  if (!words.empty()) {
    query.add("i.id IN (SELECT rowid FROM incident_words WHERE incident_words MATCH ?)", words);
  }
  if (const std::string text = match_of(filter.text, ""); !text.empty()) {
    query.add(
        "i.id IN (SELECT t.incident FROM report_words w JOIN tellings t ON t.report = w.rowid"
        " WHERE report_words MATCH ?)",
        text);
  }
  if (!filter.report.empty()) {
    query.add(
        "i.id IN (SELECT t.incident FROM reports r JOIN tellings t ON t.report = r.id"
        " WHERE r.name = ?)",
        filter.report);
  }
  return query;
}

}  // namespace

Result<std::vector<std::string>> Store::find(const IncidentFilter& filter) {
  const Query query = query_of(filter);
  std::string sql = "SELECT i.name FROM incidents i WHERE i.reports >= " +
                    std::to_string(std::max<size_t>(1, filter.least_reports));
  for (const std::string& condition : query.conditions) sql += " AND " + condition;
  sql += " ORDER BY i.earliest, i.name";
  if (filter.limit > 0) sql += " LIMIT " + std::to_string(filter.limit);
  Statement statement(*parts_->database, sql);
  statement.with();
  for (const std::string& value : query.values) statement.bind(value);
  std::vector<std::string> names;
  while (statement.step()) names.push_back(statement.text(0));
  if (auto sound = parts_->sound(); !sound) return tl::unexpected(sound.error());
  return names;
}

Result<std::optional<Incident>> Store::incident(const std::string& name) {
  Statement statement(*parts_->database, "SELECT id, heir, name FROM incidents WHERE name = ?");
  Statement heir(*parts_->database, "SELECT id, heir, name FROM incidents WHERE id = ?");
  std::optional<Incident> incident;
  Statement* at = &statement;
  bool found = statement.with(name).step();
  while (found && !at->is_null(1)) {
    const int64_t next = at->integer(1);
    at = &heir;
    found = heir.with(next).step();
  }
  if (found) {
    const Parts::Loaded loaded = parts_->load(at->integer(0));
    if (!loaded.members.empty()) {
      incident = make_incident(loaded.members);
      incident->id = at->text(2);
      parts_->apply_reviews(at->integer(0), *incident);
    }
  }
  if (auto sound = parts_->sound(); !sound) return tl::unexpected(sound.error());
  return incident;
}

Result<std::vector<std::pair<std::string, std::string>>> Store::tombstones() {
  Statement statement(*parts_->database,
                      "SELECT i.name, h.name FROM incidents i JOIN incidents h ON h.id = i.heir"
                      " ORDER BY i.id");
  std::vector<std::pair<std::string, std::string>> all;
  statement.with();
  while (statement.step()) all.emplace_back(statement.text(0), statement.text(1));
  if (auto sound = parts_->sound(); !sound) return tl::unexpected(sound.error());
  return all;
}

Result<std::optional<CodedRecord>> Store::report(const std::string& name) {
  Statement statement(*parts_->database, "SELECT id FROM reports WHERE name = ?");
  std::optional<CodedRecord> report;
  if (statement.with(name).step()) {
    if (const auto record = parts_->whole_record(statement.integer(0))) report = *record;
  }
  if (auto sound = parts_->sound(); !sound) return tl::unexpected(sound.error());
  return report;
}

Result<bool> Store::each_report(const std::function<bool(const CodedRecord&)>& take) {
  Statement statement(*parts_->database, "SELECT id FROM reports ORDER BY id");
  statement.with();
  while (statement.step()) {
    const auto record = parts_->whole_record(statement.integer(0));
    if (!record || !take(*record)) break;
  }
  return parts_->sound();
}

Result<std::vector<std::string>> Store::incidents_of_claim(const std::string& claim) {
  std::vector<std::string> names;
  if (const auto telling = parts_->telling_of(claim)) {
    Statement statement(*parts_->database,
                        "SELECT i.name FROM tellings t JOIN incidents i ON i.id = t.incident"
                        " WHERE t.id = ?");
    statement.with(*telling);
    while (statement.step()) names.push_back(statement.text(0));
  }
  if (auto sound = parts_->sound(); !sound) return tl::unexpected(sound.error());
  return names;
}

}  // namespace isnad
