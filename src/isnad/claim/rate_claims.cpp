// SPDX-License-Identifier: Apache-2.0
// Features to probability, claim by claim; what falls below the model's least confidence goes.
#include "isnad/claim/rate_claims.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace isnad {
namespace {

constexpr size_t kExplained = 8;  // features that a trace names

// "confidence 0.82: +0.61 toll+form=noun, -0.30 definite=noun …", the heaviest first.
std::string reasons(const std::vector<Feature>& features, const ConfidenceModel& model,
                    float confidence) {
  std::vector<std::pair<float, std::string_view>> heavy;
  for (const auto& feature : features)
    heavy.emplace_back(feature.value * model.weight(feature.name), feature.name);
  std::stable_sort(heavy.begin(), heavy.end(), [](const auto& a, const auto& b) {
    return std::abs(a.first) > std::abs(b.first);
  });
  std::array<char, 32> number{};
  std::snprintf(number.data(), number.size(), "confidence %.2f:", static_cast<double>(confidence));
  std::string out(number.data());
  for (size_t i = 0; i < std::min(kExplained, heavy.size()); ++i) {
    std::snprintf(number.data(), number.size(), " %+.2f ", static_cast<double>(heavy[i].first));
    if (i > 0) out += ',';
    out += number.data();
    out += heavy[i].second;
  }
  return out;
}

}  // namespace

std::vector<Claim> rate_claims(std::vector<Claim> claims, const ConfidenceInput& input,
                               const ConfidenceModel* model, const RatingOptions& options) {
  if (model == nullptr && !options.keep_features) return claims;
  const ConfidenceFeatures features_of(input, claims);
  for (Claim& claim : claims) {
    auto features = features_of.of(claim);
    if (model != nullptr) {
      claim.event.confidence = model->probability(features);
      if (options.explain)
        claim.event.trace.push_back(reasons(features, *model, claim.event.confidence));
    }
    if (options.keep_features) claim.features = std::move(features);
  }
  if (model != nullptr) {
    std::erase_if(claims,
                  [&](const Claim& claim) { return claim.event.confidence < model->least(); });
  }
  return claims;
}

}  // namespace isnad
