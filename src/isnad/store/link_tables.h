// SPDX-License-Identifier: Apache-2.0
// The tables that incidents are maintained in, as maintain_incidents wants them.
#pragma once

#include <set>
#include <unordered_map>

#include "isnad/incident/maintain.h"
#include "isnad/store/custody.h"
#include "isnad/store/database.h"

namespace isnad {

class LinkTables : public LinkKeeper {
 public:
  LinkTables(Database& database, CustodyLog& custody);

  // Files a telling of a report, gives it its id, and its claims to it.
  void file(Telling& telling, const std::vector<int>& claims);
  // An incident that lost its founder and all else when a report's old version was taken out.
  struct Orphan {
    int64_t incident = 0;
    Telling founder;
  };
  // Takes all tellings of a report out, with their links; their incidents are touched, and what is
  // left of one keeps its name.
  std::vector<Orphan> remove(int64_t report);
  // Orphans go to the new version's telling of the same type and means, else of the same type.
  void adopt(const std::vector<Orphan>& orphans, const std::vector<Telling>& tellings);
  // What the custody log says of merges and splits happens at this time.
  void set_time(std::string now) { now_ = std::move(now); }
  // Incidents that were touched since last asked.
  [[nodiscard]] std::set<int64_t> take_touched() { return std::exchange(touched_, {}); }

  void neighbours(const std::vector<uint64_t>& keys, int64_t report, const Shown& show) override;
  void add_link(const Link& link) override;
  std::vector<Link> links_of(const std::vector<int64_t>& tellings) override;
  std::vector<Verdict> verdicts_of(const std::vector<int64_t>& tellings) override;
  std::vector<PlacedNode> nodes(const std::vector<int64_t>& tellings) override;
  std::vector<PlacedNode> members(const std::vector<int64_t>& incidents) override;
  std::vector<IncidentName> names(const std::vector<int64_t>& incidents) override;
  int64_t found(const Node& founder) override;
  void place(int64_t telling, int64_t incident) override;
  void bury(int64_t gone, int64_t heir) override;
  void note_split(int64_t whole, int64_t part) override;
  void touch(int64_t incident) override { touched_.insert(incident); }

 private:
  std::string name_of(int64_t incident);
  const std::vector<Telling>& tellings_of(int64_t report);
  void forget(int64_t report) { read_.erase(report); }

  Database& database_;
  CustodyLog& custody_;
  std::string now_;
  std::set<int64_t> touched_;
  // Tellings read last: reports of one day meet the same neighbours. Emptied when it grows large.
  std::unordered_map<int64_t, std::vector<Telling>> read_;
  Statement insert_telling_, insert_claim_, insert_block_, block_reports_, report_tellings_,
      insert_link_, links_a_, links_b_, verdicts_, node_, founder_, name_taken_, insert_incident_,
      place_, bury_, name_, members_;
};

}  // namespace isnad
