// SPDX-License-Identifier: Apache-2.0
// See quantised.h. Products of bytes are added up four at a time in 16 bits (byte_product.cpp), so
// the four weights that meet there, as far from zero, may not make more than 128: 255 · 128 =
// 32640. Most columns keep within it at ±63 for the largest weight; the others get a coarser step.
#include "isnad/analysis/quantised.h"

#include <algorithm>
#include <cstring>

#include "isnad/analysis/byte_product.h"
#include "isnad/analysis/kernel.h"

namespace isnad {
namespace {

using kernel::kPanel;
using kernel::kQuad;
constexpr float kMostWeight = 63;
constexpr float kMostOfFour = 128;
constexpr float kMostByte = 127;

// A panel's worth of columns side by side.
using Panel = float __attribute__((vector_size(kPanel * sizeof(float))));

void load(Panel& panel, const float* from) { std::memcpy(&panel, from, sizeof panel); }

// Weights times `by` as whole numbers within the range. 1.5 · 2^23 pushes out what follows the
// point, as vectors do it everywhere alike.
void round_weights(Panel& x, const Panel& by) {
  const Panel most = x - x + kMostWeight;
  x = x * by;
  x = x > most ? most : x;
  x = x < -most ? -most : x;
  x = (x + 12582912.0F) - 12582912.0F;
}

// The steps of a panel's columns with the least squared error: now and then a large weight is
// better cut off than all others made coarse. With their inverses, 0 for a column of zeros.
void find_steps(const float* weights, size_t inner, size_t stride, Panel& steps, Panel& inverse) {
  const Panel zero{};
  Panel most{}, least{};
  for (size_t k = 0; k < inner; ++k) {
    Panel value;
    load(value, weights + k * stride);
    value = value < 0.0F ? -value : value;
    most = value > most ? value : most;
  }
  bool first = true;
  for (const float share : {1.0F, 0.9F, 0.8F, 0.7F, 0.6F}) {
    const Panel step = most * (share / kMostWeight);
    const Panel by = step > 0.0F ? 1.0F / step : zero;
    Panel error{};
    for (size_t k = 0; k < inner; ++k) {
      Panel value;
      load(value, weights + k * stride);
      Panel rounded = value;
      round_weights(rounded, by);
      const Panel off = value - rounded * step;
      error += off * off;
    }
    steps = first ? step : error < least ? step : steps;
    inverse = first ? by : error < least ? by : inverse;
    least = first ? error : error < least ? error : least;
    first = false;
  }
}

// The most that four weights added up together make, of each column: those of two neighbouring
// quads at the same half.
void most_of_four(const float* weights, size_t inner, size_t stride, const Panel& by, Panel& most) {
  most = by - by;
  for (size_t k = 0; k < inner; k += 2 * kQuad) {
    for (size_t half = 0; half < kQuad; half += 2) {
      Panel sum{};
      for (const size_t place : {half, half + 1, kQuad + half, kQuad + half + 1}) {
        Panel value;
        load(value, weights + (k + place) * stride);
        round_weights(value, by);
        sum += value < 0.0F ? -value : value;
      }
      most = sum > most ? sum : most;
    }
  }
}

// Makes the steps of columns coarser until no four weights go beyond kMostOfFour.
void widen_steps(const float* weights, size_t inner, size_t stride, Panel& steps, Panel& inverse) {
  const Panel one = steps - steps + 1.0F;
  for (bool fits = false; !fits;) {
    Panel over;
    most_of_four(weights, inner, stride, inverse, over);
    over /= kMostOfFour;
    const Panel wider = over > one ? over : one;
    fits = true;
    for (size_t c = 0; c < kPanel; ++c) fits = fits && over[c] <= 1.0F;
    steps *= wider;
    inverse /= wider;
  }
}

}  // namespace

QuantisedMatrix::QuantisedMatrix(const float* weights, const float* bias, size_t inner,
                                 size_t columns)
    : lines_(inner / kQuad * columns / kPanel),
      starts_(columns),
      scales_(columns),
      bias_(columns, 0.0F),
      inner_(inner),
      columns_(columns) {
  if (bias) std::copy_n(bias, columns, bias_.begin());
  Line* line = lines_.data();
  for (size_t j = 0; j < columns; j += kPanel) {
    Panel steps, by;
    find_steps(weights + j, inner, columns, steps, by);
    widen_steps(weights + j, inner, columns, steps, by);
    std::memcpy(&scales_[j], &steps, sizeof steps);
    for (size_t k = 0; k < inner; ++k) {
      Panel rounded;
      load(rounded, weights + k * columns + j);
      round_weights(rounded, by);
      for (size_t c = 0; c < kPanel; ++c) {
        const auto byte = static_cast<int8_t>(rounded[c]);
        line[k / kQuad].bytes[c * kQuad + k % kQuad] = byte;
        starts_[j + c] -= 128 * byte;
      }
    }
    line += inner / kQuad;
  }
}

void QuantisedRows::assign(const float* values, size_t stride, size_t count, size_t inner) {
  count_ = count;
  if (bytes_.size() < count * inner) bytes_.resize(count * inner);
  if (scales_.size() < count) scales_.resize(count);
  for (size_t i = 0; i < count; ++i) {
    const float most = kernel::greatest(values + i * stride, inner);
    scales_[i] = most / kMostByte;
    kernel::to_bytes(values + i * stride, most > 0 ? kMostByte / most : 0,
                     bytes_.data() + i * inner, inner);
  }
}

void QuantisedMatrix::multiply(const QuantisedRows& rows, float* out, size_t stride) const {
  const kernel::ByteMatrix matrix{lines_.empty() ? nullptr : lines_[0].bytes,
                                  starts_.data(),
                                  scales_.data(),
                                  bias_.data(),
                                  inner_ / kQuad,
                                  columns_};
  kernel::multiply_bytes(rows.bytes(), rows.scales(), rows.count(), matrix, out, stride);
}

}  // namespace isnad
