// SPDX-License-Identifier: Apache-2.0
// Matrix products in small integers. A model's weights are rounded to 7 bits and a sign a column,
// the rows that meet them to 8 bits a row; the sums are whole numbers, so every copy of the
// arithmetic (kernel.h) gives the same bits. What that costs in accuracy: docs/decisions/0012.
//
//   const QuantisedMatrix matrix(weights, bias, 192, 576);
//   QuantisedRows rows;
//   rows.assign(below, 192, n, 192);            // n rows of 192 floats
//   matrix.multiply(rows, gates, 576);          // gates = bias + below · weights
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace isnad {

// Rows of floats as bytes: value = (byte - 128) · scale.
class QuantisedRows {
 public:
  // `count` rows of `inner` finite floats, `stride` apart; `inner` a multiple of 16. Linear.
  void assign(const float* values, size_t stride, size_t count, size_t inner);
  [[nodiscard]] size_t count() const { return count_; }
  [[nodiscard]] const uint8_t* bytes() const { return bytes_.data(); }
  [[nodiscard]] const float* scales() const { return scales_.data(); }

 private:
  std::vector<uint8_t> bytes_;
  std::vector<float> scales_;
  size_t count_ = 0;
};

class QuantisedMatrix {
 public:
  QuantisedMatrix() = default;
  // `weights`: inner × columns, row after row; `bias`: columns, or null for none. Both sizes are
  // multiples of 16, `inner` at most 4096. Copies, rounded.
  QuantisedMatrix(const float* weights, const float* bias, size_t inner, size_t columns);

  // out[i][j] = bias[j] + rows[i] · column j; rows of `out` are `stride` floats apart.
  void multiply(const QuantisedRows& rows, float* out, size_t stride) const;
  [[nodiscard]] size_t columns() const { return columns_; }

 private:
  // Sixteen columns at a time: for each four rows of the matrix, their four bytes column after
  // column, as the processors' byte products want them.
  struct alignas(64) Line {
    int8_t bytes[64];
  };
  std::vector<Line> lines_;
  std::vector<int32_t> starts_;  // what makes up for the 128 in each byte of a row
  std::vector<float> scales_, bias_;
  size_t inner_ = 0;
  size_t columns_ = 0;
};

}  // namespace isnad
