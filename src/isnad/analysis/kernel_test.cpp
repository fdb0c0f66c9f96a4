// SPDX-License-Identifier: Apache-2.0
// The fast loops against plain ones.
#include "isnad/analysis/kernel.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "isnad/analysis/tiny_model.h"

namespace isnad {
namespace {

TEST(Kernel, MultipliesLikeThePlainLoop) {
  for (const size_t rows : {1u, 3u, 4u, 9u}) {
    for (const size_t columns : {16u, 64u, 80u}) {
      const size_t inner = 7;
      const auto a = tiny_weights(rows * inner, 1), b = tiny_weights(inner * columns, 2);
      std::vector<float> fast(rows * columns, 0.5F), plain(rows * columns, 0.5F);
      kernel::multiply_add(a.data(), inner, b.data(), columns, fast.data(), columns, rows, inner,
                           columns);
      for (size_t i = 0; i < rows; ++i) {
        for (size_t k = 0; k < inner; ++k) {
          for (size_t j = 0; j < columns; ++j)
            plain[i * columns + j] += a[i * inner + k] * b[k * columns + j];
        }
      }
      for (size_t i = 0; i < plain.size(); ++i) ASSERT_NEAR(fast[i], plain[i], 1e-5);
    }
  }
}

TEST(Kernel, MultipliesTransposedLikeThePlainLoop) {
  const size_t rows = 5, inner = 6, columns = 80;
  const auto a = tiny_weights(rows * inner, 3), b = tiny_weights(rows * columns, 4);
  std::vector<float> fast(inner * columns, 0.0F), plain(inner * columns, 0.0F);
  kernel::multiply_transposed_add(a.data(), inner, b.data(), columns, fast.data(), columns, rows,
                                  inner, columns);
  for (size_t i = 0; i < rows; ++i) {
    for (size_t k = 0; k < inner; ++k) {
      for (size_t j = 0; j < columns; ++j)
        plain[k * columns + j] += a[i * inner + k] * b[i * columns + j];
    }
  }
  for (size_t i = 0; i < plain.size(); ++i) ASSERT_NEAR(fast[i], plain[i], 1e-5);
}

TEST(Kernel, SquashesLikeTheLibrary) {
  std::vector<float> x(64), y(64);
  for (size_t i = 0; i < 64; ++i) x[i] = y[i] = (static_cast<float>(i) - 32.0F) * 0.7F;
  kernel::sigmoid(x.data(), 64);
  kernel::tanh_all(y.data(), 64);
  for (size_t i = 0; i < 64; ++i) {
    const float given = (static_cast<float>(i) - 32.0F) * 0.7F;
    ASSERT_NEAR(x[i], 1.0F / (1.0F + std::exp(-given)), 1e-6);
    ASSERT_NEAR(y[i], std::tanh(given), 1e-6);
  }
}

}  // namespace
}  // namespace isnad
