// SPDX-License-Identifier: Apache-2.0
// Trains the segmenter: gathers irregular tokens and restored spellings, then learns to rank
// candidates with an averaged perceptron. One pass after the other over the tokens in a seeded
// order; single-threaded (seconds).
#pragma once

#include <map>
#include <string>
#include <vector>

#include "isnad/analysis/segment.h"
#include "train/network_trainer.h"
#include "train/noise.h"
#include "train/treebank.h"

namespace isnad::train {

// Strings of the model, each once.
class StringTableBuilder {
 public:
  uint32_t add(std::u16string_view text);
  [[nodiscard]] const std::vector<uint32_t>& offsets() const { return offsets_; }
  [[nodiscard]] const std::vector<char16_t>& letters() const { return letters_; }
  [[nodiscard]] StringTable view() const { return {offsets_, letters_}; }

 private:
  std::map<std::u16string, uint32_t, std::less<>> ids_;
  std::vector<uint32_t> offsets_{0};
  std::vector<char16_t> letters_;
};

struct ListTableData {
  std::vector<uint32_t> slots, offsets, items;
  [[nodiscard]] ListTable view() const { return {KeyTable(slots), offsets, items}; }
};

struct SegmentOptions {
  uint32_t epochs = 6;
  uint32_t weight_bits = 19;
  NoiseOptions noise;
  uint64_t seed = 1;
};

struct TrainedSegmenter {
  std::vector<int16_t> weights;
  float scale = 1;
  ListTableData whole_tokens, stems;
};

[[nodiscard]] TrainedSegmenter train_segmenter(const std::vector<TreebankSentence>& sentences,
                                               const KeyTable& words, StringTableBuilder& strings,
                                               const SegmentOptions& options,
                                               const Progress& progress);

// Marks and tatweel kept out, but for the dagger alef that UD writes in لٰكن: a form as the model
// spells it.
[[nodiscard]] std::u16string spelling_of(std::string_view form);

}  // namespace isnad::train
