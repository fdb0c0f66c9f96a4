// SPDX-License-Identifier: Apache-2.0
// What lists filter, count and sort incidents by, held in memory as flat columns: one state of the
// file, read once, asked by many threads. A filter over 700,000 incidents is then a few passes over
// bytes; the answers are those of the statements in list_incidents.cpp.
#pragma once

#include <array>
#include <list>
#include <mutex>

#include "isnad/store/incident_query.h"

namespace isnad {

// Texts that repeat: a number a row, into the texts in the order of their bytes.
struct TextColumn {
  static constexpr int32_t kNull = -1;
  std::vector<std::string> values;
  std::vector<int32_t> rows;

  // The first value that is not less; the number of values where there is none.
  [[nodiscard]] int32_t at_least(std::string_view value) const;
  // Its number; -2, that no row has, where it is not there.
  [[nodiscard]] int32_t number_of(std::string_view value) const;
};

class IncidentColumns {
 public:
  using Bits = std::vector<uint64_t>;

  // Reads the file's present state.
  [[nodiscard]] static Result<std::shared_ptr<const IncidentColumns>> read(Database& database);

  // Number of the last line of the custody log when it was read.
  int64_t state = 0;
  // Rows are in the order of lists: the latest first day first, then by name.
  std::vector<int64_t> ids;
  std::vector<std::string> names;
  TextColumn first_day, last_day, type, grade, country, status;
  std::vector<uint32_t> reports, chains;
  std::vector<double> latitude, longitude, radius_km;                // NaN: none
  std::vector<int64_t> killed_high;                                  // -1: none
  std::vector<uint32_t> oldest, by_reports, by_accounts, by_killed;  // rows in other orders

  // A byte a row: 1 where the filter holds. `database` is asked for words and other sets of ids.
  [[nodiscard]] std::vector<uint8_t> hits(const IncidentFilter& filter, Database& database) const;
  // Rows in the order of that name; null for the rows as they are.
  [[nodiscard]] const std::vector<uint32_t>* order(const std::string& name) const;

 private:
  void read_rows(Database& database);
  void read_tellings(Database& database);
  void sort();
  void keep(const IdSet& set, Database& database, std::vector<uint8_t>& hits) const;
  [[nodiscard]] Bits find(const IdSet& set, Database& database) const;

  std::vector<uint32_t> row_of_id_;
  std::vector<uint32_t> report_begin_, report_rows_;  // rows that a report tells of

  // Sets asked for last, of this state as all the rest.
  struct KnownSet {
    std::string question;
    std::shared_ptr<const Bits> bits;
  };
  mutable std::mutex mutex_;
  mutable std::list<KnownSet> known_;
};

}  // namespace isnad
