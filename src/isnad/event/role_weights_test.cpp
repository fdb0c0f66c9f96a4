// SPDX-License-Identifier: Apache-2.0
#include "isnad/event/role_weights.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>

#include "isnad/lexicon/compile.h"

namespace isnad {
namespace {

using testing::HasSubstr;

// The rows (columns between |) as a table in memory, at an address aligned as a mapped file's is.
class WeightsInMemory {
 public:
  explicit WeightsInMemory(std::string rows) {
    rows.insert(0, "id|agent|recipient|source\n");
    std::replace(rows.begin(), rows.end(), '|', '\t');
    LexiconSource source;
    source.tables.push_back(parse_table(rows, "role_weights", "test.tsv", source.faults));
    const auto compiled = compile_lexicon(source, "test");
    storage_.resize(compiled.bytes.size() + 64);
    char* begin = storage_.data() + (64 - reinterpret_cast<uintptr_t>(storage_.data()) % 64) % 64;
    std::memcpy(begin, compiled.bytes.data(), compiled.bytes.size());
    lexicon_ = std::make_unique<Lexicon>(
        *Lexicon::view(std::as_bytes(std::span(begin, compiled.bytes.size()))));
  }
  [[nodiscard]] Result<RoleWeights> read() const { return RoleWeights::read(*lexicon_); }

 private:
  std::vector<char> storage_;
  std::unique_ptr<Lexicon> lexicon_;
};

TEST(RoleWeights, AddUpWhatTheFeaturesSay) {
  const WeightsInMemory table("r:agent|1.5|-0.5|t\nk:state|0.25||t\n");
  const auto weights = table.read();
  ASSERT_TRUE(weights) << describe(weights.error());
  FeatureList features;
  features.add({"r", "agent"});
  features.add({"k", "state"});
  features.add({"never", "seen"});
  EXPECT_FLOAT_EQ(weights->score(features).agent, 1.75F);
  EXPECT_FLOAT_EQ(weights->score(features).recipient, -0.5F);
}

TEST(RoleWeights, DecisionsAreNoFeatures) {
  const WeightsInMemory table("decision.nobody|0.5|0.4|t\ndecision.others|0.3|0.2|t\n");
  const auto weights = table.read();
  ASSERT_TRUE(weights) << describe(weights.error());
  EXPECT_TRUE(weights->empty());
  EXPECT_FLOAT_EQ(weights->nobody().recipient, 0.4F);
  EXPECT_FLOAT_EQ(weights->others().agent, 0.3F);
}

TEST(RoleWeights, ARowWithoutANumberIsNamed) {
  const WeightsInMemory table("r:agent|much||t\nr:both|1|nan|t\n");
  const auto weights = table.read();
  ASSERT_FALSE(weights);
  EXPECT_THAT(describe(weights.error()), HasSubstr("r:agent"));
  EXPECT_THAT(describe(weights.error()), HasSubstr("r:both"));
}

TEST(FeatureList, NamesStandApart) {
  FeatureList features;
  features.add({"a", "b"});
  features.add({"c"});
  ASSERT_EQ(features.size(), 2U);
  EXPECT_EQ(features[0], "a:b");
  EXPECT_EQ(features[1], "c");
  features.clear();
  EXPECT_EQ(features.size(), 0U);
}

}  // namespace
}  // namespace isnad
