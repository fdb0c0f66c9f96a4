// SPDX-License-Identifier: Apache-2.0
// Ids as bits, asked for one at a time on a walk over the index of days.
#include "isnad/store/find_incidents.h"

#include <algorithm>

#include "isnad/store/incident_query.h"
#include "isnad/store/store_parts.h"

namespace isnad {
namespace {

constexpr const char* kInOrder = " ORDER BY i.earliest IS NULL, i.earliest, i.name";
// The ids of an IdSet, to be asked for one at a time.
class MarkedIds {
 public:
  MarkedIds(const IdSet& set, Database& database) : of_reports_(set.of_reports) {
    Statement found(database, set.ids);
    found.with(set.value);
    while (found.step()) {
      const auto id = static_cast<size_t>(found.integer(0));
      if (id / 64 >= bits_.size()) bits_.resize(std::max(bits_.size() * 2, id / 64 + 1));
      bits_[id / 64] |= uint64_t{1} << (id % 64);
      ++count_;
    }
  }
  [[nodiscard]] bool of_reports() const { return of_reports_; }
  [[nodiscard]] bool are_few(const WalkLimits& limits) const {
    return count_ <= (of_reports_ ? limits.few_reports : limits.few_incidents);
  }
  [[nodiscard]] bool holds(int64_t id) const {
    const auto at = static_cast<size_t>(id);
    return at / 64 < bits_.size() && (bits_[at / 64] >> (at % 64) & 1U) != 0;
  }

 private:
  bool of_reports_;
  std::vector<uint64_t> bits_;
  size_t count_ = 0;
};

// Is the incident in all the sets?
class Membership {
 public:
  Membership(std::vector<MarkedIds> sets, Database& database)
      : sets_(std::move(sets)),
        reports_(database, "SELECT report FROM tellings WHERE incident = ?") {
    std::stable_partition(sets_.begin(), sets_.end(),
                          [](const MarkedIds& set) { return !set.of_reports(); });  // cheap ones
  }
  [[nodiscard]] size_t asked() const { return asked_; }
  bool holds(int64_t incident) {
    return std::all_of(sets_.begin(), sets_.end(), [&](const MarkedIds& set) {
      return set.of_reports() ? is_told_by(set, incident) : set.holds(incident);
    });
  }

 private:
  bool is_told_by(const MarkedIds& set, int64_t incident) {
    ++asked_;
    reports_.with(incident);
    while (reports_.step())
      if (set.holds(reports_.integer(0))) return true;
    return false;
  }

  std::vector<MarkedIds> sets_;
  Statement reports_;
  size_t asked_ = 0;  // incidents whose reports were asked for
};

// The first names of a walk over the incidents by day; nothing where it grows too long. Those with
// a day first: two walks, since the index begins with those without.
std::optional<std::vector<std::string>> walk(const IncidentFilter& filter, size_t longest,
                                             Membership& members, Database& database) {
  const IncidentQuery query = plain_query(filter);
  std::vector<std::string> names;
  for (const char* part : {" AND i.earliest IS NOT NULL", " AND i.earliest IS NULL"}) {
    Statement rows(database, "SELECT i.id, i.name" + std::string(query.from()) + " WHERE " +
                                 query.where + part + " ORDER BY i.earliest, i.name");
    query.bind(rows);
    while (names.size() < filter.limit && rows.step()) {
      if (members.holds(rows.integer(0))) names.push_back(rows.text(1));
      if (members.asked() > longest) return std::nullopt;
    }
  }
  return names;
}

std::vector<std::string> look_up(const IncidentFilter& filter, Database& database) {
  const IncidentQuery query = incident_query(filter);
  std::string sql = "SELECT i.name" + std::string(query.from()) + " WHERE " + query.where;
  sql += kInOrder;
  if (filter.limit > 0) sql += " LIMIT " + std::to_string(filter.limit);
  Statement statement(database, sql);
  query.bind(statement);
  std::vector<std::string> names;
  while (statement.step()) names.push_back(statement.text(0));
  return names;
}

}  // namespace

std::vector<std::string> find_incidents(const IncidentFilter& filter, Database& database,
                                        const WalkLimits& limits) {
  if (filter.limit == 0 || plain_query(filter).chosen) return look_up(filter, database);
  std::vector<MarkedIds> sets;
  for (const IdSet& set : id_sets(filter)) {
    sets.emplace_back(set, database);
    if (sets.back().are_few(limits)) return look_up(filter, database);
  }
  Membership members(std::move(sets), database);
  auto names = walk(filter, limits.longest, members, database);
  return names ? std::move(*names) : look_up(filter, database);
}

Result<std::vector<std::string>> Store::find(const IncidentFilter& filter) {
  auto names = find_incidents(filter, *parts_->database);
  if (auto sound = parts_->sound(); !sound) return tl::unexpected(sound.error());
  return names;
}

}  // namespace isnad
