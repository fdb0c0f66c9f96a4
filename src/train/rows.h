// SPDX-License-Identifier: Apache-2.0
// Matrices of floats, row after row in one array: what training does with them beside the products
// of isnad/analysis/kernel.h.
#pragma once

#include <cstddef>
#include <vector>

namespace isnad::train {

// `to` becomes the columns of `from` (rows × columns), each a row.
void transpose(const float* from, size_t rows, size_t columns, std::vector<float>& to);

// `rows` becomes n copies of `bias`.
void fill_rows(std::vector<float>& rows, size_t n, const float* bias, size_t columns);

// Adds the sum of each of `columns` columns to `out`.
void add_column_sums(const std::vector<float>& rows, size_t n, size_t columns, float* out);

}  // namespace isnad::train
