// SPDX-License-Identifier: Apache-2.0
// See word_vectors.h.
#include "train/word_vectors.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <fstream>
#include <string>

#include "isnad/analysis/key_table.h"
#include "isnad/analysis/segment.h"
#include "isnad/analysis/spelling.h"

namespace isnad::train {
namespace {

constexpr size_t kWidth = 64;

float from_half(uint16_t half) {
  const uint32_t sign = (half & 0x8000u) << 16, exponent = (half >> 10) & 31u,
                 fraction = half & 1023u;
  if (exponent == 0) return std::ldexp(static_cast<float>(fraction), -24) * (sign ? -1.0F : 1.0F);
  return std::bit_cast<float>(sign | ((exponent + 112) << 23) | (fraction << 13));
}

}  // namespace

float quantise(const float* row, size_t width, int8_t* out) {
  float most = 1e-8F;
  for (size_t i = 0; i < width; ++i) most = std::max(most, std::abs(row[i]));
  const float scale = most / 127.0F;
  for (size_t i = 0; i < width; ++i) out[i] = static_cast<int8_t>(std::lround(row[i] / scale));
  return scale;
}

Result<WordVectors> read_word_vectors(const std::filesystem::path& folder, size_t most) {
  std::ifstream words(folder / "words.txt");
  std::ifstream values(folder / "vectors.f16", std::ios::binary);
  if (!words || !values) {
    return failure(ErrorCode::kMissingFile,
                   "words.txt and vectors.f16 are needed; check the folder", folder.string());
  }
  WordVectors out;
  KeyTableBuilder exact, folded;
  std::string line;
  std::vector<uint16_t> halves(kWidth);
  std::vector<float> row(kWidth);
  for (uint32_t i = 0; i < most && std::getline(words, line); ++i) {
    values.read(reinterpret_cast<char*>(halves.data()), kWidth * 2);
    if (!values)
      return failure(ErrorCode::kBadValue, "there are fewer vectors than words", folder.string());
    std::transform(halves.begin(), halves.end(), row.begin(), from_half);
    out.rows.resize(out.rows.size() + kWidth);
    out.scales.push_back(quantise(row.data(), kWidth, out.rows.data() + size_t{i} * kWidth));
    Letters letters;
    plain_letters(line, letters);
    shape_letters(letters);
    exact.add(key_of(KeyKind::kVector, letters.view()), i);
    fold_letters(letters);
    folded.add(key_of(KeyKind::kFoldedVector, letters.view()), i);
  }
  KeyTableBuilder both = exact;
  both.append(folded);
  out.slots = both.slots();
  return out;
}

}  // namespace isnad::train
