// SPDX-License-Identifier: Apache-2.0
// Training from a handful of sentences to a model that loads: the whole way, in small.
#include "train/train_analyser.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "isnad/analysis/analyser.h"
#include "isnad/analysis/self_check.h"

namespace isnad::train {
namespace {

// The boy read his book. In the house is a book.
constexpr std::string_view kTreebank =
    "# text = قرأ الولد كتابه .\n"
    "1\tقرأ\tقَرَأ\tVERB\t_\tAspect=Perf|Gender=Masc\t0\troot\t_\t_\n"
    "2\tالولد\tوَلَد\tNOUN\t_\tGender=Masc\t1\tnsubj\t_\t_\n"
    "3-4\tكتابه\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "3\tكتاب\tكِتَاب\tNOUN\t_\tGender=Masc\t1\tobj\t_\t_\n"
    "4\tه\tهُوَ\tPRON\t_\tPerson=3\t3\tnmod\t_\t_\n"
    "5\t.\t.\tPUNCT\t_\t_\t1\tpunct\t_\t_\n"
    "\n"
    "# text = في البيت كتاب\n"
    "1\tفي\tفِي\tADP\t_\t_\t2\tcase\t_\t_\n"
    "2\tالبيت\tبَيت\tNOUN\t_\tGender=Masc\t0\troot\t_\t_\n"
    "3\tكتاب\tكِتَاب\tNOUN\t_\tGender=Masc\t2\tnsubj\t_\t_\n"
    "\n";

class TrainAnalyser : public testing::Test {
 protected:
  TrainAnalyser() : folder_(std::filesystem::path(testing::TempDir()) / "train_analyser_test") {
    std::filesystem::create_directories(folder_);
    write("train.conllu", kTreebank);
    write("words.txt", "كتاب\nالبيت\n");  // book, the house
    write("vectors.f16", std::string(2 * 64 * 2, '\x31'));
    write("self.txt", "قرأ الولد كتابه .\n");  // the boy read his book
  }
  void write(const std::string& name, std::string_view content) const {
    std::ofstream(folder_ / name, std::ios::binary) << content;
  }
  Result<bool> train(const std::string& output, uint32_t threads, uint64_t seed = 1) const {
    AnalyserTrainingOptions options;
    options.train = {folder_ / "train.conllu"};
    options.word_vectors = folder_;
    options.self_test = folder_ / "self.txt";
    options.output = folder_ / output;
    options.seed = seed;
    options.segment.weight_bits = 10;
    options.lemmas.weight_bits = 10;
    options.network.shape = {.vector = 64,
                             .input = 48,
                             .hidden = 16,
                             .layers = 2,
                             .tag_layer = 1,
                             .arc = 16,
                             .label = 16,
                             .tags = 64,
                             .labels = 48};
    options.network.epochs = 300;
    options.network.batch_words = 8;
    options.network.feature_min_count = 1;
    options.network.threads = threads;
    options.network.step = 1e-2F;
    return train_analyser(options, [](const std::string&) {});
  }
  std::string bytes(const std::string& name) const {
    std::ifstream file(folder_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  std::filesystem::path folder_;
};

TEST_F(TrainAnalyser, LearnsWhatItWasShown) {
  ASSERT_TRUE(train("a.model", 1));
  const auto analyser = Analyser::load(folder_ / "a.model");
  ASSERT_TRUE(analyser) << describe(analyser.error());
  const SpacedText spaced = make_spaced_text("قرأ الولد كتابه .");  // the boy read his book
  AnalysisWorkspace work;
  const Analysis analysis = analyser->analyse(spaced.text, spaced.bytes, work);
  // the boy read book his
  EXPECT_EQ(describe_for_self_test(analysis, false),
            "قرأ/VERB/0/root الولد/NOUN/1/nsubj كتاب/NOUN/1/obj ه/PRON/3/nmod ./PUNCT/1/punct");
  EXPECT_EQ(analysis.lemma_of(2), "كِتَاب");  // kitāb
}

TEST_F(TrainAnalyser, GivesTheSameFileWithAnyNumberOfThreads) {
  ASSERT_TRUE(train("one.model", 1));
  ASSERT_TRUE(train("three.model", 3));
  EXPECT_EQ(bytes("one.model"), bytes("three.model"));
  ASSERT_TRUE(train("other.model", 1, 2));
  EXPECT_NE(bytes("one.model"), bytes("other.model"));
}

TEST_F(TrainAnalyser, SaysWhichLineOfATreebankIsBroken) {
  write("train.conllu", "1\tword\tonly\n\n");
  const auto result = train("b.model", 1);
  ASSERT_FALSE(result);
  EXPECT_TRUE(result.error().where.ends_with("train.conllu:1"));
}

}  // namespace
}  // namespace isnad::train
