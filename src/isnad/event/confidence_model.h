// SPDX-License-Identifier: Apache-2.0
// How surely something told is an event: a logistic regression over named features, read from a
// text file (docs/formats/confidence.md). Immutable after loading. What the features are is the
// business of claim/confidence_features; this file only weighs them.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/base/name_table.h"
#include "isnad/base/result.h"

namespace isnad {

// A named feature and how strongly it is there: 1, or less where many of its kind share the weight.
struct Feature {
  std::string name;
  float value = 1;
};

class ConfidenceModel {
 public:
  // Errors: kMissingFile, kCannotRead, and those of `parse`.
  [[nodiscard]] static Result<ConfidenceModel> load(const std::filesystem::path& path);
  // Errors: kDamagedFile (foreign, truncated, changed, a line that is no weight), with the line.
  [[nodiscard]] static Result<ConfidenceModel> parse(std::string_view text, std::string where);

  // The share of claims with such features that are right, 0…1. Linear in the features.
  [[nodiscard]] float probability(const std::vector<Feature>& features) const;
  // Nats that a feature adds for an event; 0 for one that training did not meet.
  [[nodiscard]] float weight(std::string_view feature) const;
  // Claims less sure than this are not made at all.
  [[nodiscard]] float least() const { return least_; }
  // Sixteen hex digits over all weights: the model's identity.
  [[nodiscard]] const std::string& content_hash() const { return hash_; }

 private:
  float bias_ = 0;
  float least_ = 0;
  std::string hash_;
  NameTable<float> weights_;
};

// A model as text, for the trainer: what `parse` reads back. `provenance`: lines without line ends.
struct ConfidenceModelText {
  std::vector<std::string> provenance;
  float least = 0;
  float bias = 0;
  std::map<std::string, float> weights;
  [[nodiscard]] std::string render() const;
};

}  // namespace isnad
