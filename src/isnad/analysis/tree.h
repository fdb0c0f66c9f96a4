// SPDX-License-Identifier: Apache-2.0
// The best tree over scored arcs: Chu-Liu/Edmonds on a dense matrix, with exactly one child of the
// root. Crossing arcs are allowed; one in ten Arabic sentences has some.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace isnad {

struct TreeWorkspace {
  std::vector<float> weight;  // (n+1)², head by dependent, node 0 the root; contraction changes it
  std::vector<uint32_t> from, to;  // (n+1)²: the words an arc joined before contraction
  std::vector<uint32_t> parent, mark, result;
  std::vector<uint32_t> next_member,
      last_member;  // words inside each contracted node, as linked lists
  std::vector<uint32_t> alive;
  struct Level {  // one contraction: its cycle, with parents and members before it
    uint32_t begin, end;
  };
  struct CycleNode {
    uint32_t node, parent, last_member;
  };
  std::vector<Level> levels;
  std::vector<CycleNode> cycles;
};

// `scores`: n rows (dependents) of `stride` columns; column 0 is the root, column h+1 word h. Fills
// heads[0…n): the head's index, or n for the root. Always a tree with one root, whatever the scores
// (not a number counts as the lowest). At most quadratic in practice; cubic at worst.
void best_tree(std::span<const float> scores, size_t stride, size_t n, std::span<uint32_t> heads,
               TreeWorkspace& work);

}  // namespace isnad
