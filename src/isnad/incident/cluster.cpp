// SPDX-License-Identifier: Apache-2.0
// Kruskal's algorithm with constraints, over groups that know their reports and days.
#include "isnad/incident/cluster.h"

#include <algorithm>
#include <numeric>

namespace isnad {
namespace {

struct Group {
  std::vector<size_t> members;             // sorted
  std::vector<int64_t> reports;            // sorted
  std::optional<int> first_day, last_day;  // the days all of its dated members share, or nearly
};

// A named day may be off by one: midnight, time zones, "yesterday" printed a day late.
constexpr int kDaysOff = 1;

class Groups {
 public:
  Groups(const std::vector<Node>& nodes, const std::vector<std::pair<size_t, size_t>>& apart)
      : parents_(nodes.size()), groups_(nodes.size()), apart_(apart) {
    std::iota(parents_.begin(), parents_.end(), size_t{0});
    for (size_t i = 0; i < nodes.size(); ++i)
      groups_[i] = {{i}, {nodes[i].report}, nodes[i].first_day, nodes[i].last_day};
  }

  bool join(size_t a, size_t b, bool ordered) {
    a = root(a);
    b = root(b);
    if (a == b || are_apart(a, b) || (!ordered && exclude(groups_[a], groups_[b]))) return false;
    if (groups_[a].members.size() < groups_[b].members.size()) std::swap(a, b);
    absorb(groups_[a], groups_[b]);
    parents_[b] = a;
    return true;
  }

  const Group& group_of(size_t node) { return groups_[root(node)]; }

  std::vector<std::vector<size_t>> result() {
    std::vector<std::vector<size_t>> result;
    for (size_t i = 0; i < parents_.size(); ++i)
      if (parents_[i] == i) result.push_back(std::move(groups_[i].members));
    std::sort(result.begin(), result.end());
    return result;
  }

 private:
  size_t root(size_t node) {
    while (parents_[node] != node) node = parents_[node] = parents_[parents_[node]];
    return node;
  }

  static bool exclude(const Group& a, const Group& b) {
    if (a.first_day && b.first_day &&
        (*a.first_day > *b.last_day + kDaysOff || *b.first_day > *a.last_day + kDaysOff)) {
      return true;
    }
    for (size_t i = 0, k = 0; i < a.reports.size() && k < b.reports.size();) {
      if (a.reports[i] == b.reports[k]) return true;
      ++(a.reports[i] < b.reports[k] ? i : k);
    }
    return false;
  }

  bool are_apart(size_t a, size_t b) {
    return std::any_of(apart_.begin(), apart_.end(), [&](const auto& pair) {
      const size_t first = root(pair.first);
      const size_t second = root(pair.second);
      return (first == a && second == b) || (first == b && second == a);
    });
  }

  static void absorb(Group& into, Group& from) {
    const auto merge = [](auto& sorted, const auto& more) {
      const auto middle = static_cast<std::ptrdiff_t>(sorted.size());
      sorted.insert(sorted.end(), more.begin(), more.end());
      std::inplace_merge(sorted.begin(), sorted.begin() + middle, sorted.end());
    };
    merge(into.members, from.members);
    merge(into.reports, from.reports);
    if (!into.first_day) {
      into.first_day = from.first_day;
      into.last_day = from.last_day;
    } else if (from.first_day) {
      into.first_day = std::max(*into.first_day, *from.first_day);
      into.last_day = std::min(*into.last_day, *from.last_day);
      if (*into.first_day > *into.last_day) std::swap(into.first_day, into.last_day);
    }
    from = {};
  }

  std::vector<size_t> parents_;
  std::vector<Group> groups_;
  const std::vector<std::pair<size_t, size_t>>& apart_;
};

struct Step {
  size_t a = 0, b = 0;
  int points = 0;
  uint64_t low = 0, high = 0;
  bool ordered = false;  // by an analyst
};

bool goes_first(const Step& a, const Step& b) {
  if (a.ordered != b.ordered) return a.ordered;
  if (a.points != b.points) return a.points > b.points;
  return a.low != b.low ? a.low < b.low : a.high < b.high;
}

// Node ids to indexes.
class Index {
 public:
  explicit Index(const std::vector<Node>& nodes) {
    for (size_t i = 0; i < nodes.size(); ++i) by_id_.emplace_back(nodes[i].id, i);
    std::sort(by_id_.begin(), by_id_.end());
  }
  [[nodiscard]] std::optional<size_t> find(int64_t id) const {
    const auto at = std::lower_bound(by_id_.begin(), by_id_.end(), std::pair(id, size_t{0}));
    return at != by_id_.end() && at->first == id ? std::optional(at->second) : std::nullopt;
  }

 private:
  std::vector<std::pair<int64_t, size_t>> by_id_;
};

void add_step(const std::vector<Node>& nodes, const Index& index, const Link& link, bool ordered,
              std::vector<Step>& steps) {
  const auto a = index.find(link.a);
  const auto b = index.find(link.b);
  if (!a || !b) return;
  const auto [low, high] = std::minmax(nodes[*a].stable, nodes[*b].stable);
  steps.push_back({*a, *b, link.points, low, high, ordered});
}

// Whether whatever the group kept out before, it keeps out now.
bool keeps_out_as_much(const Group& before, const Group& now) {
  if (!before.first_day) return true;
  return now.first_day && *now.first_day >= *before.first_day && *now.last_day <= *before.last_day;
}

// Marks the members of a node's group that were, without the new nodes, in a group it does not hold
// whole.
void mark_undone(Groups& before, Groups& now, size_t node, const std::vector<bool>& is_new,
                 std::vector<bool>& undone) {
  const Group& grown = now.group_of(node);
  for (const size_t member : grown.members) {
    if (is_new[member] || undone[member]) continue;
    const Group& old = before.group_of(member);
    undone[member] = !std::includes(grown.members.begin(), grown.members.end(), old.members.begin(),
                                    old.members.end()) ||
                     !keeps_out_as_much(old, grown);
  }
}

}  // namespace

Grown cluster_grown(const std::vector<Node>& nodes, const std::vector<Link>& links,
                    const std::vector<bool>& is_new) {
  const Index index(nodes);
  std::vector<Step> steps;
  for (const Link& link : links) add_step(nodes, index, link, false, steps);
  std::sort(steps.begin(), steps.end(), goes_first);
  const std::vector<std::pair<size_t, size_t>> none;
  Groups before(nodes, none);
  Groups now(nodes, none);
  std::vector<bool> undone(nodes.size(), false);
  for (const Step& step : steps) {
    const bool of_old = !is_new[step.a] && !is_new[step.b];
    const bool joined_before = of_old && before.join(step.a, step.b, false);
    const bool joined_now = now.join(step.a, step.b, false);
    if (!joined_before && !joined_now) continue;
    mark_undone(before, now, step.a, is_new, undone);
    mark_undone(before, now, step.b, is_new, undone);
  }
  return {now.result(), std::move(undone)};
}

std::vector<std::vector<size_t>> cluster(const std::vector<Node>& nodes,
                                         const std::vector<Link>& links,
                                         const std::vector<Verdict>& verdicts) {
  const Index index(nodes);
  std::vector<Step> steps;
  std::vector<std::pair<size_t, size_t>> apart;
  for (const Verdict& verdict : verdicts) {
    if (verdict.same) {
      add_step(nodes, index, {verdict.a, verdict.b, 0}, true, steps);
    } else if (const auto a = index.find(verdict.a), b = index.find(verdict.b); a && b) {
      apart.emplace_back(*a, *b);
    }
  }
  for (const Link& link : links) add_step(nodes, index, link, false, steps);
  std::sort(steps.begin(), steps.end(), goes_first);
  Groups groups(nodes, apart);
  for (const Step& step : steps) groups.join(step.a, step.b, step.ordered);
  return groups.result();
}

}  // namespace isnad
