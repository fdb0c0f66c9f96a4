// SPDX-License-Identifier: Apache-2.0
// Features to probability, claim by claim; what falls below the model's least confidence goes. In a
// report of one sentence the words of the sentence are asked, too.
#include "isnad/claim/rate_claims.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace isnad {
namespace {

constexpr size_t kExplained = 8;  // features that a trace names

// "confidence 0.82: +0.61 toll+form=noun, -0.30 definite=noun …", the heaviest first. `words`: of a
// lone sentence, empty where they have no say.
std::string reasons(const Claim& claim, const std::vector<Feature>& traits,
                    std::span<const Feature> words, const ConfidenceModel& model) {
  const float confidence = claim.event.confidence;
  const float share = words.empty() ? 0 : model.words_share();
  std::vector<std::pair<float, std::string_view>> heavy;
  for (const auto& trait : traits)
    heavy.emplace_back((1 - share) * trait.value * model.weight(trait.name), trait.name);
  for (const auto& word : words) {
    heavy.emplace_back(share * word.value * model.word_weight(claim.event.type, word.name),
                       word.name);
  }
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
      const auto words = model->judges_sentences(claim.event.type) ? input.sentence_words
                                                                   : std::span<const Feature>();
      claim.event.confidence = words.empty()
                                   ? model->probability(features)
                                   : model->probability(features, claim.event.type, words);
      if (options.explain) claim.event.trace.push_back(reasons(claim, features, words, *model));
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
