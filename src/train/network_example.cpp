// SPDX-License-Identifier: Apache-2.0
// See network_example.h.
#include "train/network_example.h"

#include "isnad/analysis/tag_layout.h"

namespace isnad::train {

NetworkTarget make_target(const TreebankSentence& sentence) {
  NetworkTarget target;
  for (const TreebankWord& word : sentence.words) {
    target.upos.push_back(static_cast<int32_t>(word.upos));
    for (uint32_t g = 0; g < kFeatureGroupCount; ++g) {
      target.features.push_back(sentence.has_morphology ? feature_value(word.features, g) : -1);
    }
    if (!sentence.has_tree) continue;
    target.heads.push_back(word.head);
    target.labels.push_back(static_cast<int32_t>(word.deprel));
  }
  return target;
}

}  // namespace isnad::train
