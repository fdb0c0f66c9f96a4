// SPDX-License-Identifier: Apache-2.0
// Paragraphs show every character; scores of the tiny model only have to be scores.
#include "train/evaluate_analyser.h"

#include <gtest/gtest.h>

#include <fstream>

#include "isnad/analysis/paragraph.h"
#include "isnad/analysis/tiny_model.h"

namespace isnad::train {
namespace {

std::string without_spaces(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ') out += c;
  }
  return out;
}

TEST(MakeParagraph, CoversEveryCharacterThatIsNoSpace) {
  // of the world, tatweel alone, tatweel before a word, tatweel at the end
  const std::string line = "العالم \u0640 \u0640وبالتالي 16/1/2024 \u200F\u0640 \u0640";
  const Text text = make_paragraph(line);
  std::string shown;
  for (const Token& token : text.tokens)
    shown += line.substr(token.given.begin, token.given.size());
  EXPECT_EQ(shown, without_spaces(line));
  EXPECT_EQ(text.sentences.size(), 1u);
  EXPECT_TRUE(make_paragraph(" ").sentences.empty());
}

TEST(EvaluateAnalyser, CountsWordsOfATreebank) {
  const auto path = std::filesystem::path(testing::TempDir()) / "evaluate_analyser_test.conllu";
  // book
  std::ofstream(path)
      << "# text = كتاب "
         ".\n1\tكتاب\t_\tNOUN\t_\t_\t0\troot\t_\t_\n2\t.\t.\tPUNCT\t_\t_\t1\tpunct\t_\t_\n\n";
  const AlignedBytes bytes(tiny_model_bytes(1));
  const auto analyser =
      Analyser::over(*Container::view(bytes.view(), kAnalyserKind, kAnalyserVersion, "tiny"));
  ASSERT_TRUE(analyser);
  const auto scores = evaluate_analyser(*analyser, path);
  ASSERT_TRUE(scores);
  EXPECT_EQ(scores->gold_words, 2u);
  EXPECT_GE(scores->words, 50.0);  // the mark is cut off whatever the model thinks
  EXPECT_LE(scores->words, 100.0);
}

}  // namespace
}  // namespace isnad::train
