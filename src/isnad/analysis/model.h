// SPDX-License-Identifier: Apache-2.0
// The analyser's model file (docs/formats/analyser_model.md) as views into its mapping. Loading
// checks every offset, size and id once, so that the code that uses the tables checks nothing.
#pragma once

#include <filesystem>
#include <string>

#include "isnad/analysis/embedding.h"
#include "isnad/analysis/lemma.h"
#include "isnad/analysis/network.h"
#include "isnad/analysis/segment.h"
#include "isnad/base/container.h"

namespace isnad {

inline constexpr std::string_view kAnalyserKind = "analyser";
inline constexpr uint32_t kAnalyserVersion = 2;

struct ModelTables {
  SegmentTables segment;
  float segment_scale = 1;  // score gap that counts as sure, for margins
  RowTable features;        // width NetworkShape::input
  RowTable vectors;         // width NetworkShape::vector; most frequent first
  NetworkShape shape;
  std::span<const float> weights;
  LemmaTables lemma;
  std::string_view self_test;  // self_check.h
};

// Views into the container, which must outlive them. Errors: kDamagedFile, saying which section and
// why.
[[nodiscard]] Result<ModelTables> read_model(const Container& container);

}  // namespace isnad
