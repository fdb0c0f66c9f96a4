// SPDX-License-Identifier: Apache-2.0
// See dev_scores.h.
#include "train/dev_scores.h"

#include <algorithm>

#include "isnad/analysis/tag_layout.h"

namespace isnad::train {
namespace {

// Subtypes count as their universal relation, as in the scores of the shared tasks.
std::string_view universal(int64_t deprel) {
  const auto name = deprel_name(static_cast<Deprel>(deprel));
  return name.substr(0, name.find(':'));
}

}  // namespace

void DevScores::count(size_t source, NetworkGradient& network, const std::vector<float>& weights,
                      const NetworkTarget& gold) {
  if (counts_.size() <= source) counts_.resize(source + 1);
  Counts& counts = counts_[source];
  const size_t n = gold.upos.size();
  std::vector<uint32_t> heads(n);
  best_tree(network.arcs(), network.columns(), n, heads, tree_);
  const std::vector<int32_t> signed_heads(heads.begin(), heads.end());
  network.score_labels(weights, signed_heads);
  for (size_t t = 0; t < n; ++t) {
    const float* tags = network.tag_scores().data() + t * shape_.tags;
    const float* labels = network.label_scores().data() + t * shape_.labels;
    const auto label = heads[t] == n ? static_cast<int64_t>(Deprel::kRoot)
                                     : std::max_element(labels + 2, labels + kDeprelCount) - labels;
    const bool head_right = signed_heads[t] == gold.heads[t];
    ++counts.words;
    counts.upos += std::max_element(tags, tags + kUposCount) - tags == gold.upos[t];
    counts.heads += head_right;
    counts.labels += head_right && universal(label) == universal(gold.labels[t]);
  }
}

std::string DevScores::line() const {
  std::string out;
  for (const Counts& counts : counts_) {
    if (counts.words == 0) continue;
    const auto share = [&](size_t right) {
      return std::to_string(100.0 * static_cast<double>(right) / static_cast<double>(counts.words))
          .substr(0, 5);
    };
    out += "  UPOS " + share(counts.upos) + " UAS " + share(counts.heads) + " LAS " +
           share(counts.labels);
  }
  return out;
}

}  // namespace isnad::train
