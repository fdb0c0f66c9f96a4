// SPDX-License-Identifier: Apache-2.0
// Vectors of floats and bytes in three widths, with GCC's and clang's vector types, and the
// functions of numbers that gates need. Every function is inlined into a copy of kernel.cpp, which
// gives it its target; they go by reference, for a wide vector by value has no place in a baseline
// call. Included by kernel_bodies.h alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

// Tiles must be unrolled whole, or their sums live in memory and not in registers.
#if defined(__clang__)
#define ISNAD_UNROLL _Pragma("clang loop unroll(full)")
#else
#define ISNAD_UNROLL _Pragma("GCC unroll 8")
#endif
#define ISNAD_INLINE inline __attribute__((always_inline))

namespace isnad::kernel::bodies {

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

}  // namespace isnad::kernel::bodies
