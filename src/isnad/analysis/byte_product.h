// SPDX-License-Identifier: Apache-2.0
// The product of rows of bytes with a matrix of signed bytes, as QuantisedMatrix packs it. Exact,
// so that every copy (baseline, AVX2, AVX-512, the last with VNNI) gives the same bits.
#pragma once

#include <cstddef>
#include <cstdint>

namespace isnad::kernel {

inline constexpr size_t kPanel = 16;  // columns that lie together
inline constexpr size_t kQuad = 4;    // rows of the matrix that lie together

// A matrix: for each panel, for each four of its rows, the four bytes (-63 … 63) of each column.
struct ByteMatrix {
  const int8_t* bytes;   // aligned to 64
  const int32_t* start;  // a column: what its sum starts from
  const float* scale;    // a column
  const float* bias;     // a column
  size_t quads;
  size_t columns;
};

// out[i][j] = bias[j] + (start[j] + Σ rows[i][k] · bytes[k][j]) · row_scales[i] · scale[j], rows of
// out `stride` floats apart.
void multiply_bytes(const uint8_t* rows, const float* row_scales, size_t count,
                    const ByteMatrix& matrix, float* out, size_t stride);

}  // namespace isnad::kernel
