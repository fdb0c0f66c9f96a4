// SPDX-License-Identifier: Apache-2.0
// Questions to the store.
#include <algorithm>

#include "isnad/store/find_claim.h"
#include "isnad/store/store_parts.h"

namespace isnad {

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
  if (const auto telling = telling_of(*parts_->database, claim)) {
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
