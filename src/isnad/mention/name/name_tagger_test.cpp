// SPDX-License-Identifier: Apache-2.0
// The best sequence of labels, and what a model of names is refused for.
#include "isnad/mention/name/name_tagger.h"

#include <gtest/gtest.h>

#include "isnad/analysis/tiny_model.h"

namespace isnad {
namespace {

// A model without features, whose steps are all nought.
struct TinyNames {
  explicit TinyNames(size_t words = 2, size_t steps = size_t{kNameLabels} * kNameLabels)
      : analyser_bytes(tiny_model_bytes(1)),
        analyser(*Analyser::over(
            *Container::view(analyser_bytes.view(), kAnalyserKind, kAnalyserVersion, "tiny"))),
        bytes(write(words, steps)),
        model(NameModel::over(*Container::view(bytes.view(), kNamesKind, kNamesVersion, "tiny"),
                              analyser)) {}

  static std::string write(size_t words, size_t steps) {
    const std::vector<uint32_t> slots = KeyTableBuilder().slots();
    const std::vector<uint16_t> clusters(words, 1);
    const std::vector<float> none(steps, 0.0F);
    ContainerWriter out(kNamesKind, kNamesVersion, "tiny, for tests");
    out.add("feature_keys", std::span<const uint32_t>(slots));
    out.add("feature_rows", std::span<const int8_t>());
    out.add("feature_scales", std::span<const float>());
    out.add("fine", std::span<const uint16_t>(clusters));
    out.add("coarse", std::span<const uint16_t>(clusters));
    out.add("steps", std::span<const float>(none));
    return out.finish();
  }

  AlignedBytes analyser_bytes;
  Analyser analyser;
  AlignedBytes bytes;
  Result<NameModel> model;
};

std::vector<uint8_t> label(const NameModel& model,
                           const std::vector<std::pair<uint32_t, float>>& best) {
  std::vector<float> scores(best.size() * kNameRow, 0.0F);
  for (size_t t = 0; t < best.size(); ++t) scores[t * kNameRow + best[t].first] = best[t].second;
  NameWorkspace work;
  std::vector<uint8_t> labels;
  best_labels(model, scores, work, labels);
  return labels;
}

TEST(NameTagger, GoesOnOnlyWithTheNameItBegan) {
  const TinyNames tiny;
  ASSERT_TRUE(tiny.model) << describe(tiny.model.error());
  const uint32_t person = first_label(NameType::kPerson), place = first_label(NameType::kPlace);
  EXPECT_EQ(label(*tiny.model, {{person, 2}, {person + 1, 2}, {kNoName, 1}}),
            (std::vector<uint8_t>{1, 2, 0}));
  // A further token of a place after a person's first: one of both must give way, the weaker.
  EXPECT_EQ(label(*tiny.model, {{person, 1}, {place + 1, 3}}), (std::vector<uint8_t>{3, 4}));
  // A further token with nothing before it cannot stand.
  EXPECT_NE(label(*tiny.model, {{place + 1, 3}}), (std::vector<uint8_t>{4}));
}

TEST(NameTagger, LabelsNothingOfNothing) {
  const TinyNames tiny;
  EXPECT_TRUE(label(*tiny.model, {}).empty());
}

TEST(NameModel, IsRefusedWithAnotherAnalyserOrWithPartsMissing) {
  const TinyNames other(3);
  ASSERT_FALSE(other.model);
  EXPECT_NE(other.model.error().what.find("another analyser"), std::string::npos);
  const TinyNames cut(2, 5);
  ASSERT_FALSE(cut.model);
  EXPECT_EQ(cut.model.error().code, ErrorCode::kDamagedFile);
}

TEST(NameLabels, FollowOneAnotherOnlyInsideAName) {
  for (uint32_t before = 0; before < kNameLabels; ++before) {
    for (uint32_t after = 1; after < kNameLabels; ++after) {
      if (begins_name(after)) {
        EXPECT_TRUE(may_follow(before, after));
      } else {
        EXPECT_EQ(may_follow(before, after),
                  before != kNoName && type_of_label(before) == type_of_label(after));
      }
    }
  }
}

}  // namespace
}  // namespace isnad
