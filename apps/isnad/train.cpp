// SPDX-License-Identifier: Apache-2.0
// `isnad train analyser`: from treebanks and word vectors to the analyser's model file; `isnad
// train confidence`: from judged sentences and annotated reports to the confidence model.
#include <cstdlib>
#include <fstream>
#include <memory>

#include "commands.h"
#include "confidence_gold_options.h"
#include "talk.h"
#include "train/train_analyser.h"
#include "train/train_confidence.h"

namespace isnad {
namespace {

struct TrainOptions {
  std::vector<std::string> train;
  std::vector<std::string> dev;
  std::string vectors;
  std::optional<std::string> self_test;
  std::optional<std::string> network_from;
  std::string out;
  int seed = 1;
  int epochs = 30;
  int jobs = 2;
};

int run_train_analyser(const TrainOptions& options) {
  train::AnalyserTrainingOptions how;
  how.train.assign(options.train.begin(), options.train.end());
  how.dev.assign(options.dev.begin(), options.dev.end());
  how.word_vectors = options.vectors;
  how.self_test = options.self_test.value_or("");
  how.network_from = options.network_from.value_or("");
  how.output = options.out;
  how.seed = static_cast<uint64_t>(options.seed);
  how.network.epochs = static_cast<uint32_t>(options.epochs);
  how.network.threads = static_cast<uint32_t>(options.jobs);
  const auto done = train::train_analyser(how, [](const std::string& line) { say(line); });
  if (done) return kDone;
  say(describe(done.error()));
  return kNotUsable;
}

Command train_analyser_command() {
  const auto options = std::make_shared<TrainOptions>();
  Command command;
  command.name = "analyser";
  command.summary = "Train segmenter, tagger, lemmatiser and parser (minutes on two cores)";
  command.examples =
      "  isnad train analyser --train padt-dep-train.conllu --train pud-dep-train.conllu \\\n"
      "    --train padt-seg-train.conllu --dev padt-dep-dev.conllu --vectors word_vectors/ \\\n"
      "    --self-test languages/ar/analyser_self_test.txt --seed 1 --out analyser.model";
  command.arguments = {
      {"--train", "FILE", "A treebank in CoNLL-U to learn from", &options->train, {}, true},
      {"--dev", "FILE", "A treebank to measure on after every third epoch", &options->dev},
      {"--vectors", "DIR", "Folder of words.txt and vectors.f16", &options->vectors, {}, true},
      {"--self-test", "FILE", "Sentences the model shall carry, one a line, tokens between spaces",
       &options->self_test},
      {"--network-from", "FILE", "A model whose network is kept; only the rest is trained",
       &options->network_from},
      {"--seed", "N", "Seed of all random choices", &options->seed, {}, false, 0},
      {"--epochs", "N", "Passes over the trees", &options->epochs, {}, false, 1},
      {"-j,--jobs", "N", "Threads; the model does not depend on it", &options->jobs, {}, false, 1},
      {"-o,--out", "FILE", "The model to write", &options->out, {}, true},
  };
  command.run = [options] { return run_train_analyser(*options); };
  return command;
}

struct ConfidenceOptions {
  GoldOptions gold;
  std::string out;
};

int run_train_confidence(const ConfidenceOptions& options) {
  const auto gold = read_gold(options.gold);
  if (!gold) {
    say(describe(gold.error()));
    return kNotUsable;
  }
  auto model = train::train_confidence(*gold, training_of(options.gold));
  model.least = std::strtof(options.gold.least.c_str(), nullptr);
  model.provenance = provenance_of(options.gold, *gold);
  std::ofstream file(options.out, std::ios::binary);
  file << model.render();
  if (!file.flush()) {
    say(options.out + ": cannot be written; is the disk full?");
    return kSomeNotRead;
  }
  say(options.out + ": " + std::to_string(model.weights.size()) + " weights from " +
      std::to_string(gold->claims.size()) + " claims");
  return kDone;
}

Command train_confidence_command() {
  const auto options = std::make_shared<ConfidenceOptions>();
  Command command;
  command.name = "confidence";
  command.summary = "Train how sure a claim is (a minute)";
  command.examples =
      "  isnad train confidence --sentences assault.csv --sentences protest.csv \\\n"
      "    --reports dev_reports --reports dev_articles --out confidence.model";
  command.arguments = gold_arguments(options->gold);
  command.arguments.push_back({"-o,--out", "FILE", "The model to write", &options->out, {}, true});
  command.run = [options] { return run_train_confidence(*options); };
  return command;
}

}  // namespace

Command train_command() {
  Command command;
  command.name = "train";
  command.summary = "Train a model from annotated text";
  command.subcommands = {train_analyser_command(), train_confidence_command(),
                         train_names_command()};
  return command;
}

}  // namespace isnad
