// SPDX-License-Identifier: Apache-2.0
// How surely something told is an event: a logistic regression over named features, read from a
// text file (docs/formats/confidence.md). For a report of one sentence, of a type whose lone
// sentences were judged, a second regression over the words of the sentence has its say beside it.
// Immutable after loading. What the features are is the business of claim/confidence_features and
// claim/sentence_words; this file only weighs them.
#pragma once

#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/base/name_table.h"
#include "isnad/base/result.h"

namespace isnad {

// A named feature and how strongly it is there: 1, or less where those of its kind share it.
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

  // The share of claims with such traits that are right, 0…1. Linear in the features.
  [[nodiscard]] float probability(const std::vector<Feature>& traits) const;
  // The same for a report of one sentence: traits and words of the sentence each have their share
  // of the sum of nats. Asks for `judges_sentences(type)`.
  [[nodiscard]] float probability(const std::vector<Feature>& traits, std::string_view type,
                                  std::span<const Feature> words) const;
  // Were lone sentences judged as to events of this type?
  [[nodiscard]] bool judges_sentences(std::string_view type) const;
  // Nats that a feature adds for an event; 0 for one that training did not meet.
  [[nodiscard]] float weight(std::string_view feature) const;
  // Nats that a word of a lone sentence adds, before its share is taken.
  [[nodiscard]] float word_weight(std::string_view type, std::string_view word) const;
  // How much the words of a lone sentence count against the traits of its claim, 0…1.
  [[nodiscard]] float words_share() const { return words_share_; }
  // Claims less sure than this are not made at all.
  [[nodiscard]] float least() const { return least_; }
  // Sixteen hex digits over all weights: the model's identity.
  [[nodiscard]] const std::string& content_hash() const { return hash_; }

 private:
  [[nodiscard]] float nats(const std::vector<Feature>& traits) const;

  float bias_ = 0;
  float least_ = 0;
  float words_share_ = 0;
  std::string hash_;
  NameTable<float> weights_;
};

// A model as text, for the trainer: what `parse` reads back. `provenance`: lines without line ends.
struct ConfidenceModelText {
  std::vector<std::string> provenance;
  float least = 0;
  float bias = 0;
  float words_share = 0;
  std::map<std::string, float> weights;
  [[nodiscard]] std::string render() const;
};

// The name under which a model keeps what a lone sentence's word weighs as to events of a type; of
// the empty word: the bias of that type's sentences.
[[nodiscard]] std::string lone_word_name(std::string_view type, std::string_view word);

}  // namespace isnad
