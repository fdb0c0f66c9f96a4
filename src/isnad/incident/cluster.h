// SPDX-License-Identifier: Apache-2.0
// Tellings that links hold together, cut into incidents: the strongest link joins first, and no
// joining puts two tellings that one report keeps apart, or tellings of days that exclude each
// other, into one incident. The result depends on the set alone, never on the order of arrival.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "isnad/incident/pair_score.h"

namespace isnad {

struct Node {
  int64_t id = 0;
  int64_t report = 0;
  uint64_t stable = 0;
  std::optional<int> first_day, last_day;  // only where the report names the day
};

// What an analyst decided about two tellings; it holds whatever the points say.
struct Verdict {
  int64_t a = 0, b = 0;
  bool same = true;
};

// Groups of indexes into `nodes`, each sorted, the groups by their first. Links and verdicts that
// name no node are passed over. Verdicts of "same" join even what one report keeps apart; of two
// verdicts that contradict each other through others, "different" holds. O(n log n + links·groups
// of one incident).
[[nodiscard]] std::vector<std::vector<size_t>> cluster(const std::vector<Node>& nodes,
                                                       const std::vector<Link>& links,
                                                       const std::vector<Verdict>& verdicts);

struct Grown {
  std::vector<std::vector<size_t>> groups;  // as `cluster` gives them
  // Nodes whose group, at some step, lacked what it held there before the new nodes came, or had
  // wider days.
  std::vector<bool> undone;
};

// The same without verdicts, for nodes of which some are new and the others are whole incidents
// that `cluster` found before. The groups are what `cluster` would give amid all incidents that
// links lead to, if no incident with an undone node has a link out of `nodes`: a group that only
// grew is kept apart from others at least as surely as before.
[[nodiscard]] Grown cluster_grown(const std::vector<Node>& nodes, const std::vector<Link>& links,
                                  const std::vector<bool>& is_new);

}  // namespace isnad
