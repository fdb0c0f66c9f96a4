// SPDX-License-Identifier: Apache-2.0
// See tree.h. Contractions are kept on a list and undone from the last to the first.
#include "isnad/analysis/tree.h"

#include <algorithm>
#include <limits>

namespace isnad {
namespace {

constexpr float kNever = -std::numeric_limits<float>::infinity();
constexpr float kMost = 1e6F;
constexpr uint32_t kUnset = UINT32_MAX;

class Arborescence {
 public:
  Arborescence(size_t nodes, TreeWorkspace& work) : n_(nodes), work_(work) {}

  void load(std::span<const float> scores, size_t stride, uint32_t only_root);
  // Heads of nodes 1 … n-1 into work.result.
  void solve();

 private:
  float& weight(size_t head, size_t dependent) { return work_.weight[head * n_ + dependent]; }
  void choose_parents();
  // The nodes of some cycle among the chosen parents, appended to work.cycles; false if there is
  // none.
  bool find_cycle();
  void contract();
  void redirect(uint32_t inside, uint32_t outside, float total);
  void undo(TreeWorkspace::Level level);

  size_t n_;
  TreeWorkspace& work_;
};

void Arborescence::load(std::span<const float> scores, size_t stride, uint32_t only_root) {
  work_.weight.resize(n_ * n_);
  work_.from.resize(n_ * n_);
  work_.to.resize(n_ * n_);
  for (uint32_t h = 0; h < n_; ++h) {
    for (uint32_t d = 0; d < n_; ++d) {
      float score = d == 0 ? kNever : scores[(d - 1) * stride + h];
      score = score == score ? std::clamp(score, -kMost, kMost) : -kMost;
      const bool barred = h == d || d == 0 || (h == 0 && only_root != kUnset && d != only_root);
      weight(h, d) = barred ? kNever : score;
      work_.from[h * n_ + d] = h;
      work_.to[h * n_ + d] = d;
    }
  }
  work_.parent.assign(n_, 0);
  work_.result.assign(n_, kUnset);
  work_.levels.clear();
  work_.cycles.clear();
  work_.next_member.assign(n_, kUnset);
  work_.last_member.resize(n_);
  work_.alive.resize(n_);
  for (uint32_t i = 0; i < n_; ++i) work_.alive[i] = work_.last_member[i] = i;
}

void Arborescence::choose_parents() {
  for (const uint32_t d : work_.alive) {
    if (d == 0) continue;
    float best = kNever;
    uint32_t parent = 0;
    for (const uint32_t h : work_.alive) {
      if (h != d && weight(h, d) > best) {
        best = weight(h, d);
        parent = h;
      }
    }
    work_.parent[d] = parent;
  }
}

bool Arborescence::find_cycle() {
  work_.mark.assign(n_, 0);
  uint32_t walk = 0;
  for (const uint32_t start : work_.alive) {
    ++walk;
    uint32_t v = start;
    while (v != 0 && work_.mark[v] == 0) {
      work_.mark[v] = walk;
      v = work_.parent[v];
    }
    if (v == 0 || work_.mark[v] != walk) continue;
    const auto begin = static_cast<uint32_t>(work_.cycles.size());
    uint32_t c = v;
    do {
      work_.cycles.push_back({c, work_.parent[c], work_.last_member[c]});
      c = work_.parent[c];
    } while (c != v);
    work_.levels.push_back({begin, static_cast<uint32_t>(work_.cycles.size())});
    return true;
  }
  return false;
}

// Arcs between the cycle and `outside` become arcs of the node `inside` that stands for the cycle.
void Arborescence::redirect(uint32_t inside, uint32_t outside, float total) {
  const TreeWorkspace::Level level = work_.levels.back();
  float out = kNever, in = kNever;
  uint32_t out_node = inside, in_node = inside;
  for (uint32_t i = level.begin; i < level.end; ++i) {
    const TreeWorkspace::CycleNode c = work_.cycles[i];
    if (weight(c.node, outside) > out) {
      out = weight(c.node, outside);
      out_node = c.node;
    }
    const float through = total + weight(outside, c.node) - weight(c.parent, c.node);
    if (through > in) {
      in = through;
      in_node = c.node;
    }
  }
  const auto copy_arc = [&](size_t to, size_t from) {
    work_.from[to] = work_.from[from];
    work_.to[to] = work_.to[from];
  };
  copy_arc(inside * n_ + outside, out_node * n_ + outside);
  copy_arc(outside * n_ + inside, outside * n_ + in_node);
  weight(inside, outside) = out;
  weight(outside, inside) = in;
}

void Arborescence::contract() {
  const TreeWorkspace::Level level = work_.levels.back();
  const uint32_t inside = work_.cycles[level.begin].node;
  work_.mark.assign(n_, 0);
  float total = 0;
  for (uint32_t i = level.begin; i < level.end; ++i) {
    const TreeWorkspace::CycleNode c = work_.cycles[i];
    work_.mark[c.node] = 1;
    total += weight(c.parent, c.node);
  }
  // The representative's own row and column are read for every outside node before they change for
  // it only.
  for (const uint32_t v : work_.alive) {
    if (!work_.mark[v]) redirect(inside, v, total);
  }
  for (uint32_t i = level.begin + 1; i < level.end; ++i) {
    const uint32_t node = work_.cycles[i].node;
    work_.next_member[work_.last_member[inside]] = node;
    work_.last_member[inside] = work_.cycles[i].last_member;
  }
  std::erase_if(work_.alive, [&](uint32_t v) { return work_.mark[v] && v != inside; });
}

void Arborescence::undo(TreeWorkspace::Level level) {
  // The cycle was entered at the node one of whose members already has a head.
  uint32_t entered = work_.cycles[level.begin].node;
  for (uint32_t i = level.begin; i < level.end; ++i) {
    const TreeWorkspace::CycleNode c = work_.cycles[i];
    for (uint32_t m = c.node;; m = work_.next_member[m]) {
      if (work_.result[m] != kUnset) {
        entered = c.node;
        break;
      }
      if (m == c.last_member) break;
    }
  }
  for (uint32_t i = level.begin; i < level.end; ++i) {
    const TreeWorkspace::CycleNode c = work_.cycles[i];
    const size_t arc = c.parent * n_ + c.node;
    if (c.node != entered) work_.result[work_.to[arc]] = work_.from[arc];
  }
}

void Arborescence::solve() {
  for (;;) {
    choose_parents();
    if (!find_cycle()) break;
    contract();
  }
  for (const uint32_t v : work_.alive) {
    if (v == 0) continue;
    const size_t arc = work_.parent[v] * n_ + v;
    work_.result[work_.to[arc]] = work_.from[arc];
  }
  for (size_t i = work_.levels.size(); i-- > 0;) undo(work_.levels[i]);
}

// The child of the root that loses most if it must hang elsewhere.
uint32_t best_root(std::span<const float> scores, size_t stride, size_t n,
                   const TreeWorkspace& work, bool any) {
  uint32_t best = 1;
  float most = kNever;
  for (uint32_t d = 1; d <= n; ++d) {
    if (!any && work.result[d] != 0) continue;
    float other = kNever;
    for (size_t h = 1; h <= n; ++h) {
      if (h != d) other = std::max(other, scores[(d - 1) * stride + h]);
    }
    const float gain = scores[(d - 1) * stride] - other;
    if (gain > most) {
      most = gain;
      best = d;
    }
  }
  return best;
}

}  // namespace

void best_tree(std::span<const float> scores, size_t stride, size_t n, std::span<uint32_t> heads,
               TreeWorkspace& work) {
  if (n == 0) return;
  Arborescence tree(n + 1, work);
  tree.load(scores, stride, kUnset);
  tree.solve();
  if (std::count(work.result.begin() + 1, work.result.end(), 0u) != 1) {
    uint32_t root = best_root(scores, stride, n, work, false);
    if (work.result[root] != 0) root = best_root(scores, stride, n, work, true);
    tree.load(scores, stride, root);
    tree.solve();
  }
  for (size_t d = 0; d < n; ++d) {
    const uint32_t head = work.result[d + 1];
    heads[d] = head == 0 || head == kUnset ? static_cast<uint32_t>(n) : head - 1;
  }
}

}  // namespace isnad
