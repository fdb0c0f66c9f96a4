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

}  // namespace

Result<RoleWeights> RoleWeights::read(const Lexicon& lexicon) {
  RoleWeights out;
  std::string faults;
  const Table table = lexicon.table("role_weights");
  out.weights_.reserve(table.end - table.begin);
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
      out.weights_.emplace(name, weights);
  }
  if (!faults.empty()) {
    return failure(ErrorCode::kBadLexicon, "the lexicon cannot be used:" + faults, "role_weights");
  }
  return out;
}

PerRole RoleWeights::score(const FeatureList& features) const {
  PerRole sum;
  for (size_t i = 0; i < features.size(); ++i) {
    const auto found = weights_.find(features[i]);
    if (found == weights_.end()) continue;
    sum.agent += found->second.agent;
    sum.recipient += found->second.recipient;
  }
  return sum;
}

}  // namespace isnad
