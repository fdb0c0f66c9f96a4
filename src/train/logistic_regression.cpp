// SPDX-License-Identifier: Apache-2.0
// L-BFGS as in Nocedal and Wright, algorithm 7.4, with backtracking. The bias is the last
// coordinate.
#include "train/logistic_regression.h"

#include <cmath>
#include <deque>

namespace isnad::train {
namespace {

using Vector = std::vector<double>;

constexpr size_t kMemory = 8;         // pairs of steps kept
constexpr double kSufficient = 1e-4;  // Armijo's share of the promised decrease
constexpr double kFlat = 1e-5;        // relative size of a gradient that ends the search
constexpr int kMostHalvings = 30;

double dot(const Vector& a, const Vector& b) {
  double sum = 0;
  for (size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

class Loss {
 public:
  Loss(const std::vector<LogisticExample>& examples, double penalty)
      : examples_(examples), penalty_(penalty) {}

  // The loss at `at` in nats; fills its gradient.
  double operator()(const Vector& at, Vector& gradient) const {
    const size_t bias = at.size() - 1;
    double loss = 0;
    for (size_t i = 0; i < bias; ++i) {
      loss += 0.5 * penalty_ * at[i] * at[i];
      gradient[i] = penalty_ * at[i];
    }
    gradient[bias] = 0;
    for (const auto& example : examples_) {
      if (example.weight <= 0) continue;
      double z = at[bias];
      for (const auto& f : example.features) z += at[f.index] * static_cast<double>(f.value);
      const double label = example.label;
      const double weight = example.weight;
      // log(1 + e^z) - label z, without overflow
      loss += weight * ((z > 0 ? z : 0) + std::log1p(std::exp(-std::abs(z))) - label * z);
      const double slope = weight * (1 / (1 + std::exp(-z)) - label);
      for (const auto& f : example.features)
        gradient[f.index] += slope * static_cast<double>(f.value);
      gradient[bias] += slope;
    }
    return loss;
  }

 private:
  const std::vector<LogisticExample>& examples_;
  double penalty_;
};

struct Step {
  Vector moved, turned;  // difference of points, of gradients
  double inverse = 0;    // 1 / (moved · turned)
};

// The direction that the last steps suggest: minus the gradient times an estimate of the curvature.
Vector direction_of(const Vector& gradient, const std::deque<Step>& steps) {
  Vector q = gradient;
  std::vector<double> alphas(steps.size());
  for (size_t k = steps.size(); k-- > 0;) {
    alphas[k] = steps[k].inverse * dot(steps[k].moved, q);
    for (size_t i = 0; i < q.size(); ++i) q[i] -= alphas[k] * steps[k].turned[i];
  }
  if (!steps.empty()) {
    const auto& last = steps.back();
    const double scale = 1 / (last.inverse * dot(last.turned, last.turned));
    for (double& value : q) value *= scale;
  }
  for (size_t k = 0; k < steps.size(); ++k) {
    const double beta = steps[k].inverse * dot(steps[k].turned, q);
    for (size_t i = 0; i < q.size(); ++i) q[i] += (alphas[k] - beta) * steps[k].moved[i];
  }
  for (double& value : q) value = -value;
  return q;
}

}  // namespace

double LogisticModel::probability(const std::vector<SparseFeature>& features) const {
  double z = bias;
  for (const auto& f : features) z += weights[f.index] * static_cast<double>(f.value);
  return 1 / (1 + std::exp(-z));
}

LogisticModel fit_logistic(const std::vector<LogisticExample>& examples, size_t size,
                           const LogisticOptions& options) {
  const Loss loss_of(examples, options.penalty);
  Vector at(size + 1, 0.0);
  Vector gradient(size + 1, 0.0);
  double loss = loss_of(at, gradient);
  std::deque<Step> steps;
  for (int iteration = 0; iteration < options.iterations; ++iteration) {
    const Vector direction = direction_of(gradient, steps);
    const double promised = dot(direction, gradient);
    if (promised > -kFlat * (1 + std::abs(loss))) break;
    double length = steps.empty() ? 1 / std::sqrt(dot(gradient, gradient)) : 1.0;
    Vector next(at.size());
    Vector next_gradient(at.size());
    double next_loss = loss;
    for (int halving = 0; halving < kMostHalvings; ++halving, length /= 2) {
      for (size_t i = 0; i < at.size(); ++i) next[i] = at[i] + length * direction[i];
      next_loss = loss_of(next, next_gradient);
      if (next_loss <= loss + kSufficient * length * promised) break;
    }
    Step step{Vector(at.size()), Vector(at.size()), 0};
    for (size_t i = 0; i < at.size(); ++i) {
      step.moved[i] = next[i] - at[i];
      step.turned[i] = next_gradient[i] - gradient[i];
    }
    const double curvature = dot(step.moved, step.turned);
    if (curvature > 0) {
      step.inverse = 1 / curvature;
      steps.push_back(std::move(step));
      if (steps.size() > kMemory) steps.pop_front();
    }
    at = std::move(next);
    gradient = std::move(next_gradient);
    loss = next_loss;
  }
  LogisticModel model;
  model.bias = at.back();
  at.pop_back();
  model.weights = std::move(at);
  return model;
}

}  // namespace isnad::train
