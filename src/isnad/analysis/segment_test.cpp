// SPDX-License-Identifier: Apache-2.0
// What candidates a token has; which one wins is the trained weights' affair.
#include "isnad/analysis/segment.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace isnad {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

std::vector<std::string> candidates_of(std::string_view token, const SegmentTables& tables = {}) {
  const std::vector<int16_t> weights(16, 0);
  SegmentTables with_weights = tables;
  with_weights.weights = weights;
  const Segmenter segmenter(with_weights);
  Segmenter::Workspace work;
  Letters letters;
  plain_letters(token, letters);
  segmenter.find_candidates(letters, work);
  std::vector<std::string> out;
  Segmentation parts;
  for (const SegmentCandidate& candidate : work.candidates) {
    segmenter.write_parts(candidate, parts);
    std::string joined;
    for (uint32_t i = 0; i < parts.count; ++i) {
      if (i > 0) joined += '+';
      append_utf8(parts.parts[i].view(), joined);
    }
    out.push_back(joined);
  }
  return out;
}

TEST(Segmenter, OffersTheWholeTokenFirst) {
  EXPECT_EQ(candidates_of("مدينة").front(), "مدينة");   // city
  EXPECT_THAT(candidates_of("من"), ElementsAre("من"));  // from
}

TEST(Segmenter, CutsProcliticsAndPronouns) {
  EXPECT_THAT(candidates_of("وبيته"), Contains("و+بيت+ه"));  // and his house
  EXPECT_THAT(candidates_of("وبيته"), Contains("و+ب+يته"));  // no word, but a cut
  EXPECT_THAT(candidates_of("سيعلن"), Contains("س+يعلن"));   // will announce
}

TEST(Segmenter, GivesTheArticleBackItsAlefAfterLi) {
  EXPECT_THAT(candidates_of("للقرية"), Contains("ل+القرية"));     // for the village
  EXPECT_THAT(candidates_of("وللقرية"), Contains("و+ل+القرية"));  // and for the village
}

TEST(Segmenter, RestoresLettersThatChangeBeforeAPronoun) {
  EXPECT_THAT(candidates_of("شقيقته"), Contains("شقيقة+ه"));  // his sister
  EXPECT_THAT(candidates_of("مداه"), Contains("مدى+ه"));      // its extent
  EXPECT_THAT(candidates_of("لقائه"), Contains("لقاء+ه"));    // his meeting
}

TEST(Segmenter, RestoresAHamzaOnlyWhereTheWordListKnowsIt) {
  EXPECT_THAT(candidates_of("واعلن"), Not(Contains("و+أعلن")));  // and announced
  KeyTableBuilder words;
  words.add(key_of(KeyKind::kVector, u"أعلن"), 3);  // announced
  const std::vector<uint32_t> slots = words.slots();
  SegmentTables tables;
  tables.words = KeyTable(slots);
  EXPECT_THAT(candidates_of("واعلن", tables), Contains("و+أعلن"));  // and announced
}

TEST(Segmenter, LeavesTokensLongerThanAnyWordWhole) {
  std::string token;
  for (int i = 0; i < 60; ++i) token += "و";
  EXPECT_EQ(candidates_of(token).size(), 1u);
}

}  // namespace
}  // namespace isnad
