// SPDX-License-Identifier: Apache-2.0
// Links first, then the parts of the graph that they reach, then the names.
#include "isnad/incident/maintain.h"

#include <algorithm>
#include <map>
#include <set>

#include "isnad/incident/blocking.h"

namespace isnad {
namespace {

// All tellings that links or verdicts connect with the given ones, and those links and verdicts.
struct Component {
  std::vector<PlacedNode> nodes;
  std::vector<Link> links;
  std::vector<Verdict> verdicts;
};

Component component_of(LinkKeeper& keeper, const std::vector<int64_t>& start) {
  std::set<int64_t> seen(start.begin(), start.end());
  std::vector<int64_t> edge(seen.begin(), seen.end());
  std::map<std::pair<int64_t, int64_t>, int> links;
  std::map<std::pair<int64_t, int64_t>, bool> verdicts;
  while (!edge.empty()) {
    std::vector<int64_t> next;
    const auto reach = [&](int64_t telling) {
      if (seen.insert(telling).second) next.push_back(telling);
    };
    for (const Link& link : keeper.links_of(edge)) {
      links[{link.a, link.b}] = link.points;
      reach(link.a);
      reach(link.b);
    }
    for (const Verdict& verdict : keeper.verdicts_of(edge)) {
      verdicts[{verdict.a, verdict.b}] = verdict.same;
      reach(verdict.a);
      reach(verdict.b);
    }
    edge = std::move(next);
  }
  Component component;
  component.nodes = keeper.nodes({seen.begin(), seen.end()});
  for (const auto& [pair, points] : links)
    component.links.push_back({pair.first, pair.second, points});
  for (const auto& [pair, same] : verdicts)
    component.verdicts.push_back({pair.first, pair.second, same});
  return component;
}

using Cluster = std::vector<size_t>;  // indexes into Component::nodes

// Which existing name each cluster keeps: the oldest of those whose founder is in it.
std::vector<int64_t> kept_names(const std::vector<PlacedNode>& nodes,
                                const std::vector<Cluster>& clusters,
                                const std::vector<IncidentName>& names,
                                std::vector<std::pair<int64_t, int64_t>>& buried) {
  std::map<int64_t, size_t> cluster_of;
  for (size_t c = 0; c < clusters.size(); ++c)
    for (const size_t index : clusters[c]) cluster_of[nodes[index].node.id] = c;
  std::vector<std::vector<int64_t>> candidates(clusters.size());
  for (const IncidentName& name : names) {
    const auto at = cluster_of.find(name.founder);
    if (at != cluster_of.end()) candidates[at->second].push_back(name.incident);
  }
  std::vector<int64_t> kept(clusters.size(), 0);
  for (size_t c = 0; c < clusters.size(); ++c) {
    if (candidates[c].empty()) continue;
    kept[c] = *std::min_element(candidates[c].begin(), candidates[c].end());
    for (const int64_t gone : candidates[c])
      if (gone != kept[c]) buried.emplace_back(gone, kept[c]);
  }
  return kept;
}

// Splits are said of the incident that most of the part came from.
int64_t former_incident(const std::vector<PlacedNode>& nodes, const Cluster& members) {
  std::map<int64_t, size_t> count;
  for (const size_t index : members)
    if (nodes[index].incident != 0) ++count[nodes[index].incident];
  const auto most = std::max_element(
      count.begin(), count.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == count.end() ? 0 : most->first;
}

void place_cluster(LinkKeeper& keeper, const std::vector<PlacedNode>& nodes, const Cluster& members,
                   int64_t incident) {
  if (incident == 0) {
    const size_t founder = *std::min_element(
        members.begin(), members.end(),
        [&](size_t a, size_t b) { return nodes[a].node.stable < nodes[b].node.stable; });
    incident = keeper.found(nodes[founder].node);
    if (const int64_t whole = former_incident(nodes, members); whole != 0)
      keeper.note_split(whole, incident);
  }
  bool changed = false;
  for (const size_t index : members) {
    if (nodes[index].incident == incident) continue;
    keeper.place(nodes[index].node.id, incident);
    if (nodes[index].incident != 0) keeper.touch(nodes[index].incident);
    changed = true;
  }
  if (changed) keeper.touch(incident);
}

void place_clusters(LinkKeeper& keeper, const std::vector<PlacedNode>& nodes,
                    const std::vector<Cluster>& clusters) {
  std::set<int64_t> incidents;
  for (const PlacedNode& placed : nodes)
    if (placed.incident != 0) incidents.insert(placed.incident);
  std::vector<std::pair<int64_t, int64_t>> buried;
  const auto kept =
      kept_names(nodes, clusters, keeper.names({incidents.begin(), incidents.end()}), buried);
  for (size_t c = 0; c < clusters.size(); ++c) place_cluster(keeper, nodes, clusters[c], kept[c]);
  for (const auto& [gone, heir] : buried) keeper.bury(gone, heir);
}

std::vector<Node> bare(const std::vector<PlacedNode>& placed) {
  std::vector<Node> nodes;
  for (const PlacedNode& one : placed) nodes.push_back(one.node);
  return nodes;
}

// The incidents that some tellings stand in.
std::set<int64_t> incidents_of(LinkKeeper& keeper, const std::set<int64_t>& tellings) {
  std::set<int64_t> incidents;
  for (const PlacedNode& placed : keeper.nodes({tellings.begin(), tellings.end()}))
    incidents.insert(placed.incident);
  return incidents;
}

// Whole incidents with the links among them, and those that lead out of them.
struct Region {
  std::vector<PlacedNode> nodes;  // the new ones first
  std::vector<Link> inner, outward;
};

Region region_of(LinkKeeper& keeper, const std::vector<PlacedNode>& added,
                 const std::set<int64_t>& incidents) {
  Region region{added, {}, {}};
  for (const PlacedNode& placed : keeper.members({incidents.begin(), incidents.end()}))
    region.nodes.push_back(placed);
  std::set<int64_t> ids;
  for (const PlacedNode& placed : region.nodes) ids.insert(placed.node.id);
  std::map<std::pair<int64_t, int64_t>, int> points;  // a link is shown by both of its ends
  for (const Link& link : keeper.links_of({ids.begin(), ids.end()}))
    points[{link.a, link.b}] = link.points;
  for (const auto& [pair, value] : points) {
    const bool inner = ids.contains(pair.first) && ids.contains(pair.second);
    (inner ? region.inner : region.outward).push_back({pair.first, pair.second, value});
  }
  return region;
}

// The tellings outside to which links lead from an incident with an undone telling.
std::set<int64_t> reached_from(const Region& region, const std::vector<bool>& undone) {
  std::map<int64_t, int64_t> incident_of;
  std::set<int64_t> broken;
  for (size_t i = 0; i < region.nodes.size(); ++i) {
    incident_of[region.nodes[i].node.id] = region.nodes[i].incident;
    if (undone[i]) broken.insert(region.nodes[i].incident);
  }
  std::set<int64_t> reached;
  for (const Link& link : region.outward) {
    const auto inside = incident_of.find(link.a);
    const bool first = inside != incident_of.end();
    const int64_t incident = first ? inside->second : incident_of.at(link.b);
    if (broken.contains(incident)) reached.insert(first ? link.b : link.a);
  }
  return reached;
}

// What links hold together grows with the store, incidents do not: the incidents that new tellings
// touch are looked at, and, where these undo a joining, the ones beside whatever came undone, ring
// by ring. False where an analyst decided on one of them; nothing is changed then.
bool place_among_touched(LinkKeeper& keeper, const std::vector<PlacedNode>& added) {
  std::set<int64_t> others, added_ids;
  for (const PlacedNode& placed : added) {
    if (placed.incident != 0) return false;
    added_ids.insert(placed.node.id);
  }
  for (const Link& link : keeper.links_of({added_ids.begin(), added_ids.end()}))
    for (const int64_t end : {link.a, link.b})
      if (!added_ids.contains(end)) others.insert(end);
  std::set<int64_t> incidents = incidents_of(keeper, others);
  while (!incidents.contains(0)) {
    const Region region = region_of(keeper, added, incidents);
    std::vector<int64_t> ids;
    for (const PlacedNode& placed : region.nodes) ids.push_back(placed.node.id);
    if (!keeper.verdicts_of(ids).empty()) return false;
    std::vector<bool> is_new(region.nodes.size(), false);
    std::fill_n(is_new.begin(), added.size(), true);
    const Grown grown = cluster_grown(bare(region.nodes), region.inner, is_new);
    const auto reached = reached_from(region, grown.undone);
    if (reached.empty()) {
      place_clusters(keeper, region.nodes, grown.groups);
      return true;
    }
    incidents.merge(incidents_of(keeper, reached));
  }
  return false;
}

}  // namespace

void place_again(LinkKeeper& keeper, const std::vector<int64_t>& tellings) {
  const Component component = component_of(keeper, tellings);
  place_clusters(keeper, component.nodes,
                 cluster(bare(component.nodes), component.links, component.verdicts));
}

void place_report(LinkKeeper& keeper, const std::vector<Telling>& tellings) {
  if (tellings.empty()) return;
  std::vector<uint64_t> keys;
  std::vector<int64_t> ids;
  for (const Telling& telling : tellings) {
    const BlockKeys blocks = block_keys(telling);
    keys.insert(keys.end(), blocks.looked.begin(), blocks.looked.end());
    ids.push_back(telling.id);
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  std::set<int64_t> linked;
  keeper.neighbours(keys, tellings.front().report, [&](const std::vector<Telling>& others) {
    for (const Link& link : link_reports(tellings, others)) {
      keeper.add_link(link);
      linked.insert({link.a, link.b});
    }
  });
  std::vector<int64_t> reached;
  std::vector<PlacedNode> added;
  for (const PlacedNode& placed : keeper.nodes(ids)) {
    if (linked.contains(placed.node.id) || placed.incident != 0) {
      reached.push_back(placed.node.id);
      added.push_back(placed);
    } else {
      place_cluster(keeper, {placed}, {0}, 0);  // most stand alone
    }
  }
  if (!reached.empty() && !place_among_touched(keeper, added)) place_again(keeper, reached);
}

}  // namespace isnad
