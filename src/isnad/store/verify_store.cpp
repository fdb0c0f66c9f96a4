// SPDX-License-Identifier: Apache-2.0
// Whether the store still holds what it took in: bytes, what was coded of them, the chain of
// custody, and the references between tables.
#include <unordered_set>

#include "isnad/report/sha256.h"
#include "isnad/store/store_parts.h"

namespace isnad {
namespace {

using Faults = std::vector<std::string>;

void check_rows(Database& database, const char* sql, std::string_view fault, Faults& faults) {
  Statement statement(database, sql);
  statement.with();
  while (statement.step()) faults.push_back(statement.text(0) + ": " + std::string(fault));
}

void check_file(Database& database, Faults& faults) {
  Statement integrity(database, "PRAGMA integrity_check");
  integrity.with();
  while (integrity.step())
    if (integrity.text(0) != "ok") faults.push_back("file: " + integrity.text(0));
  Statement keys(database, "PRAGMA foreign_key_check");
  keys.with();
  while (keys.step()) faults.push_back(keys.text(0) + ": a row refers to one that is not there");
}

// What the custody log says came in, as "subject\tdetail".
std::unordered_set<std::string> arrivals(Database& database) {
  std::unordered_set<std::string> lines;
  Statement statement(database,
                      "SELECT subject, detail FROM custody WHERE what IN ('ingest', 'version')");
  statement.with();
  while (statement.step()) lines.insert(statement.text(0) + "\t" + statement.text(1));
  return lines;
}

void check_bytes(std::string_view frame, const std::string& hash, const std::string& where,
                 const char* what, Faults& faults) {
  const auto bytes = decompress(frame);
  if (!bytes) {
    faults.push_back(where + ": its " + what + " cannot be unpacked");
  } else if (sha256_hex(*bytes) != hash) {
    faults.push_back(where + ": its " + what + " were changed (SHA-256 differs)");
  }
}

void check_versions(Database& database, Faults& faults) {
  auto expected = arrivals(database);
  Statement statement(database,
                      "SELECT r.name, v.version, v.sha256, v.raw, v.coded, v.coded_sha256"
                      " FROM versions v JOIN reports r ON r.id = v.report ORDER BY v.id");
  statement.with();
  while (statement.step()) {
    const std::string subject = statement.text(0) + " version " + statement.text(1);
    const std::string where = "report " + subject;
    check_bytes(statement.bytes(3), statement.text(2), where, "bytes", faults);
    check_bytes(statement.bytes(4), statement.text(5), where, "claims", faults);
    if (expected.erase(subject + "\tsha256 " + statement.text(2) + " coded " + statement.text(5)) ==
        0)
      faults.push_back(where + ": the custody log does not know it, or knows other hashes");
  }
  for (const std::string& line : expected)
    faults.push_back("report " + line.substr(0, line.find('\t')) +
                     ": in the custody log, but no longer in the store");
}

}  // namespace

Result<std::vector<std::string>> Store::verify() {
  Database& database = *parts_->database;
  Faults faults;
  check_file(database, faults);
  check_versions(database, faults);
  for (std::string& fault : verify_custody(database)) faults.push_back(std::move(fault));
  check_rows(database,
             "SELECT 'report ' || r.name FROM reports r WHERE NOT EXISTS"
             " (SELECT 1 FROM versions v WHERE v.report = r.id AND v.version = r.version)",
             "its current version is missing", faults);
  check_rows(database,
             "SELECT 'report ' || r.name || ' claim ' || t.first_claim FROM tellings t"
             " JOIN reports r ON r.id = t.report WHERE t.incident IS NULL AND EXISTS"
             " (SELECT 1 FROM claims c WHERE c.telling = t.id)",
             "is in no incident", faults);
  check_rows(database,
             "SELECT 'incident ' || i.name FROM incidents i WHERE i.heir IS NOT NULL AND EXISTS"
             " (SELECT 1 FROM tellings t WHERE t.incident = i.id)",
             "is a tombstone and still holds claims", faults);
  check_rows(database,
             "SELECT 'incident ' || i.name FROM incidents i WHERE i.heir IS NULL AND i.reports <>"
             " (SELECT count(DISTINCT t.report) FROM tellings t WHERE t.incident = i.id)",
             "its count of reports is not that of its claims", faults);
  if (auto sound = parts_->sound(); !sound) return tl::unexpected(sound.error());
  return faults;
}

}  // namespace isnad
