// SPDX-License-Identifier: Apache-2.0
// The loops of byte_product.cpp, which includes this file once for each copy. Given by it: Sum (a
// vector of sums), Weights (as many quads), Row, kLanes (columns a vector), kTileRows and
// kTilePanels (whose sums fit the registers), ISNAD_TARGET, and
//   spread(row, bytes)                        four bytes of a row, as often as a vector has columns
//   accumulate(sum, row, weights, row2, weights2)  sum += row · weights + row2 · weights2
// No include guard: see above.

ISNAD_TARGET inline void finish(const Sum& sum, float row_scale, const float* scale,
                                const float* bias, float* out) {
  using Floats = float __attribute__((vector_size(4 * kLanes)));
  using Integers = int32_t __attribute__((vector_size(4 * kLanes)));
  Integers whole;
  Floats by, from;
  std::memcpy(&whole, &sum, sizeof whole);
  std::memcpy(&by, scale, sizeof by);
  std::memcpy(&from, bias, sizeof from);
  from += __builtin_convertvector(whole, Floats) * (by * row_scale);
  std::memcpy(out, &from, sizeof from);
}

template <int kRows, int kPanels>
ISNAD_TARGET inline void tile(const uint8_t* rows, const float* row_scales, const ByteMatrix& m,
                              size_t column, float* out, size_t stride) {
  constexpr int kVectors = static_cast<int>(kPanel / kLanes) * kPanels;
  const size_t inner = m.quads * kQuad;
  const int8_t* bytes = m.bytes + column * inner;
  Sum sum[kRows][kVectors];
  ISNAD_UNROLL
  for (int r = 0; r < kRows; ++r) {
    ISNAD_UNROLL
    for (int v = 0; v < kVectors; ++v)
      std::memcpy(&sum[r][v], m.start + column + static_cast<size_t>(v) * kLanes, sizeof(Sum));
  }
  for (size_t q = 0; q < m.quads; q += 2) {
    ISNAD_UNROLL
    for (int v = 0; v < kVectors; ++v) {
      const size_t lane = static_cast<size_t>(v) * kLanes;
      const int8_t* quads =
          bytes + lane / kPanel * kPanel * inner + (q * kPanel + lane % kPanel) * kQuad;
      Weights weights, weights2;
      std::memcpy(&weights, quads, sizeof weights);
      std::memcpy(&weights2, quads + kPanel * kQuad, sizeof weights2);
      ISNAD_UNROLL
      for (int r = 0; r < kRows; ++r) {
        // Spread anew for each vector: a load costs less than the register to keep it.
        Row row, row2;
        const uint8_t* from = rows + static_cast<size_t>(r) * inner + q * kQuad;
        spread(row, from);
        spread(row2, from + kQuad);
        accumulate(sum[r][v], row, weights, row2, weights2);
      }
    }
  }
  ISNAD_UNROLL
  for (int r = 0; r < kRows; ++r) {
    ISNAD_UNROLL
    for (int v = 0; v < kVectors; ++v) {
      const size_t j = column + static_cast<size_t>(v) * kLanes;
      finish(sum[r][v], row_scales[r], m.scale + j, m.bias + j,
             out + static_cast<size_t>(r) * stride + j);
    }
  }
}

// The last rows, fewer than a tile's.
template <int kRows, int kPanels>
ISNAD_TARGET inline void rest(const uint8_t* rows, const float* row_scales, size_t count,
                              const ByteMatrix& m, size_t column, float* out, size_t stride) {
  if constexpr (kRows > 0) {
    if (count == kRows) {
      tile<kRows, kPanels>(rows, row_scales, m, column, out, stride);
    } else {
      rest<kRows - 1, kPanels>(rows, row_scales, count, m, column, out, stride);
    }
  }
}

template <int kPanels>
ISNAD_TARGET inline void band(const uint8_t* rows, const float* row_scales, size_t count,
                              const ByteMatrix& m, size_t column, float* out, size_t stride) {
  size_t i = 0;
  for (; i + kTileRows <= count; i += kTileRows) {
    tile<kTileRows, kPanels>(rows + i * m.quads * kQuad, row_scales + i, m, column,
                             out + i * stride, stride);
  }
  rest<kTileRows - 1, kPanels>(rows + i * m.quads * kQuad, row_scales + i, count - i, m, column,
                               out + i * stride, stride);
}

ISNAD_TARGET inline void multiply(const uint8_t* rows, const float* row_scales, size_t count,
                                  const ByteMatrix& m, float* out, size_t stride) {
  size_t column = 0;
  for (; column + kTilePanels * kPanel <= m.columns; column += kTilePanels * kPanel)
    band<kTilePanels>(rows, row_scales, count, m, column, out, stride);
  for (; column < m.columns; column += kPanel)
    band<1>(rows, row_scales, count, m, column, out, stride);
}
