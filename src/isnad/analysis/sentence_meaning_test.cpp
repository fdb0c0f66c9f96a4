// SPDX-License-Identifier: Apache-2.0
#include "isnad/analysis/sentence_meaning.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "isnad/analysis/segment.h"
#include "isnad/report/read_plain.h"

namespace isnad {
namespace {

// Three words of two numbers each; the third stands in the list as a rare one.
class SentenceMeaningTest : public ::testing::Test {
 protected:
  SentenceMeaningTest() {
    add("في", 0);        // in
    add("قصف", 1);       // shelling
    add("مدرسة", 2000);  // a school
    rows_.assign(size_t{2} * 2001, 0);
    scales_.assign(2001, 1.0F / 127);
    rows_[0] = 127;
    rows_[2] = 127;
    rows_[2 * 2000 + 1] = 127;
    slots_ = keys_.slots();
    vectors_ = {KeyTable(slots_), rows_, scales_, 2};
  }

  std::vector<float> meaning(const std::string& sentence) const {
    const auto report = read_plain(sentence, {});
    const Text text = make_text(*report);
    return sentence_meaning(vectors_, text, report->text, text.sentences.at(0).tokens);
  }

 private:
  void add(std::string_view word, uint32_t row) {
    Letters letters;
    plain_letters(word, letters);
    shape_letters(letters);
    keys_.add(key_of(KeyKind::kVector, letters.view()), row);
    fold_letters(letters);
    keys_.add(key_of(KeyKind::kFoldedVector, letters.view()), row);
  }

  KeyTableBuilder keys_;
  std::vector<uint32_t> slots_;
  std::vector<int8_t> rows_;
  std::vector<float> scales_;
  RowTable vectors_;
};

TEST_F(SentenceMeaningTest, HasLengthOne) {
  const auto found = meaning("قصف مدرسة");  // the shelling of a school
  EXPECT_NEAR(found[0] * found[0] + found[1] * found[1], 1, 1e-5);
}

TEST_F(SentenceMeaningTest, WeighsWordsByTheRootOfTheirRank) {
  const auto found = meaning("قصف مدرسة");  // the shelling of a school
  EXPECT_NEAR(found[0] / found[1], std::sqrt(1 / 2000.0), 1e-5);
}

TEST_F(SentenceMeaningTest, KnowsWordsByTheirFoldedSpelling) {
  EXPECT_EQ(meaning("مدرسه"), (std::vector<float>{0, 1}));  // a school, carelessly spelt
}

TEST_F(SentenceMeaningTest, IsNothingWhereNoWordIsKnown) {
  EXPECT_EQ(meaning("بيان"), (std::vector<float>{0, 0}));  // a statement
  EXPECT_EQ(meaning("في"), (std::vector<float>{0, 0}));    // the most frequent word says nothing
}

}  // namespace
}  // namespace isnad
