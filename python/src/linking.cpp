// SPDX-License-Identifier: Apache-2.0
// The engine's own steps; bytes in between are what the store keeps of a telling.
#include "linking.h"

#include <algorithm>
#include <cstring>
#include <map>

#include "engine_error.h"
#include "isnad/export/incident_json.h"
#include "isnad/incident/blocking.h"
#include "isnad/incident/cluster.h"
#include "isnad/incident/incident.h"
#include "isnad/incident/incident_id.h"
#include "isnad/incident/pair_score.h"
#include "isnad/incident/telling.h"

namespace isnad {
namespace {

CodedRecord record_of(const std::string& line) {
  auto record = read_coded_record(line);
  if (!record) throw EngineError(record.error());
  return std::move(*record);
}

Telling telling_of(const std::string& bytes) {
  std::vector<uint32_t> words(bytes.size() / sizeof(uint32_t));
  std::memcpy(words.data(), bytes.data(), words.size() * sizeof(uint32_t));
  auto telling = unpack(words);
  if (!telling)
    throw EngineError(Error{ErrorCode::kBadValue, "no telling; code the reports again", {}});
  return std::move(*telling);
}

// Tellings of one report, numbered from 1.
std::vector<Telling> tellings_of(const std::vector<std::string>& all, int64_t first) {
  std::vector<Telling> tellings;
  for (const std::string& bytes : all) {
    tellings.push_back(telling_of(bytes));
    tellings.back().id = first++;
  }
  return tellings;
}

}  // namespace

ToldReport tell_report(const std::string& line) {
  ToldReport told;
  for (const Telling& telling : make_tellings(record_of(line))) {
    const auto words = pack(telling);
    std::string bytes(words.size() * sizeof(uint32_t), '\0');
    std::memcpy(bytes.data(), words.data(), bytes.size());
    told.tellings.emplace_back(telling.claim, std::move(bytes));
    const BlockKeys keys = block_keys(telling);
    for (const auto* some : {&keys.filed, &keys.looked})
      for (const uint64_t key : *some) told.keys.push_back(static_cast<int64_t>(key));
  }
  std::sort(told.keys.begin(), told.keys.end());
  told.keys.erase(std::unique(told.keys.begin(), told.keys.end()), told.keys.end());
  return told;
}

std::vector<std::tuple<size_t, size_t, int>> link_told(const std::vector<std::string>& one,
                                                       const std::vector<std::string>& other) {
  const auto size = static_cast<int64_t>(one.size());
  std::vector<std::tuple<size_t, size_t, int>> links;
  for (const Link& link : link_reports(tellings_of(one, 0), tellings_of(other, size)))
    links.emplace_back(link.a, link.b - size, link.points);
  return links;
}

std::vector<size_t> group_told(const std::vector<std::pair<int64_t, std::string>>& tellings,
                               const std::vector<std::tuple<size_t, size_t, int>>& links) {
  std::vector<Node> nodes;
  for (const auto& [report, bytes] : tellings) {
    const Telling telling = telling_of(bytes);
    Node node{static_cast<int64_t>(nodes.size()), report, telling.stable, {}, {}};
    if (telling.dated) {
      node.first_day = telling.earliest;
      node.last_day = telling.latest;
    }
    nodes.push_back(node);
  }
  std::vector<Link> found;
  for (const auto& [a, b, points] : links)
    found.push_back({static_cast<int64_t>(a), static_cast<int64_t>(b), points});
  std::vector<size_t> groups(nodes.size());
  size_t number = 0;
  for (const auto& group : cluster(nodes, found, {})) {
    for (const size_t node : group) groups[node] = number;
    ++number;
  }
  return groups;
}

std::string incident_of_told(const std::vector<std::pair<std::string, std::string>>& members) {
  std::map<std::string, std::vector<Telling>> by_line;
  uint64_t founder = UINT64_MAX;
  for (const auto& [line, bytes] : members) {
    by_line[line].push_back(telling_of(bytes));
    founder = std::min(founder, by_line[line].back().stable);
  }
  std::vector<CodedRecord> records;
  records.reserve(by_line.size());
  std::vector<Member> parts;
  for (const auto& [line, tellings] : by_line) {
    records.push_back(record_of(line));
    Member member{&records.back(), {}, tellings.front().signature};
    for (const Telling& telling : tellings) {
      const auto claims = claims_of_telling(records.back(), telling.claim);
      member.claims.insert(member.claims.end(), claims.begin(), claims.end());
    }
    parts.push_back(std::move(member));
  }
  Incident incident = make_incident(std::move(parts));
  incident.id = incident_name(founder, 0);
  std::string json;
  append_incident_json(incident, json);
  json.pop_back();  // the newline
  return json;
}

}  // namespace isnad
