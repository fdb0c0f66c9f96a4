// SPDX-License-Identifier: Apache-2.0
// The model of names as views into its mapped file (docs/formats/names_model.md). It belongs to one
// analyser, whose word vectors it gives clusters.
#pragma once

#include <array>
#include <filesystem>
#include <memory>

#include "isnad/analysis/analyser.h"
#include "isnad/base/container.h"
#include "isnad/mention/name/name_features.h"
#include "isnad/mention/name/name_mention.h"

namespace isnad {

inline constexpr std::string_view kNamesKind = "names";
inline constexpr uint32_t kNamesVersion = 1;
inline constexpr uint32_t kNameRow = 16;  // weights a feature: one a label, then nothing

class NameModel {
 public:
  // Errors: kMissingFile, kDamagedFile (also where it was made for another analyser).
  [[nodiscard]] static Result<NameModel> load(const std::filesystem::path& path,
                                              const Analyser& analyser);
  // The same over a container in memory.
  [[nodiscard]] static Result<NameModel> over(Container container, const Analyser& analyser);

  // The analyser's word vectors; whoever loaded the model keeps the analyser.
  [[nodiscard]] const RowTable& vectors() const { return vectors_; }
  [[nodiscard]] const WordClusters& clusters() const { return clusters_; }
  // Weights of features, kNameRow a row.
  [[nodiscard]] const RowTable& features() const { return features_; }
  // From one label to the next.
  [[nodiscard]] float step(uint32_t before, uint32_t label) const {
    return steps_[before * kNameLabels + label];
  }
  [[nodiscard]] std::string content_hash() const { return container_->content_hash(); }

 private:
  NameModel() = default;
  std::unique_ptr<Container> container_;
  RowTable vectors_, features_;
  WordClusters clusters_;
  std::span<const float> steps_;
};

}  // namespace isnad
