// SPDX-License-Identifier: Apache-2.0
// The keeper of links as plain vectors: for tests of how incidents are maintained, without a store.
#pragma once

#include <algorithm>
#include <map>
#include <set>

#include "isnad/incident/blocking.h"
#include "isnad/incident/maintain.h"

namespace isnad {

class MemoryKeeper : public LinkKeeper {
 public:
  // Takes a report in and returns the ids its tellings got.
  std::vector<int64_t> add(std::vector<Telling> report) {
    const auto number = static_cast<int64_t>(reports_.size() + 1);
    std::vector<int64_t> ids;
    for (Telling& telling : report) {
      telling.report = number;
      telling.id = ++last_id_;
      ids.push_back(telling.id);
      for (const uint64_t key : block_keys(telling).filed) blocks_[key].insert(number);
      all_[telling.id] = telling;
    }
    reports_.push_back(report);
    place_report(*this, report);
    return ids;
  }
  void judge(int64_t a, int64_t b, bool same) {
    verdicts_[std::minmax(a, b)] = same;
    place_again(*this, {a, b});
  }

  // The partition by stable keys: what must not depend on the order of arrival.
  [[nodiscard]] std::set<std::set<uint64_t>> partition() const {
    std::map<int64_t, std::set<uint64_t>> groups;
    for (const auto& [telling, incident] : incident_of_)
      groups[incident].insert(all_.at(telling).stable);
    std::set<std::set<uint64_t>> partition;
    for (const auto& [incident, group] : groups) partition.insert(group);
    return partition;
  }
  // The same, cut from all links at once.
  [[nodiscard]] std::set<std::set<uint64_t>> partition_anew() {
    std::vector<int64_t> ids;
    for (const auto& [id, telling] : all_) ids.push_back(id);
    std::vector<Node> bare;
    for (const PlacedNode& placed : nodes(ids)) bare.push_back(placed.node);
    std::set<std::set<uint64_t>> partition;
    for (const auto& group : cluster(bare, links_, verdicts_of(ids))) {
      std::set<uint64_t> keys;
      for (const size_t index : group) keys.insert(bare[index].stable);
      partition.insert(keys);
    }
    return partition;
  }
  [[nodiscard]] int64_t incident_of(int64_t telling) const { return incident_of_.at(telling); }
  [[nodiscard]] const std::map<int64_t, int64_t>& heirs() const { return heirs_; }
  [[nodiscard]] const std::vector<std::pair<int64_t, int64_t>>& splits() const { return splits_; }

  void neighbours(const std::vector<uint64_t>& keys, int64_t report, const Shown& show) override {
    std::set<int64_t> found;
    for (const uint64_t key : keys)
      if (const auto block = blocks_.find(key); block != blocks_.end())
        found.insert(block->second.begin(), block->second.end());
    found.erase(report);
    for (const int64_t other : found) show(reports_[static_cast<size_t>(other - 1)]);
  }
  void add_link(const Link& link) override { links_.push_back(link); }
  std::vector<Link> links_of(const std::vector<int64_t>& tellings) override {
    std::vector<Link> links;
    for (const Link& link : links_)
      if (holds(tellings, link.a) || holds(tellings, link.b)) links.push_back(link);
    return links;
  }
  std::vector<Verdict> verdicts_of(const std::vector<int64_t>& tellings) override {
    std::vector<Verdict> verdicts;
    for (const auto& [pair, same] : verdicts_)
      if (holds(tellings, pair.first) || holds(tellings, pair.second))
        verdicts.push_back({pair.first, pair.second, same});
    return verdicts;
  }
  std::vector<PlacedNode> nodes(const std::vector<int64_t>& tellings) override {
    std::vector<PlacedNode> nodes;
    for (const int64_t id : tellings) {
      const Telling& telling = all_.at(id);
      PlacedNode placed;
      placed.node = {id, telling.report, telling.stable,
                     telling.dated ? telling.earliest : std::nullopt,
                     telling.dated ? telling.latest : std::nullopt};
      const auto at = incident_of_.find(id);
      placed.incident = at == incident_of_.end() ? 0 : at->second;
      nodes.push_back(placed);
    }
    return nodes;
  }
  std::vector<PlacedNode> members(const std::vector<int64_t>& incidents) override {
    std::vector<int64_t> ids;
    for (const auto& [telling, incident] : incident_of_)
      if (holds(incidents, incident)) ids.push_back(telling);
    return nodes(ids);
  }
  std::vector<IncidentName> names(const std::vector<int64_t>& incidents) override {
    std::vector<IncidentName> names;
    for (const int64_t incident : incidents) names.push_back({incident, founders_.at(incident)});
    return names;
  }
  int64_t found(const Node& founder) override {
    founders_[++last_incident_] = founder.id;
    return last_incident_;
  }
  void place(int64_t telling, int64_t incident) override { incident_of_[telling] = incident; }
  void bury(int64_t gone, int64_t heir) override { heirs_[gone] = heir; }
  void note_split(int64_t whole, int64_t part) override { splits_.emplace_back(whole, part); }
  void touch(int64_t) override {}

 private:
  static bool holds(const std::vector<int64_t>& list, int64_t value) {
    return std::find(list.begin(), list.end(), value) != list.end();
  }

  int64_t last_id_ = 0, last_incident_ = 0;
  std::vector<std::vector<Telling>> reports_;
  std::map<int64_t, Telling> all_;
  std::map<uint64_t, std::set<int64_t>> blocks_;
  std::vector<Link> links_;
  std::map<std::pair<int64_t, int64_t>, bool> verdicts_;
  std::map<int64_t, int64_t> incident_of_, founders_, heirs_;
  std::vector<std::pair<int64_t, int64_t>> splits_;
};

}  // namespace isnad
