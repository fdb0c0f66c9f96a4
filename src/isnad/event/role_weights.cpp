// SPDX-License-Identifier: Apache-2.0
// A sum over the features that are there.
#include "isnad/event/role_weights.h"

#include <charconv>
#include <cmath>

namespace isnad {
namespace {

bool read_number(std::string_view text, float& into) {
  if (text.empty()) {
    into = 0;
    return true;
  }
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), into);
  return error == std::errc() && end == text.data() + text.size() && std::isfinite(into);
}

// What training starts from for a bar (NEVER in tools/train_roles.py): one that it has not met yet
// weighs as much.
float bar_without_weight(std::string_view feature, std::string_view bars) {
  constexpr float kNever = -4;
  return feature.starts_with(bars) ? kNever : 0;
}

}  // namespace

Result<RoleWeights> RoleWeights::read(const Lexicon& lexicon) {
  RoleWeights out;
  std::string faults;
  const Table table = lexicon.table("role_weights");
  for (RowId row = table.begin; row < table.end; ++row) {
    PerRole weights;
    if (!read_number(lexicon.field(row, "agent"), weights.agent) ||
        !read_number(lexicon.field(row, "recipient"), weights.recipient)) {
      faults += "\n  role_weights " + std::string(lexicon.id(row)) +
                ": agent and recipient must be numbers";
      continue;
    }
    const auto name = lexicon.id(row);
    if (name == "decision.nobody")
      out.nobody_ = {weights.agent, weights.recipient};
    else if (name == "decision.others")
      out.others_ = {weights.agent, weights.recipient};
    else
      out.weights_.add(name, weights);
  }
  if (!faults.empty()) {
    return failure(ErrorCode::kBadLexicon, "the lexicon cannot be used:" + faults, "role_weights");
  }
  return out;
}

PerRole RoleWeights::score(const FeatureList& features) const {
  PerRole sum;
  for (size_t i = 0; i < features.size(); ++i) {
    const PerRole* weights = weights_.find(features[i]);
    if (weights == nullptr) {
      sum.agent += bar_without_weight(features[i], "never:agent:");
      sum.recipient += bar_without_weight(features[i], "never:recipient:");
      continue;
    }
    sum.agent += weights->agent;
    sum.recipient += weights->recipient;
  }
  return sum;
}

}  // namespace isnad
