// SPDX-License-Identifier: Apache-2.0
// See kernel.h. The bodies are written once, with GCC's and clang's vector types; the three copies
// differ in the width of the vectors, the shape of a tile, and the target attribute.
#include "isnad/analysis/kernel.h"

#include <algorithm>
#include <atomic>
#include <cstring>

namespace isnad::kernel {
namespace {

// Tiles must be unrolled whole, or their sums live in memory and not in registers.
#if defined(__clang__)
#define ISNAD_UNROLL _Pragma("clang loop unroll(full)")
#else
#define ISNAD_UNROLL _Pragma("GCC unroll 8")
#endif
#define ISNAD_INLINE inline __attribute__((always_inline))

// Vectors of the width of each target's registers: wider ones would be cut up badly, and live in
// memory.
struct Narrow {
  using F = float __attribute__((vector_size(16)));
  using I = int32_t __attribute__((vector_size(16)));
  using B = int8_t __attribute__((vector_size(4)));
  using U = uint8_t __attribute__((vector_size(4)));
  using All = uint8_t __attribute__((vector_size(16)));
  // The lowest byte of each number (a conversion would go through them one by one).
  static ISNAD_INLINE void lowest(const All& from, U& to) {
    to = __builtin_shufflevector(from, from, 0, 4, 8, 12);
  }
};
struct Middle {
  using F = float __attribute__((vector_size(32)));
  using I = int32_t __attribute__((vector_size(32)));
  using B = int8_t __attribute__((vector_size(8)));
  using U = uint8_t __attribute__((vector_size(8)));
  using All = uint8_t __attribute__((vector_size(32)));
  // The lowest byte of each number (a conversion would go through them one by one).
  static ISNAD_INLINE void lowest(const All& from, U& to) {
    to = __builtin_shufflevector(from, from, 0, 4, 8, 12, 16, 20, 24, 28);
  }
};
struct Wide {
  using F = float __attribute__((vector_size(64)));
  using I = int32_t __attribute__((vector_size(64)));
  using B = int8_t __attribute__((vector_size(16)));
  using U = uint8_t __attribute__((vector_size(16)));
  using All = uint8_t __attribute__((vector_size(64)));
  // The lowest byte of each number (a conversion would go through them one by one).
  static ISNAD_INLINE void lowest(const All& from, U& to) {
    to = __builtin_shufflevector(from, from, 0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52,
                                 56, 60);
  }
};
template <class V>
constexpr size_t kLanes = sizeof(typename V::F) / sizeof(float);

template <class F>
ISNAD_INLINE void load(F& v, const float* p) {
  std::memcpy(&v, p, sizeof v);
}
template <class F>
ISNAD_INLINE void store(const F& v, float* p) {
  std::memcpy(p, &v, sizeof v);
}

// 2^x to about 7e-6 relative, x clamped to ±60: 2^whole times a polynomial of the rest.
template <class V>
ISNAD_INLINE void power_of_two(typename V::F& x) {
  const typename V::F zero = x - x;
  const typename V::F high = zero + 60.0F;
  const typename V::F low = zero - 60.0F;
  x = x > high ? high : x;
  x = x < low ? low : x;
  const typename V::F shifted = x + 12582912.0F;  // 1.5 · 2^23: adding it rounds
  const typename V::F f = x - (shifted - 12582912.0F);
  const typename V::F square = f * f;  // two short chains of operations instead of a long one
  const typename V::F p =
      (f * 6.93136734e-1F + 1.0F) +
      square * ((f * 5.58382829e-2F + 2.40225301e-1F) + square * 9.65671029e-3F);
  typename V::I bits;
  std::memcpy(&bits, &shifted, sizeof bits);
  bits = (bits + 127) << 23;
  typename V::F power;
  std::memcpy(&power, &bits, sizeof power);
  x = p * power;
}
constexpr float kLog2E = 1.44269504F;

template <class V>
ISNAD_INLINE void sigmoid_of(typename V::F& x) {
  x = x * -kLog2E;
  power_of_two<V>(x);
  x = 1.0F / (1.0F + x);
}
template <class V>
ISNAD_INLINE void tanh_of(typename V::F& x) {
  x = x * (-2.0F * kLog2E);
  power_of_two<V>(x);
  x = (1.0F - x) / (1.0F + x);
}

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

Level detect() {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
      __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq")) {
    return Level::kAvx512;
  }
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return Level::kAvx2;
#endif
  return Level::kBaseline;
}

std::atomic<Level>& level_in_use() {
  static std::atomic<Level> in_use = detect();
  return in_use;
}

#if defined(__x86_64__)
#define ISNAD_AVX2 __attribute__((target("avx2,fma")))
#define ISNAD_AVX512 __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx2,fma")))
#else
#define ISNAD_AVX2
#define ISNAD_AVX512
#endif

// Three copies of a body, the same but for the target.
#define ISNAD_COPIES(name, body, parameters, arguments) \
  ISNAD_COPIES_OF(name, body<Narrow>, body<Middle>, body<Wide>, parameters, arguments)
#define ISNAD_COPIES_OF(name, base, avx2, avx512, parameters, arguments) \
  void name##_base parameters { base arguments; }                        \
  ISNAD_AVX2 void name##_avx2 parameters { avx2 arguments; }             \
  ISNAD_AVX512 void name##_avx512 parameters { avx512 arguments; }

#define ISNAD_CHOOSE(name, arguments) \
  switch (level()) {                  \
    case Level::kAvx512:              \
      name##_avx512 arguments;        \
      break;                          \
    case Level::kAvx2:                \
      name##_avx2 arguments;          \
      break;                          \
    case Level::kBaseline:            \
      name##_base arguments;          \
      break;                          \
  }

ISNAD_COPIES_OF(multiply, (multiply_body<Narrow, 4, 2>), (multiply_body<Middle, 6, 2>),
                (multiply_body<Wide, 6, 4>),
                (const float* a, size_t lda, const float* b, size_t ldb, float* c, size_t ldc,
                 size_t rows, size_t inner, size_t columns),
                ({a, lda, 1}, b, ldb, c, ldc, rows, inner, columns))
ISNAD_COPIES_OF(transposed, (multiply_body<Narrow, 4, 2>), (multiply_body<Middle, 6, 2>),
                (multiply_body<Wide, 6, 4>),
                (const float* a, size_t lda, const float* b, size_t ldb, float* c, size_t ldc,
                 size_t rows, size_t inner, size_t columns),
                ({a, 1, lda}, b, ldb, c, ldc, inner, rows, columns))
ISNAD_COPIES(recurrent, recurrent_body,
             (const float* const* gates, size_t first, const float* forget_peep,
              const float* output_peep, float* out, size_t out_stride, float* state, size_t length,
              size_t hidden, bool backwards),
             (gates, first, forget_peep, output_peep, out, out_stride, state, length, hidden,
              backwards))
ISNAD_COPIES(bytes, bytes_body,
             (const int8_t* rows, const float* scales, const uint32_t* ids, size_t count,
              float* out, size_t columns),
             (rows, scales, ids, count, out, columns))
ISNAD_COPIES(sigmoids, sigmoid_loop, (float* x, size_t size), (x, size))
ISNAD_COPIES(tanhs, tanh_loop, (float* x, size_t size), (x, size))
ISNAD_COPIES(relus, relu_loop, (float* x, size_t size), (x, size))
ISNAD_COPIES(greatests, greatest_loop, (const float* x, float* out, size_t size), (x, out, size))
ISNAD_COPIES(to_bytes_of, to_bytes_loop, (const float* x, float by, uint8_t* out, size_t size),
             (x, by, out, size))
ISNAD_COPIES(sums, add_loop, (float* x, const float* y, size_t size), (x, y, size))
ISNAD_COPIES(relu_sums, relu_sum_loop, (const float* x, const float* y, float* out, size_t size),
             (x, y, out, size))

}  // namespace

Level level() { return level_in_use().load(std::memory_order_relaxed); }
Level use_at_most(Level most) {
  static const Level best = detect();
  level_in_use() = std::min(most, best);
  return level();
}

void multiply_add(const float* a, size_t lda, const float* b, size_t ldb, float* c, size_t ldc,
                  size_t rows, size_t inner, size_t columns) {
  ISNAD_CHOOSE(multiply, (a, lda, b, ldb, c, ldc, rows, inner, columns))
}

void multiply_transposed_add(const float* a, size_t lda, const float* b, size_t ldb, float* c,
                             size_t ldc, size_t rows, size_t inner, size_t columns) {
  ISNAD_CHOOSE(transposed, (a, lda, b, ldb, c, ldc, rows, inner, columns))
}

void recurrent_pass(const float* const* gates, size_t first, const float* forget_peep,
                    const float* output_peep, float* out, size_t out_stride, float* state,
                    size_t length, size_t hidden, bool backwards) {
  ISNAD_CHOOSE(recurrent, (gates, first, forget_peep, output_peep, out, out_stride, state, length,
                           hidden, backwards))
}

void add_scaled_bytes(const int8_t* rows, const float* scales, const uint32_t* ids, size_t count,
                      float* out, size_t columns) {
  ISNAD_CHOOSE(bytes, (rows, scales, ids, count, out, columns))
}

void sigmoid(float* x, size_t size) { ISNAD_CHOOSE(sigmoids, (x, size)) }
void tanh_all(float* x, size_t size) { ISNAD_CHOOSE(tanhs, (x, size)) }

float greatest(const float* x, size_t size) {
  float most = 0;
  ISNAD_CHOOSE(greatests, (x, &most, size))
  return most;
}
void to_bytes(const float* x, float by, uint8_t* out, size_t size) {
  ISNAD_CHOOSE(to_bytes_of, (x, by, out, size))
}

void relu(float* x, size_t size) { ISNAD_CHOOSE(relus, (x, size)) }
void add(float* x, const float* y, size_t size) { ISNAD_CHOOSE(sums, (x, y, size)) }
void relu_of_sum(const float* x, const float* y, float* out, size_t size) {
  ISNAD_CHOOSE(relu_sums, (x, y, out, size))
}

}  // namespace isnad::kernel
