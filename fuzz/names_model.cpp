// SPDX-License-Identifier: Apache-2.0
// Door: the file of the tagger of names. Bytes as given become its sections, with a right checksum;
// it is refused, or it labels sentences without reading outside itself.
#include <algorithm>
#include <cstdint>
#include <cstring>
#include <vector>

#include "isnad/analysis/tiny_model.h"
#include "isnad/mention/name/name_tagger.h"

namespace {

// The next `count` values of the input, nought where it ends.
template <class T>
std::vector<T> take(const uint8_t*& data, size_t& size, size_t count) {
  std::vector<T> values(count);
  const size_t bytes = std::min(size, count * sizeof(T));
  if (bytes > 0) std::memcpy(values.data(), data, bytes);
  data += bytes;
  size -= bytes;
  return values;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const isnad::AlignedBytes kTiny(isnad::tiny_model_bytes(1));
  static const auto kAnalyser = isnad::Analyser::over(
      *isnad::Container::view(kTiny.view(), isnad::kAnalyserKind, isnad::kAnalyserVersion, "tiny"));
  if (size < 4) return 0;
  const size_t rows = data[0] % 8u, slots = size_t{1} << data[1] % 6u, words = data[2] % 4u;
  const size_t labels = data[3] % 2u == 0 ? isnad::kNameLabels : data[3];
  data += 4;
  size -= 4;
  isnad::ContainerWriter out(isnad::kNamesKind, isnad::kNamesVersion, "fuzz");
  const auto slot_values = take<uint32_t>(data, size, slots);
  const auto row_values = take<int8_t>(data, size, rows * isnad::kNameRow);
  const auto scales = take<float>(data, size, rows);
  const auto clusters = take<uint16_t>(data, size, words);
  const auto steps = take<float>(data, size, labels * isnad::kNameLabels);
  out.add("feature_keys", std::span<const uint32_t>(slot_values));
  out.add("feature_rows", std::span<const int8_t>(row_values));
  out.add("feature_scales", std::span<const float>(scales));
  out.add("fine", std::span<const uint16_t>(clusters));
  out.add("coarse", std::span<const uint16_t>(clusters));
  out.add("steps", std::span<const float>(steps));
  const isnad::AlignedBytes bytes(out.finish());
  const auto model = isnad::NameModel::over(
      *isnad::Container::view(bytes.view(), isnad::kNamesKind, isnad::kNamesVersion, "fuzz"),
      *kAnalyser);
  if (!model) return 0;
  std::array<uint64_t, isnad::kMostNameFeatures> keys{};
  const std::vector<isnad::NameWord> sentence(5);
  std::vector<float> scores(sentence.size() * isnad::kNameRow, 0.0F);
  for (size_t t = 0; t < sentence.size(); ++t) {
    const size_t count = isnad::find_name_features(sentence, t, keys);
    for (size_t k = 0; k < count; ++k) {
      const uint32_t row = model->features().index.find(keys[k]);
      if (row == isnad::KeyTable::kNone) continue;
      for (size_t l = 0; l < isnad::kNameRow; ++l)
        scores[t * isnad::kNameRow + l] += static_cast<float>(model->features().row(row)[l]);
    }
  }
  isnad::NameWorkspace work;
  std::vector<uint8_t> found;
  isnad::best_labels(*model, scores, work, found);
  if (found.size() != sentence.size()) __builtin_trap();
  uint32_t before = isnad::kNoName;
  for (const uint8_t label : found) {
    if (!isnad::may_follow(before, label)) __builtin_trap();
    before = label;
  }
  return 0;
}
