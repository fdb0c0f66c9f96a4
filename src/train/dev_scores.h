// SPDX-License-Identifier: Apache-2.0
// How well the network in training does on the development sentences, with gold words.
#pragma once

#include <string>
#include <vector>

#include "isnad/analysis/tree.h"
#include "train/network_gradient.h"

namespace isnad::train {

class DevScores {
 public:
  explicit DevScores(const NetworkShape& shape) : shape_(shape) {}

  // Counts the sentence that `network` has just been through; `source`: number of its treebank.
  void count(size_t source, NetworkGradient& network, const std::vector<float>& weights,
             const NetworkTarget& gold);

  // "  UPOS 96.1 UAS 81.0 LAS 75.2" for each treebank that has words, one after another.
  [[nodiscard]] std::string line() const;

 private:
  struct Counts {
    size_t words = 0, upos = 0, heads = 0, labels = 0;
  };
  NetworkShape shape_;
  TreeWorkspace tree_;
  std::vector<Counts> counts_;  // one a treebank
};

}  // namespace isnad::train
