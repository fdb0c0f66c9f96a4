// SPDX-License-Identifier: Apache-2.0
#include "isnad/claim/sentence_words.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "isnad/report/read_plain.h"

namespace isnad {
namespace {

std::map<std::string, float> words_of(const std::string& sentence) {
  const auto report = read_plain(sentence, {});
  const Text text = make_text(*report);
  std::map<std::string, float> out;
  for (const auto& feature : sentence_words(*report, text, text.sentences.at(0).tokens, {}))
    out.emplace(feature.name, feature.value);
  return out;
}

TEST(SentenceWords, AreLettersWithinWordsWordsAndPairs) {
  const auto found = words_of("قتل شخص");  // a person was killed
  EXPECT_EQ(found.count("letters=_قت"), 1U);
  EXPECT_EQ(found.count("letters=قتل_"), 1U);
  EXPECT_EQ(found.count("letters=ل_ش"), 0U);  // never across words
  EXPECT_EQ(found.count("words=قتل"), 1U);
  EXPECT_EQ(found.count("words=قتل شخص"), 1U);
}

TEST(SentenceWords, HaveLengthOneOfEachKind) {
  std::map<std::string, float> squares;
  for (const auto& [name, value] :
       words_of("قصف ثم قصف ثم قصف على البلدة"))  // shelling upon shelling
    squares[name.substr(0, name.find('='))] += value * value;
  EXPECT_NEAR(squares.at("letters"), 1, 1e-5);
  EXPECT_NEAR(squares.at("words"), 1, 1e-5);
}

TEST(SentenceWords, CountRepeatedOnesByTheLogarithm) {
  const auto found = words_of("قصف ثم قصف");  // shelling, then shelling
  EXPECT_NEAR(found.at("words=قصف") / found.at("words=ثم"), 1 + std::log(2.0F), 1e-5);
}

}  // namespace
}  // namespace isnad
