// SPDX-License-Identifier: Apache-2.0
// Gives each claim its confidence and leaves out what is too unsure to be a claim.
#pragma once

#include <vector>

#include "isnad/claim/confidence_features.h"

namespace isnad {

struct RatingOptions {
  bool explain = false;        // the features that weigh most go into the trace
  bool keep_features = false;  // all of them go into Claim::features, for training
};

// Without a model the claims keep the confidence they have and none is left out.
[[nodiscard]] std::vector<Claim> rate_claims(std::vector<Claim> claims,
                                             const ConfidenceInput& input,
                                             const ConfidenceModel* model,
                                             const RatingOptions& options);

}  // namespace isnad
