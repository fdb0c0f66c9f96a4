// SPDX-License-Identifier: Apache-2.0
// The fast loops against plain ones.
#include "isnad/analysis/kernel.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "isnad/analysis/tiny_model.h"

namespace isnad {
namespace {

// Every copy that this processor can run.
class Kernel : public testing::TestWithParam<kernel::Level> {
 protected:
  void SetUp() override {
    if (kernel::use_at_most(GetParam()) != GetParam()) GTEST_SKIP() << "not on this processor";
  }
  void TearDown() override { kernel::use_at_most(kernel::Level::kAvx512); }
};
INSTANTIATE_TEST_SUITE_P(Copies, Kernel,
                         testing::Values(kernel::Level::kBaseline, kernel::Level::kAvx2,
                                         kernel::Level::kAvx512));

TEST_P(Kernel, MultipliesLikeThePlainLoop) {
  for (const size_t rows : {1u, 2u, 3u, 4u, 5u, 6u, 9u, 17u}) {
    for (const size_t columns : {16u, 48u, 64u, 80u}) {
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

TEST_P(Kernel, MultipliesTransposedLikeThePlainLoop) {
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

TEST_P(Kernel, SquashesLikeTheLibrary) {
  std::vector<float> x(64), y(64);
  for (size_t i = 0; i < 64; ++i) x[i] = y[i] = (static_cast<float>(i) - 32.0F) * 0.7F;
  kernel::sigmoid(x.data(), 64);
  kernel::tanh_all(y.data(), 64);
  for (size_t i = 0; i < 64; ++i) {
    const float given = (static_cast<float>(i) - 32.0F) * 0.7F;
    ASSERT_NEAR(x[i], 1.0F / (1.0F + std::exp(-given)), 1e-5);
    ASSERT_NEAR(y[i], std::tanh(given), 1e-5);
  }
}

TEST_P(Kernel, AddsRowsOfBytes) {
  const size_t columns = 80;
  std::vector<int8_t> rows(3 * columns);
  for (size_t i = 0; i < rows.size(); ++i) rows[i] = static_cast<int8_t>(i * 37 % 255 - 127);
  const float scales[] = {0.5F, 2.0F, 0.25F};
  const uint32_t ids[] = {2, 0, 2};
  std::vector<float> sum(columns, 1.0F);
  kernel::add_scaled_bytes(rows.data(), scales, ids, 3, sum.data(), columns);
  for (size_t j = 0; j < columns; ++j)
    ASSERT_NEAR(sum[j], 1.0F + 0.5F * rows[2 * columns + j] + 0.5F * rows[j], 1e-4);
}

TEST_P(Kernel, AddsAndCutsOffBelowZero) {
  const auto x = tiny_weights(48, 5), y = tiny_weights(48, 6);
  std::vector<float> sum = x, cut = x, cut_sum(48);
  kernel::add(sum.data(), y.data(), 48);
  kernel::relu(cut.data(), 48);
  kernel::relu_of_sum(x.data(), y.data(), cut_sum.data(), 48);
  for (size_t i = 0; i < 48; ++i) {
    ASSERT_EQ(sum[i], x[i] + y[i]);
    ASSERT_EQ(cut[i], std::max(x[i], 0.0F));
    ASSERT_EQ(cut_sum[i], std::max(x[i] + y[i], 0.0F));
  }
}

}  // namespace
}  // namespace isnad
