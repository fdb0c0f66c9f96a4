// SPDX-License-Identifier: Apache-2.0
// See kernel.h. The bodies are written once (kernel_bodies.h); the three copies made here differ in
// the width of the vectors, the shape of a tile, and the target attribute.
#include "isnad/analysis/kernel.h"

#include <atomic>

#include "isnad/analysis/kernel_bodies.h"

namespace isnad::kernel {
namespace {

using namespace bodies;

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
