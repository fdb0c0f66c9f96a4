// SPDX-License-Identifier: Apache-2.0
// Products in small integers: the same bits from every copy, and near the product of floats.
#include "isnad/analysis/quantised.h"

#include <gtest/gtest.h>

#include <cmath>

#include "isnad/analysis/kernel.h"
#include "isnad/analysis/tiny_model.h"

namespace isnad {
namespace {

struct Product {
  size_t rows, inner, columns;
  std::vector<float> left = tiny_weights(rows * inner, 1);
  std::vector<float> right = tiny_weights(inner * columns, 2);
  std::vector<float> bias = tiny_weights(columns, 3);

  [[nodiscard]] std::vector<float> quantised(kernel::Level level) const {
    kernel::use_at_most(level);
    const QuantisedMatrix matrix(right.data(), bias.data(), inner, columns);
    QuantisedRows bytes;
    bytes.assign(left.data(), inner, rows, inner);
    std::vector<float> out(rows * columns);
    matrix.multiply(bytes, out.data(), columns);
    kernel::use_at_most(kernel::Level::kAvx512);
    return out;
  }
  [[nodiscard]] double plain(size_t i, size_t j) const {
    double sum = static_cast<double>(bias[j]);
    for (size_t k = 0; k < inner; ++k)
      sum += static_cast<double>(left[i * inner + k]) * static_cast<double>(right[k * columns + j]);
    return sum;
  }
};

TEST(QuantisedMatrix, GivesTheSameBitsFromEveryCopy) {
  for (const size_t rows : {1u, 2u, 5u, 6u, 7u, 13u}) {
    for (const size_t columns : {16u, 64u, 80u, 192u}) {
      const Product product{rows, 48, columns};
      const std::vector<float> base = product.quantised(kernel::Level::kBaseline);
      EXPECT_EQ(product.quantised(kernel::Level::kAvx2), base);
      EXPECT_EQ(product.quantised(kernel::Level::kAvx512), base);
    }
  }
}

TEST(QuantisedMatrix, StaysNearTheProductOfFloats) {
  const Product product{9, 192, 48};
  const std::vector<float> out = product.quantised(kernel::Level::kAvx512);
  for (size_t i = 0; i < product.rows; ++i) {
    for (size_t j = 0; j < product.columns; ++j)
      ASSERT_NEAR(out[i * product.columns + j], product.plain(i, j), 0.06);  // of about ±3
  }
}

// All bytes at their ends: no pair of products may run over 16 bits.
TEST(QuantisedMatrix, HoldsTheLargestSums) {
  Product product{3, 64, 16};
  for (float& x : product.left) x = 1;
  for (float& x : product.right) x = -1;
  for (const kernel::Level level :
       {kernel::Level::kBaseline, kernel::Level::kAvx2, kernel::Level::kAvx512}) {
    const std::vector<float> out = product.quantised(level);
    for (size_t j = 0; j < 16; ++j) ASSERT_NEAR(out[j], product.bias[j] - 64, 1e-4);
  }
}

TEST(QuantisedMatrix, OfNothingGivesTheBias) {
  Product product{2, 16, 16};
  for (float& x : product.left) x = 0;
  EXPECT_EQ(product.quantised(kernel::Level::kAvx512)[3], product.bias[3]);
  product.right.assign(product.right.size(), 0.0F);
  EXPECT_EQ(product.quantised(kernel::Level::kAvx512)[17], product.bias[1]);
}

}  // namespace
}  // namespace isnad
