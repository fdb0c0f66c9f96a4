// SPDX-License-Identifier: Apache-2.0
// The news word vectors (words.txt, vectors.f16): read, cut to the most frequent, made signed bytes
// with a scale.
#pragma once

#include <filesystem>
#include <vector>

#include "isnad/base/result.h"

namespace isnad::train {

struct WordVectors {
  std::vector<uint32_t> slots;  // key table: as spelt and folded
  std::vector<int8_t> rows;     // 64 a word
  std::vector<float> scales;
};

// Signed bytes of one row of floats; returns the scale.
float quantise(const float* row, size_t width, int8_t* out);

// `folder` holds words.txt and vectors.f16; at most `most` words. Errors: kMissingFile, kBadValue.
[[nodiscard]] Result<WordVectors> read_word_vectors(const std::filesystem::path& folder,
                                                    size_t most);

}  // namespace isnad::train
