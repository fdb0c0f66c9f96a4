// SPDX-License-Identifier: Apache-2.0
// See rows.h.
#include "train/rows.h"

#include <algorithm>

namespace isnad::train {

void transpose(const float* from, size_t rows, size_t columns, std::vector<float>& to) {
  to.resize(rows * columns);
  for (size_t i = 0; i < rows; ++i) {
    for (size_t j = 0; j < columns; ++j) to[j * rows + i] = from[i * columns + j];
  }
}

void fill_rows(std::vector<float>& rows, size_t n, const float* bias, size_t columns) {
  rows.resize(n * columns);
  for (size_t t = 0; t < n; ++t)
    std::copy(bias, bias + columns, rows.begin() + static_cast<std::ptrdiff_t>(t * columns));
}

void add_column_sums(const std::vector<float>& rows, size_t n, size_t columns, float* out) {
  for (size_t t = 0; t < n; ++t) {
    for (size_t j = 0; j < columns; ++j) out[j] += rows[t * columns + j];
  }
}

}  // namespace isnad::train
