// SPDX-License-Identifier: Apache-2.0
// What a store is made of; for the files of store/ alone.
#pragma once

#include <list>
#include <map>
#include <set>
#include <unordered_map>

#include "isnad/store/compress.h"
#include "isnad/store/custody.h"
#include "isnad/store/link_tables.h"
#include "isnad/store/store.h"

namespace isnad {

struct Store::Parts {
  explicit Parts(std::unique_ptr<Database> opened)
      : database(std::move(opened)), custody(*database), links(*database, custody) {}

  std::unique_ptr<Database> database;
  CustodyLog custody;
  LinkTables links;
  size_t pending = 0;  // reports since the last commit; a transaction is open while it is not 0
  bool in_transaction = false;
  std::shared_ptr<const IncidentColumns> columns;  // null: lists ask the tables

  // Words for the two indexes, written together at the end of a transaction: every statement that
  // could be taken back alone makes the index write out what it holds.
  struct ReportWords {
    int64_t report = 0;
    std::string words;
    bool gone = false;  // taken out, not put in
  };
  struct IncidentWords {
    std::string title, place, actors;
    bool operator==(const IncidentWords&) const = default;
    [[nodiscard]] bool empty() const { return title.empty() && place.empty() && actors.empty(); }
  };
  struct IncidentChange {
    int64_t incident = 0;
    IncidentWords before, after;
  };
  std::vector<ReportWords> report_words;
  std::vector<IncidentChange> incident_words;
  void write_words();

  // Given out by `plan`, not yet in the file.
  struct Promised {
    std::string name;
    int version = 1;
    std::set<std::string> hashes;
  };
  std::map<std::string, Promised> promised;            // by origin
  std::map<std::string, std::string> promised_names;   // name to origin
  std::map<std::string, std::string> promised_hashes;  // SHA-256 to origin

  // The reports read last; incidents of one day read the same ones again and again.
  using RecordPointer = std::shared_ptr<const CodedRecord>;
  std::list<int64_t> recent;
  std::unordered_map<int64_t, std::pair<RecordPointer, std::list<int64_t>::iterator>> records;

  // For incidents: without text and trace, and remembered.
  RecordPointer record(int64_t report);
  // As it was coded; `corrected`: with people's values over the coded ones.
  RecordPointer whole_record(int64_t report, bool corrected = false);
  RecordPointer current_record(const std::string& origin);
  void remember(int64_t report, RecordPointer record);
  void forget(int64_t report);

  // The members of an incident, with the records that they point into.
  struct Loaded {
    std::vector<RecordPointer> records;
    std::vector<Member> members;
  };
  Loaded load(int64_t incident);
  void refresh(int64_t incident);
  // Notes the change of words for the index.
  void change_words(int64_t incident, const IncidentWords& after);
  // What lists show, and who narrates (refresh_lists.cpp).
  void refresh_lists(int64_t id, const Incident& incident);
  // A person's word goes before the machine's: grade and status of an incident, values of claims.
  void apply_reviews(int64_t id, Incident& incident);
  void apply_corrections(int64_t report, CodedRecord& record);

  // A transaction, where none is open; `Store::commit` ends it.
  void begin() {
    if (!in_transaction) database->begin();
    in_transaction = true;
  }

  [[nodiscard]] Result<bool> sound() const {
    if (database->fault()) return tl::unexpected(*database->fault());
    return true;
  }
};

// Words to search by, folded and in one case; names and codes of one column, one after the other.
[[nodiscard]] std::string searchable(std::string_view text);

}  // namespace isnad
