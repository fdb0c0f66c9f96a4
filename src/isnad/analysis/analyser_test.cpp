// SPDX-License-Identifier: Apache-2.0
// The analyser over a tiny model: form, not judgement. Accuracy is measured by `isnad evaluate
// analyser`.
#include "isnad/analysis/analyser.h"

#include <gtest/gtest.h>

#include <thread>

#include "isnad/analysis/conllu.h"
#include "isnad/analysis/kernel.h"
#include "isnad/analysis/self_check.h"
#include "isnad/analysis/tiny_model.h"

namespace isnad {
namespace {

struct Tiny {
  explicit Tiny(uint64_t seed, const TinyParts& parts = {})
      : bytes(tiny_model_bytes(seed, parts)),
        analyser(Analyser::over(
            *Container::view(bytes.view(), kAnalyserKind, kAnalyserVersion, "tiny"))) {}
  AlignedBytes bytes;
  Result<Analyser> analyser;
};

// Words of each token in order, all columns of one length, one root and no cycle in each sentence.
void expect_well_formed(const Analysis& analysis, const Text& text) {
  const size_t n = analysis.size();
  ASSERT_EQ(analysis.first_word.size(), text.tokens.size() + 1);
  ASSERT_EQ(analysis.first_word.back(), n);
  for (size_t t = 0; t < text.tokens.size(); ++t) {
    ASSERT_LT(analysis.first_word[t], analysis.first_word[t + 1]);
    for (uint32_t w = analysis.first_word[t]; w < analysis.first_word[t + 1]; ++w)
      ASSERT_EQ(analysis.token[w], t);
  }
  ASSERT_EQ(analysis.form.size(), n);
  ASSERT_EQ(analysis.lemma.size(), n);
  ASSERT_EQ(analysis.head.size(), n);
  ASSERT_EQ(analysis.deprel.size(), n);
  ASSERT_EQ(analysis.head_margin.size(), n);
  ASSERT_EQ(analysis.sentences.size(), text.sentences.size());
  for (const WordSpan sentence : analysis.sentences) {
    size_t roots = 0;
    for (uint32_t w = sentence.begin; w < sentence.end; ++w) {
      roots += analysis.head[w] == kRootHead;
      uint32_t up = w;
      for (uint32_t steps = 0; up != kRootHead; ++steps) {
        ASSERT_LE(steps, sentence.size());
        up = analysis.head[up];
        ASSERT_TRUE(up == kRootHead || sentence.contains(up));
      }
    }
    ASSERT_EQ(roots, sentence.empty() ? 0u : 1u);
  }
}

TEST(Analyser, GivesEverySentenceATree) {
  const Tiny tiny(1);
  ASSERT_TRUE(tiny.analyser) << describe(tiny.analyser.error());
  AnalysisWorkspace work;
  // announced; the writer said that the book was in the village; of which and to the village
  constexpr std::string_view kLines[] = {
      "اعلن",
      "قال الكاتب إن الكتاب في القرية .",
      "مما وللقرية 16/1/2024 , x 15-7",
  };
  for (const std::string_view line : kLines) {
    const SpacedText spaced = make_spaced_text(line);
    expect_well_formed(tiny.analyser->analyse(spaced.text, spaced.bytes, work), spaced.text);
  }
}

TEST(Analyser, SplitsDatesIntoTheirNumbersAndMarks) {
  const Tiny tiny(1);
  AnalysisWorkspace work;
  const SpacedText spaced = make_spaced_text("16/1/2024");
  const Analysis analysis = tiny.analyser->analyse(spaced.text, spaced.bytes, work);
  ASSERT_EQ(analysis.size(), 5u);
  EXPECT_EQ(analysis.form_of(0), "16");
  EXPECT_EQ(analysis.form_of(1), "/");
  EXPECT_EQ(analysis.form_of(4), "2024");
  EXPECT_EQ(analysis.upos[1] == Upos::kPUNCT || analysis.upos[1] == Upos::kSYM, true);
}

TEST(Analyser, HangsTheStretchesOfAVeryLongSentenceUnderOneRoot) {
  const Tiny tiny(3);
  std::string line;
  for (int i = 0; i < 100; ++i)
    line += "كتاب كتاب كتاب كتاب كتاب كتاب وللقرية ";  // book, and to the village
  const SpacedText spaced = make_spaced_text(line);
  AnalysisWorkspace work;
  expect_well_formed(tiny.analyser->analyse(spaced.text, spaced.bytes, work), spaced.text);
}

TEST(Analyser, TagsTokensOutsideSentencesWithoutATree) {
  const Tiny tiny(1);
  SpacedText spaced = make_spaced_text("كتاب في القرية");  // a book in the village
  spaced.text.sentences[0].tokens = {1, 2};
  AnalysisWorkspace work;
  const Analysis analysis = tiny.analyser->analyse(spaced.text, spaced.bytes, work);
  expect_well_formed(analysis, spaced.text);
  EXPECT_EQ(analysis.head[0], kNoHead);
  EXPECT_EQ(analysis.head[1], kRootHead);
  EXPECT_EQ(analysis.head.back(), kNoHead);
}

TEST(Analyser, LeavesTheTreeOutWhenAsked) {
  const Tiny tiny(1);
  const SpacedText spaced = make_spaced_text("قال الكاتب");  // the writer said
  AnalysisWorkspace work;
  const Analysis analysis =
      tiny.analyser->analyse(spaced.text, spaced.bytes, work, {.parse = false});
  EXPECT_EQ(analysis.head, std::vector<uint32_t>(analysis.size(), kNoHead));
}

TEST(Analyser, ReadsTheSameWithAnyNumberOfThreads) {
  const Tiny tiny(5);
  std::vector<std::string> lines;
  for (int i = 0; i < 40; ++i)
    // that his book is in the village, of what was announced
    lines.push_back(std::to_string(i) + " إن كتابه في القرية مما اعلن");
  const auto run = [&](size_t threads) {
    std::vector<std::string> out(lines.size());
    std::vector<std::jthread> pool;
    for (size_t t = 0; t < threads; ++t) {
      pool.emplace_back([&, t] {
        AnalysisWorkspace work;
        for (size_t i = t; i < lines.size(); i += threads) {
          const SpacedText spaced = make_spaced_text(lines[i]);
          append_conllu(tiny.analyser->analyse(spaced.text, spaced.bytes, work), spaced.text,
                        spaced.bytes, out[i]);
        }
      });
    }
    pool.clear();
    return out;
  };
  EXPECT_EQ(run(1), run(4));
}

std::string read_lines(const Analyser& analyser, AnalysisWorkspace& work) {
  // of what was announced in the village; and the book is in the book
  constexpr std::string_view kLines[] = {
      "مما اعلن في القرية 16/1/2024",
      "وكتابه في الكتاب ، مما اعلن",
  };
  std::string out;
  for (const std::string_view line : kLines) {
    const SpacedText spaced = make_spaced_text(line);
    const Analysis analysis = analyser.analyse(spaced.text, spaced.bytes, work);
    append_conllu(analysis, spaced.text, spaced.bytes, out);
    for (uint32_t w = 0; w < analysis.size(); ++w) {
      for (const uint8_t margin :
           {analysis.segment_margin[w], analysis.tag_margin[w], analysis.head_margin[w]})
        out += std::to_string(margin) + " ";
    }
  }
  return out;
}

TEST(Analyser, ReadsTheSameWithEveryCopyOfTheArithmetic) {
  const auto read = [](kernel::Level level) {
    kernel::use_at_most(level);
    const Tiny tiny(6);
    AnalysisWorkspace work;
    std::string out = read_lines(*tiny.analyser, work);
    kernel::use_at_most(kernel::Level::kAvx512);
    return out;
  };
  const std::string base = read(kernel::Level::kBaseline);
  EXPECT_EQ(read(kernel::Level::kAvx2), base);
  EXPECT_EQ(read(kernel::Level::kAvx512), base);
}

TEST(Analyser, ReadsTheSameWhateverItsWorkspaceHasSeen) {
  const Tiny one(7), other(8);
  AnalysisWorkspace fresh, used;
  const std::string first = read_lines(*one.analyser, fresh);
  EXPECT_EQ(read_lines(*one.analyser, fresh), first);
  EXPECT_NE(read_lines(*other.analyser, used), first);
  EXPECT_EQ(read_lines(*one.analyser, used), first);
}

TEST(Analyser, RefusesAModelThatReadsItsSelfTestOtherwise) {
  TinyParts parts;
  parts.self_test = "كتاب\nكتاب/INTJ/7/vocative\n";  // book
  const Tiny wrong(1, parts);
  ASSERT_FALSE(wrong.analyser);
  EXPECT_EQ(wrong.analyser.error().code, ErrorCode::kDamagedFile);
  parts.self_test = "كتاب\nكتاب/?/?/?\n";  // book
  EXPECT_TRUE(Tiny(1, parts).analyser);
}

TEST(Analyser, RefusesWeightsThatAreNoNumbersOrDoNotFit) {
  TinyParts parts;
  parts.weights = tiny_weights(NetworkLayout(parts.shape).size, 1);
  parts.weights[5] = std::numeric_limits<float>::quiet_NaN();
  EXPECT_FALSE(Tiny(1, parts).analyser);
  parts.weights.resize(parts.weights.size() - 16, 0.0F);
  parts.weights[5] = 0;
  const Tiny small(1, parts);
  ASSERT_FALSE(small.analyser);
  EXPECT_NE(small.analyser.error().what.find("weights"), std::string::npos);
}

TEST(Conllu, WritesRangesForTokensOfSeveralWords) {
  const Tiny tiny(1);
  const SpacedText spaced = make_spaced_text("15-7");
  AnalysisWorkspace work;
  std::string out;
  append_conllu(tiny.analyser->analyse(spaced.text, spaced.bytes, work), spaced.text, spaced.bytes,
                out);
  EXPECT_TRUE(out.starts_with("# text = 15-7\n1-3\t15-7\t_\t_\t_\t_\t_\t_\t_\t_\n1\t15\t15\t"))
      << out;
}

}  // namespace
}  // namespace isnad
