// SPDX-License-Identifier: Apache-2.0
// A model of a few kilobytes with weights drawn by number: wrong about everything, right in form.
// For tests, fuzzing and nothing else.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include "isnad/analysis/model.h"

namespace isnad {

struct TinyParts {
  NetworkShape shape{.vector = 16,
                     .input = 16,
                     .hidden = 16,
                     .layers = 2,
                     .tag_layer = 1,
                     .arc = 16,
                     .label = 16,
                     .tags = 64,
                     .labels = 48};
  std::vector<float> weights;
  std::string self_test;
};

// Numbers that look random and are the same everywhere.
inline std::vector<float> tiny_weights(size_t count, uint64_t seed) {
  std::vector<float> weights(count);
  for (float& weight : weights) {
    seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
    weight = static_cast<float>(static_cast<int64_t>(seed >> 40) - (1 << 23)) /
             static_cast<float>(1 << 24);
  }
  return weights;
}

// The file's bytes. Words known: كتاب (book), القرية (the village); restored: اعلن as أعلن;
// irregular: مما as من + ما.
inline std::string tiny_model_bytes(uint64_t seed, const TinyParts& parts = {}) {
  const std::vector<float> weights =
      parts.weights.empty() ? tiny_weights(NetworkLayout(parts.shape).size, seed) : parts.weights;
  const std::u16string strings = u"أعلنمن+ماكِتَاب";  // announced, of + what, book
  const std::vector<uint32_t> offsets = {0, 4, 9, static_cast<uint32_t>(strings.size())};
  KeyTableBuilder words, whole, stems, lemmas, features;
  uint32_t rank = 0;
  constexpr std::u16string_view kWords[] = {
      u"كتاب",    // book
      u"القرية",  // the village
  };
  for (const std::u16string_view word : kWords) {
    words.add(key_of(KeyKind::kVector, word), rank);
    words.add(key_of(KeyKind::kFoldedVector, word), rank++);
  }
  stems.add(key_of(KeyKind::kStem, u"اعلن"), 0);       // announced
  whole.add(key_of(KeyKind::kWholeToken, u"مما"), 0);  // of what
  Letters book;
  book.assign(u"كتاب");  // book
  for (uint64_t tag = 0; tag < 17; ++tag) lemmas.add(lemma_key(book, static_cast<Upos>(tag)), 2);
  features.add(1, 0);
  std::vector<int16_t> ranking(64);
  const std::vector<float> ranks = tiny_weights(64, seed + 1);
  for (size_t i = 0; i < 64; ++i) ranking[i] = static_cast<int16_t>(ranks[i] * 1000);
  const std::vector<int8_t> rows(2 * 16, 7);
  const std::vector<float> scales = {0.1F, 0.2F}, one = {100.0F};

  ContainerWriter out(kAnalyserKind, kAnalyserVersion, "tiny, for tests");
  const auto add = [&](std::string_view name, const auto& values) {
    out.add(name, std::span(std::as_const(values)));
  };
  out.add("shape", std::span<const NetworkShape>(&parts.shape, 1));
  add("weights", weights);
  add("feature_keys", features.slots());
  out.add("feature_rows", std::span<const int8_t>(rows).first(16));
  out.add("feature_scales", std::span<const float>(scales).first(1));
  add("vector_keys", words.slots());
  add("vector_rows", rows);
  add("vector_scales", scales);
  add("string_offsets", offsets);
  out.add("string_letters", std::span<const char16_t>(strings));
  add("segment_weights", ranking);
  add("segment_scale", one);
  add("whole_keys", whole.slots());
  add("whole_offsets", std::vector<uint32_t>{0, 1});
  add("whole_items", std::vector<uint32_t>{1});
  add("stem_keys", stems.slots());
  add("stem_offsets", std::vector<uint32_t>{0, 1});
  add("stem_items", std::vector<uint32_t>{0});
  add("lemma_keys", lemmas.slots());
  KeyTableBuilder edits;
  edits.add(key_of(KeyKind::kEdit, u"ل"), 0);
  add("edit_weights", ranking);
  add("edit_keys", edits.slots());
  add("edit_offsets", std::vector<uint32_t>{0, 2});
  add("edit_items", std::vector<uint32_t>{0, 1});
  out.add("self_test", std::span<const char>(parts.self_test.data(), parts.self_test.size()));
  return out.finish();
}

// Bytes at an address that Container::view takes.
class AlignedBytes {
 public:
  explicit AlignedBytes(std::string_view bytes)
      : size_(bytes.size()), memory_(std::make_unique<Block[]>(size_ / 64 + 1)) {
    std::memcpy(memory_.get(), bytes.data(), bytes.size());
  }
  [[nodiscard]] std::span<const std::byte> view() const {
    return {reinterpret_cast<const std::byte*>(memory_.get()), size_};
  }

 private:
  struct alignas(64) Block {
    std::byte bytes[64];
  };
  size_t size_;
  std::unique_ptr<Block[]> memory_;
};

}  // namespace isnad
