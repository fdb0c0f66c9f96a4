// SPDX-License-Identifier: Apache-2.0
// Statements prepared once; each function is one or two of them.
#include "isnad/store/link_tables.h"

#include <algorithm>
#include <cstring>
#include <map>

#include "isnad/incident/blocking.h"
#include "isnad/incident/incident_id.h"

namespace isnad {
namespace {

std::vector<uint32_t> words_of(std::string_view blob) {
  std::vector<uint32_t> words(blob.size() / sizeof(uint32_t));
  std::memcpy(words.data(), blob.data(), words.size() * sizeof(uint32_t));
  return words;
}

std::optional<int64_t> wide(std::optional<int> day) {
  return day ? std::optional<int64_t>(*day) : std::nullopt;
}
std::optional<int> narrow(std::optional<int64_t> day) {
  return day ? std::optional(static_cast<int>(*day)) : std::nullopt;
}

// Reports that stand in one block with a new one are compared with it; past this many, the rest of
// a block is passed over. No day and place in the news comes near it.
constexpr int64_t kMostReportsOfBlock = 1000;
// About 10 KB each.
constexpr size_t kRememberedReports = 4096;

}  // namespace

LinkTables::LinkTables(Database& database, CustodyLog& custody)
    : database_(database),
      custody_(custody),
      insert_telling_(database,
                      "INSERT INTO tellings(report, first_claim, stable, first_day, last_day,"
                      " features) VALUES (?, ?, ?, ?, ?, ?)"),
      insert_claim_(database, "UPDATE claims SET telling = ? WHERE report = ? AND number = ?"),
      insert_block_(database,
                    "INSERT OR IGNORE INTO blocks(key, report, telling) VALUES (?, ?, ?)"),
      block_reports_(database,
                     "SELECT DISTINCT report FROM blocks WHERE key = ? AND report <> ? LIMIT " +
                         std::to_string(kMostReportsOfBlock)),
      report_tellings_(database, "SELECT id, features FROM tellings WHERE report = ? ORDER BY id"),
      insert_link_(database, "INSERT OR REPLACE INTO links(a, b, points) VALUES (?, ?, ?)"),
      links_a_(database, "SELECT a, b, points FROM links WHERE a = ?"),
      links_b_(database, "SELECT a, b, points FROM links WHERE b = ?"),
      verdicts_(database,
                "SELECT a, b, kind FROM active_reviews WHERE kind IN ('same', 'different') AND (a "
                "= ?1 OR "
                "b = ?1) ORDER BY id"),
      node_(database,
            "SELECT report, stable, first_day, last_day, incident FROM tellings WHERE id = ?"),
      founder_(database, "SELECT founder FROM incidents WHERE id = ?"),
      name_taken_(database, "SELECT 1 FROM incidents WHERE name = ?"),
      insert_incident_(database, "INSERT INTO incidents(name, founder) VALUES (?, ?)"),
      place_(database, "UPDATE tellings SET incident = ? WHERE id = ?"),
      bury_(database, "UPDATE incidents SET heir = ? WHERE id = ?"),
      name_(database, "SELECT name FROM incidents WHERE id = ?"),
      members_(database,
               "SELECT id, report, stable, first_day, last_day FROM tellings WHERE incident = ?"
               " ORDER BY id") {}

void LinkTables::file(Telling& telling, const std::vector<int>& claims) {
  forget(telling.report);
  const auto features = pack(telling);
  insert_telling_
      .with(telling.report, telling.claim, telling.stable,
            telling.dated ? wide(telling.earliest) : std::nullopt,
            telling.dated ? wide(telling.latest) : std::nullopt, std::as_bytes(std::span(features)))
      .run();
  telling.id = database_.last_row();
  for (const int number : claims) insert_claim_.with(telling.id, telling.report, number).run();
  for (const uint64_t key : block_keys(telling).filed)
    insert_block_.with(key, telling.report, telling.id).run();
}

std::vector<LinkTables::Orphan> LinkTables::remove(int64_t report) {
  const std::vector<Telling> old = tellings_of(report);
  forget(report);
  std::vector<int64_t> ids;
  std::set<int64_t> incidents;
  for (const Telling& telling : old) ids.push_back(telling.id);
  for (const PlacedNode& placed : nodes(ids))
    if (placed.incident != 0) incidents.insert(placed.incident);
  Statement claims(database_, "DELETE FROM claims WHERE report = ?");
  Statement blocks(database_, "DELETE FROM blocks WHERE telling = ?");
  Statement links(database_, "DELETE FROM links WHERE a = ?1 OR b = ?1");
  // A telling that reviews speak of stays for their sake, out of every incident.
  Statement tellings(database_,
                     "DELETE FROM tellings WHERE id = ?1 AND NOT EXISTS"
                     " (SELECT 1 FROM reviews WHERE a = ?1 OR b = ?1)");
  Statement orphaned(database_, "UPDATE tellings SET incident = NULL WHERE id = ?");
  claims.with(report).run();
  for (const int64_t id : ids) {
    blocks.with(id).run();
    links.with(id).run();
    orphaned.with(id).run();
    tellings.with(id).run();
  }
  std::vector<Orphan> orphans;
  Statement left(database_, "SELECT id FROM tellings WHERE incident = ? ORDER BY stable LIMIT 1");
  Statement rename(database_, "UPDATE incidents SET founder = ? WHERE id = ?");
  for (const IncidentName& name : names({incidents.begin(), incidents.end()})) {
    touch(name.incident);
    const auto founder = std::find_if(
        old.begin(), old.end(), [&](const Telling& telling) { return telling.id == name.founder; });
    if (founder == old.end()) continue;
    if (left.with(name.incident).step()) {
      rename.with(left.integer(0), name.incident).run();
    } else {
      orphans.push_back({name.incident, *founder});
    }
    left.reset();
  }
  return orphans;
}

void LinkTables::adopt(const std::vector<Orphan>& orphans, const std::vector<Telling>& tellings) {
  std::set<int64_t> taken;
  Statement rename(database_, "UPDATE incidents SET founder = ? WHERE id = ?");
  for (const Orphan& orphan : orphans) {
    const Telling* best = nullptr;
    for (const Telling& telling : tellings) {
      if (telling.type != orphan.founder.type || taken.contains(telling.id)) continue;
      if (best == nullptr ||
          (best->means != orphan.founder.means && telling.means == orphan.founder.means))
        best = &telling;
    }
    if (best == nullptr) continue;
    taken.insert(best->id);
    rename.with(best->id, orphan.incident).run();
    place(best->id, orphan.incident);
  }
}

const std::vector<Telling>& LinkTables::tellings_of(int64_t report) {
  if (const auto known = read_.find(report); known != read_.end()) return known->second;
  if (read_.size() >= kRememberedReports) read_.clear();
  std::vector<Telling>& tellings = read_[report];
  report_tellings_.with(report);
  while (report_tellings_.step()) {
    auto telling = unpack(words_of(report_tellings_.bytes(1)));
    if (!telling) {
      database_.fail({ErrorCode::kDamagedFile,
                      "a telling that cannot be read; restore the database from a copy",
                      "telling " + std::to_string(report_tellings_.integer(0))});
      break;
    }
    telling->id = report_tellings_.integer(0);
    telling->report = report;
    tellings.push_back(std::move(*telling));
  }
  return tellings;
}

void LinkTables::neighbours(const std::vector<uint64_t>& keys, int64_t report, const Shown& show) {
  std::vector<int64_t> reports;
  for (const uint64_t key : keys) {
    block_reports_.with(key, report);
    while (block_reports_.step()) reports.push_back(block_reports_.integer(0));
  }
  std::sort(reports.begin(), reports.end());
  reports.erase(std::unique(reports.begin(), reports.end()), reports.end());
  for (const int64_t other : reports) show(tellings_of(other));
}

void LinkTables::add_link(const Link& link) {
  insert_link_.with(link.a, link.b, link.points).run();
}

std::vector<Link> LinkTables::links_of(const std::vector<int64_t>& tellings) {
  std::vector<Link> links;
  for (const int64_t telling : tellings) {
    for (Statement* statement : {&links_a_, &links_b_}) {
      statement->with(telling);
      while (statement->step())
        links.push_back({statement->integer(0), statement->integer(1),
                         static_cast<int>(statement->integer(2))});
    }
  }
  return links;
}

// The last word on a pair holds.
std::vector<Verdict> LinkTables::verdicts_of(const std::vector<int64_t>& tellings) {
  std::map<std::pair<int64_t, int64_t>, bool> last;
  for (const int64_t telling : tellings) {
    verdicts_.with(telling);
    while (verdicts_.step())
      last[std::minmax(verdicts_.integer(0), verdicts_.integer(1))] = verdicts_.text(2) == "same";
  }
  std::vector<Verdict> verdicts;
  for (const auto& [pair, same] : last) verdicts.push_back({pair.first, pair.second, same});
  return verdicts;
}

std::vector<PlacedNode> LinkTables::nodes(const std::vector<int64_t>& tellings) {
  std::vector<PlacedNode> nodes;
  for (const int64_t id : tellings) {
    if (!node_.with(id).step()) continue;
    PlacedNode placed;
    placed.node = {id, node_.integer(0), static_cast<uint64_t>(node_.integer(1)),
                   narrow(node_.integer_or_null(2)), narrow(node_.integer_or_null(3))};
    placed.incident = node_.integer_or_null(4).value_or(0);
    nodes.push_back(placed);
    node_.reset();
  }
  return nodes;
}

std::vector<PlacedNode> LinkTables::members(const std::vector<int64_t>& incidents) {
  std::vector<PlacedNode> members;
  for (const int64_t incident : incidents) {
    members_.with(incident);
    while (members_.step()) {
      members.push_back(
          {{members_.integer(0), members_.integer(1), static_cast<uint64_t>(members_.integer(2)),
            narrow(members_.integer_or_null(3)), narrow(members_.integer_or_null(4))},
           incident});
    }
  }
  return members;
}

std::vector<IncidentName> LinkTables::names(const std::vector<int64_t>& incidents) {
  std::vector<IncidentName> names;
  for (const int64_t incident : incidents) {
    if (founder_.with(incident).step()) names.push_back({incident, founder_.integer(0)});
    founder_.reset();
  }
  return names;
}

// Of what was merged and comes apart again, the part founded by the same telling has its name back.
int64_t LinkTables::found(const Node& founder) {
  Statement tomb(database_, "SELECT id FROM incidents WHERE founder = ? AND heir IS NOT NULL");
  if (tomb.with(founder.id).step()) {
    const int64_t revived = tomb.integer(0);
    tomb.reset();
    Statement(database_, "UPDATE incidents SET heir = NULL WHERE id = ?").with(revived).run();
    return revived;
  }
  std::string name;
  for (uint32_t attempt = 0; name.empty(); ++attempt) {
    const std::string candidate = incident_name(founder.stable, attempt);
    if (!name_taken_.with(candidate).step()) name = candidate;
    name_taken_.reset();
  }
  insert_incident_.with(name, founder.id).run();
  return database_.last_row();
}

void LinkTables::place(int64_t telling, int64_t incident) { place_.with(incident, telling).run(); }

std::string LinkTables::name_of(int64_t incident) {
  std::string name = name_.with(incident).step() ? name_.text(0) : std::string();
  name_.reset();
  return name;
}

void LinkTables::bury(int64_t gone, int64_t heir) {
  bury_.with(heir, gone).run();
  touch(gone);
  custody_.append(now_, "merge", name_of(gone), "is now part of " + name_of(heir));
}

void LinkTables::note_split(int64_t whole, int64_t part) {
  custody_.append(now_, "split", name_of(whole), name_of(part) + " was cut from it");
}

}  // namespace isnad
