// SPDX-License-Identifier: Apache-2.0
// See byte_product.h. Each copy says how one vector of sums is fed; the loops are in
// byte_product_tile.h. Compiled without contraction (CMakeLists.txt): a fused multiply-add in one
// copy alone would round otherwise than the others.
#include "isnad/analysis/byte_product.h"

#include <cstring>

#include "isnad/analysis/kernel.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#if defined(__clang__)
#define ISNAD_UNROLL _Pragma("clang loop unroll(full)")
#else
#define ISNAD_UNROLL _Pragma("GCC unroll 8")
#endif

namespace isnad::kernel {
namespace {

#if defined(__x86_64__)

namespace vnni {
#define ISNAD_TARGET __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx512vnni,avx2")))
using Sum = __m512i;
using Weights = __m512i;
using Row = __m512i;
constexpr size_t kLanes = 16;
constexpr size_t kTileRows = 6, kTilePanels = 4;
ISNAD_TARGET inline void spread(Row& row, const uint8_t* bytes) {
  int32_t four;
  std::memcpy(&four, bytes, sizeof four);
  row = _mm512_set1_epi32(four);
}
ISNAD_TARGET inline void accumulate(Sum& sum, const Row& row, const Weights& weights,
                                    const Row& row2, const Weights& weights2) {
  sum = _mm512_dpbusd_epi32(_mm512_dpbusd_epi32(sum, row, weights), row2, weights2);
}
#include "isnad/analysis/byte_product_tile.h"
#undef ISNAD_TARGET
}  // namespace vnni

namespace avx512 {
#define ISNAD_TARGET __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx2")))
using Sum = __m512i;
using Weights = __m512i;
using Row = __m512i;
constexpr size_t kLanes = 16;
constexpr size_t kTileRows = 6, kTilePanels = 4;
ISNAD_TARGET inline void spread(Row& row, const uint8_t* bytes) {
  int32_t four;
  std::memcpy(&four, bytes, sizeof four);
  row = _mm512_set1_epi32(four);
}
ISNAD_TARGET inline void accumulate(Sum& sum, const Row& row, const Weights& weights,
                                    const Row& row2, const Weights& weights2) {
  const __m512i fours =
      _mm512_add_epi16(_mm512_maddubs_epi16(row, weights), _mm512_maddubs_epi16(row2, weights2));
  sum = _mm512_add_epi32(sum, _mm512_madd_epi16(fours, _mm512_set1_epi16(1)));
}
#include "isnad/analysis/byte_product_tile.h"
#undef ISNAD_TARGET
}  // namespace avx512

namespace avx2 {
#define ISNAD_TARGET __attribute__((target("avx2")))
using Sum = __m256i;
using Weights = __m256i;
using Row = __m256i;
constexpr size_t kLanes = 8;
constexpr size_t kTileRows = 5, kTilePanels = 1;
ISNAD_TARGET inline void spread(Row& row, const uint8_t* bytes) {
  int32_t four;
  std::memcpy(&four, bytes, sizeof four);
  row = _mm256_set1_epi32(four);
}
ISNAD_TARGET inline void accumulate(Sum& sum, const Row& row, const Weights& weights,
                                    const Row& row2, const Weights& weights2) {
  const __m256i fours =
      _mm256_add_epi16(_mm256_maddubs_epi16(row, weights), _mm256_maddubs_epi16(row2, weights2));
  sum = _mm256_add_epi32(sum, _mm256_madd_epi16(fours, _mm256_set1_epi16(1)));
}
#include "isnad/analysis/byte_product_tile.h"
#undef ISNAD_TARGET
}  // namespace avx2

#endif  // x86-64

// What every compiler and processor has: 16-bit products with SSE2, where that is, else plain ones.
namespace baseline {
#define ISNAD_TARGET
constexpr size_t kLanes = 4;
constexpr size_t kTileRows = 2, kTilePanels = 1;
#if defined(__SSE2__)
using Sum = __m128i;
using Weights = __m128i;
using Row = __m128i;
inline void spread(Row& row, const uint8_t* bytes) {
  int32_t four;
  std::memcpy(&four, bytes, sizeof four);
  row = _mm_unpacklo_epi8(_mm_set1_epi32(four), _mm_setzero_si128());
}
inline void add_product(Sum& sum, const Row& row, const Weights& weights) {
  const __m128i low = _mm_srai_epi16(_mm_unpacklo_epi8(weights, weights), 8);
  const __m128i high = _mm_srai_epi16(_mm_unpackhi_epi8(weights, weights), 8);
  const __m128 two = _mm_castsi128_ps(_mm_madd_epi16(row, low));
  const __m128 more = _mm_castsi128_ps(_mm_madd_epi16(row, high));
  sum = _mm_add_epi32(sum, _mm_castps_si128(_mm_shuffle_ps(two, more, 0x88)));
  sum = _mm_add_epi32(sum, _mm_castps_si128(_mm_shuffle_ps(two, more, 0xDD)));
}
#else
struct Sum {
  int32_t at[kLanes];
};
struct Weights {
  int8_t at[kLanes * kQuad];
};
using Row = const uint8_t*;
inline void spread(Row& row, const uint8_t* bytes) { row = bytes; }
inline void add_product(Sum& sum, const Row& row, const Weights& weights) {
  for (size_t j = 0; j < kLanes; ++j) {
    for (size_t k = 0; k < kQuad; ++k) sum.at[j] += row[k] * weights.at[j * kQuad + k];
  }
}
#endif
inline void accumulate(Sum& sum, const Row& row, const Weights& weights, const Row& row2,
                       const Weights& weights2) {
  add_product(sum, row, weights);
  add_product(sum, row2, weights2);
}
#include "isnad/analysis/byte_product_tile.h"
#undef ISNAD_TARGET
}  // namespace baseline

bool has_vnni() {
#if defined(__x86_64__)
  __builtin_cpu_init();
  return __builtin_cpu_supports("avx512vnni") != 0;
#else
  return false;
#endif
}

}  // namespace

void multiply_bytes(const uint8_t* rows, const float* row_scales, size_t count,
                    const ByteMatrix& matrix, float* out, size_t stride) {
#if defined(__x86_64__)
  static const bool kVnni = has_vnni();
  if (level() == Level::kAvx512 && kVnni)
    return vnni::multiply(rows, row_scales, count, matrix, out, stride);
  if (level() == Level::kAvx512)
    return avx512::multiply(rows, row_scales, count, matrix, out, stride);
  if (level() == Level::kAvx2) return avx2::multiply(rows, row_scales, count, matrix, out, stride);
#endif
  baseline::multiply(rows, row_scales, count, matrix, out, stride);
}

}  // namespace isnad::kernel
