// SPDX-License-Identifier: Apache-2.0
// The bodies of kernel.h's functions, each written once for a vector width V (kernel_vectors.h)
// and, for products, the shape of a tile. Included by kernel.cpp alone, which makes the copies.
#pragma once

#include <algorithm>

#include "isnad/analysis/kernel_vectors.h"

namespace isnad::kernel::bodies {

// A matrix as a product reads it on its left: element (row, k) is at[row · row_step + k · step].
// A matrix has step 1; its transpose has row_step 1.
struct Left {
  const float* at;
  size_t row_step;
  size_t step;
};

// kRows rows of c by kWide vectors: c += left · b.
template <class V, int kRows, int kWide>
ISNAD_INLINE void multiply_tile(Left a, const float* b, size_t ldb, float* c, size_t ldc,
                                size_t inner) {
  typename V::F sum[kRows][kWide];
  ISNAD_UNROLL
  for (int r = 0; r < kRows; ++r) {
    ISNAD_UNROLL
    for (int w = 0; w < kWide; ++w)
      load(sum[r][w], c + static_cast<size_t>(r) * ldc + static_cast<size_t>(w) * kLanes<V>);
  }
  for (size_t k = 0; k < inner; ++k) {
    typename V::F right[kWide];
    ISNAD_UNROLL
    for (int w = 0; w < kWide; ++w)
      load(right[w], b + k * ldb + static_cast<size_t>(w) * kLanes<V>);
    ISNAD_UNROLL
    for (int r = 0; r < kRows; ++r) {
      const float left = a.at[static_cast<size_t>(r) * a.row_step + k * a.step];
      ISNAD_UNROLL
      for (int w = 0; w < kWide; ++w) sum[r][w] += left * right[w];
    }
  }
  ISNAD_UNROLL
  for (int r = 0; r < kRows; ++r) {
    ISNAD_UNROLL
    for (int w = 0; w < kWide; ++w)
      store(sum[r][w], c + static_cast<size_t>(r) * ldc + static_cast<size_t>(w) * kLanes<V>);
  }
}

// The last rows, fewer than a tile's, as one smaller tile: row by row, each sum would wait for the
// one before (for sentences of 20 words that cost a quarter of the time).
template <class V, int kRows, int kWide>
ISNAD_INLINE void multiply_rest(Left a, const float* b, size_t ldb, float* c, size_t ldc,
                                size_t rows, size_t inner) {
  if constexpr (kRows > 0) {
    if (rows == kRows) {
      multiply_tile<V, kRows, kWide>(a, b, ldb, c, ldc, inner);
    } else {
      multiply_rest<V, kRows - 1, kWide>(a, b, ldb, c, ldc, rows, inner);
    }
  }
}

template <class V, int kRows, int kWide>
ISNAD_INLINE void multiply_band(Left a, const float* b, size_t ldb, float* c, size_t ldc,
                                size_t rows, size_t inner) {
  size_t i = 0;
  for (; i + kRows <= rows; i += kRows) {
    multiply_tile<V, kRows, kWide>({a.at + i * a.row_step, a.row_step, a.step}, b, ldb, c + i * ldc,
                                   ldc, inner);
  }
  multiply_rest<V, kRows - 1, kWide>({a.at + i * a.row_step, a.row_step, a.step}, b, ldb,
                                     c + i * ldc, ldc, rows - i, inner);
}

// c[rows × columns] += a · b. A tile's sums must fit the registers: 16 of 4 floats, 16 of 8, 32 of
// 16.
template <class V, int kRows, int kWide>
ISNAD_INLINE void multiply_body(Left a, const float* b, size_t ldb, float* c, size_t ldc,
                                size_t rows, size_t inner, size_t columns) {
  size_t j = 0;
  for (; j + kLanes<V> * kWide <= columns; j += kLanes<V> * kWide)
    multiply_band<V, kRows, kWide>(a, b + j, ldb, c + j, ldc, rows, inner);
  for (; j < columns; j += kLanes<V>)
    multiply_band<V, kRows, 1>(a, b + j, ldb, c + j, ldc, rows, inner);
}

// With e = exp(-x), σ(x) = 1/(1+e), and with e = exp(-2x), tanh(x) = (1-e)/(1+e): so both lines of
// a cell come down to one division each. Powers stay below 2^60, their products below 2^120.
template <class V>
ISNAD_INLINE void recurrent_body(const float* const* gates, size_t first, const float* forget_peep,
                                 const float* output_peep, float* out, size_t out_stride,
                                 float* state, size_t length, size_t hidden, bool backwards) {
  std::fill(state, state + hidden, 0.0F);
  for (size_t step = 0; step < length; ++step) {
    const size_t t = backwards ? length - 1 - step : step;
    const float* row = gates[t] + first;
    for (size_t j = 0; j < hidden; j += kLanes<V>) {
      typename V::F candidate, forget, output, previous, peep;
      load(candidate, row + j);
      load(forget, row + hidden + j);
      load(output, row + 2 * hidden + j);
      load(previous, state + j);
      load(peep, forget_peep + j);
      forget = (forget + peep * previous) * -kLog2E;
      power_of_two<V>(forget);
      candidate = candidate * (-2.0F * kLog2E);
      power_of_two<V>(candidate);
      const typename V::F now = (previous * (1.0F + candidate) + forget * (1.0F - candidate)) /
                                ((1.0F + forget) * (1.0F + candidate));
      store(now, state + j);
      load(peep, output_peep + j);
      output = (output + peep * now) * -kLog2E;
      power_of_two<V>(output);
      typename V::F squashed = now * (-2.0F * kLog2E);
      power_of_two<V>(squashed);
      squashed = (1.0F - squashed) / ((1.0F + output) * (1.0F + squashed));
      store(squashed, out + t * out_stride + j);
    }
  }
}

// Several vectors at a time stay in registers while the rows are added up.
template <class V, int kWide>
ISNAD_INLINE void bytes_columns(const int8_t* rows, const float* scales, const uint32_t* ids,
                                size_t count, float* out, size_t columns, size_t j) {
  typename V::F sum[kWide];
  ISNAD_UNROLL
  for (int w = 0; w < kWide; ++w) load(sum[w], out + j + static_cast<size_t>(w) * kLanes<V>);
  for (size_t i = 0; i < count; ++i) {
    const int8_t* row = rows + ids[i] * columns + j;
    const float scale = scales[ids[i]];
    ISNAD_UNROLL
    for (int w = 0; w < kWide; ++w) {
      typename V::B bytes;
      std::memcpy(&bytes, row + static_cast<size_t>(w) * kLanes<V>, sizeof bytes);
      sum[w] += __builtin_convertvector(bytes, typename V::F) * scale;
    }
  }
  ISNAD_UNROLL
  for (int w = 0; w < kWide; ++w) store(sum[w], out + j + static_cast<size_t>(w) * kLanes<V>);
}
template <class V>
ISNAD_INLINE void bytes_body(const int8_t* rows, const float* scales, const uint32_t* ids,
                             size_t count, float* out, size_t columns) {
  constexpr int kWide = 4;
  size_t j = 0;
  for (; j + kLanes<V> * kWide <= columns; j += kLanes<V> * kWide)
    bytes_columns<V, kWide>(rows, scales, ids, count, out, columns, j);
  for (; j < columns; j += kLanes<V>)
    bytes_columns<V, 1>(rows, scales, ids, count, out, columns, j);
}

template <class V>
ISNAD_INLINE void sigmoid_loop(float* x, size_t size) {
  for (size_t j = 0; j < size; j += kLanes<V>) {
    typename V::F v;
    load(v, x + j);
    sigmoid_of<V>(v);
    store(v, x + j);
  }
}
template <class V>
ISNAD_INLINE void tanh_loop(float* x, size_t size) {
  for (size_t j = 0; j < size; j += kLanes<V>) {
    typename V::F v;
    load(v, x + j);
    tanh_of<V>(v);
    store(v, x + j);
  }
}

template <class V>
ISNAD_INLINE void relu_sum_loop(const float* x, const float* y, float* out, size_t size) {
  for (size_t j = 0; j < size; j += kLanes<V>) {
    typename V::F sum, more;
    load(sum, x + j);
    load(more, y + j);
    sum += more;
    sum = sum > 0.0F ? sum : sum - sum;
    store(sum, out + j);
  }
}
template <class V>
ISNAD_INLINE void relu_loop(float* x, size_t size) {
  for (size_t j = 0; j < size; j += kLanes<V>) {
    typename V::F v;
    load(v, x + j);
    v = v > 0.0F ? v : v - v;
    store(v, x + j);
  }
}
template <class V>
ISNAD_INLINE void greatest_loop(const float* x, float* out, size_t size) {
  typename V::I most{};  // floats without their sign are in order as whole numbers
  for (size_t j = 0; j < size; j += kLanes<V>) {
    typename V::I v;
    std::memcpy(&v, x + j, sizeof v);
    v &= 0x7FFFFFFF;
    most = v > most ? v : most;
  }
  float lanes[kLanes<V>];
  std::memcpy(lanes, &most, sizeof lanes);
  *out = *std::max_element(lanes, lanes + kLanes<V>);
}
template <class V>
ISNAD_INLINE void to_bytes_loop(const float* x, float by, uint8_t* out, size_t size) {
  for (size_t j = 0; j < size; j += kLanes<V>) {
    typename V::F v;
    load(v, x + j);
    v = v * by + (12582912.0F + 128.0F);  // 1.5 · 2^23: the last bits are the whole number
    typename V::All all;
    std::memcpy(&all, &v, sizeof all);
    typename V::U bytes;
    V::lowest(all, bytes);
    std::memcpy(out + j, &bytes, sizeof bytes);
  }
}
template <class V>
ISNAD_INLINE void add_loop(float* x, const float* y, size_t size) {
  for (size_t j = 0; j < size; j += kLanes<V>) {
    typename V::F sum, more;
    load(sum, x + j);
    load(more, y + j);
    sum += more;
    store(sum, x + j);
  }
}

}  // namespace isnad::kernel::bodies
