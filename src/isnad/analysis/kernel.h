// SPDX-License-Identifier: Apache-2.0
// The few numeric loops in which analysis spends its time. Each is compiled three times (baseline,
// AVX2, AVX-512) and chosen once by what the processor can do, so that a plain -O2 build runs
// everywhere and fast. All column counts are multiples of 16.
#pragma once

#include <cstddef>
#include <cstdint>

namespace isnad::kernel {

// What the processor offers, the poorest first. AVX-512 stands for its F, BW, VL and DQ.
enum class Level : uint8_t { kBaseline, kAvx2, kAvx512 };
// The copy in use.
[[nodiscard]] Level level();
// For tests and benchmarks: from now on no better copy than this; the copy now in use.
Level use_at_most(Level most);

// c[rows×columns] += a[rows×inner] · b[inner×columns]; `lda`, `ldb`, `ldc` are row strides in
// floats.
void multiply_add(const float* a, size_t lda, const float* b, size_t ldb, float* c, size_t ldc,
                  size_t rows, size_t inner, size_t columns);

// c[inner×columns] += aᵀ · b for a[rows×inner], b[rows×columns]: the gradient of a weight matrix.
void multiply_transposed_add(const float* a, size_t lda, const float* b, size_t ldb, float* c,
                             size_t ldc, size_t rows, size_t inner, size_t columns);

// One gated recurrent layer in one direction over `length` steps (see network.h for the equations).
// gates[t] + first: step t's 3·hidden floats (candidate, forget, output before their nonlinearity).
// Writes h to `out` (row stride `out_stride`); `state` (hidden floats) is scratch. `backwards`:
// last step first. Nonlinearities to about 1e-5.
void recurrent_pass(const float* const* gates, size_t first, const float* forget_peep,
                    const float* output_peep, float* out, size_t out_stride, float* state,
                    size_t length, size_t hidden, bool backwards);

// x = 1 / (1 + exp(-x)), x = tanh(x), x = max(x, 0), elementwise, the first two to about
// 1e-5; size a multiple of 16.
void sigmoid(float* x, size_t size);
void tanh_all(float* x, size_t size);
void relu(float* x, size_t size);
// x += y; out = max(x + y, 0), elementwise; size a multiple of 16.
void add(float* x, const float* y, size_t size);
void relu_of_sum(const float* x, const float* y, float* out, size_t size);

// The greatest |x|; out = 128 + x · by, rounded, for |x · by| ≤ 127. Size a multiple of 16.
[[nodiscard]] float greatest(const float* x, size_t size);
void to_bytes(const float* x, float by, uint8_t* out, size_t size);

// out[0…columns) += the sum of scale · row over `count` rows of signed bytes, row i beginning at
// rows + ids[i] · columns.
void add_scaled_bytes(const int8_t* rows, const float* scales, const uint32_t* ids, size_t count,
                      float* out, size_t columns);

}  // namespace isnad::kernel
