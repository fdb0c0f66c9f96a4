// SPDX-License-Identifier: Apache-2.0
// `isnad train names` and `isnad evaluate names`: the tagger of names.
#include <cstdio>
#include <memory>

#include "commands.h"
#include "data_folder.h"
#include "talk.h"
#include "train/train_names.h"

namespace isnad {
namespace {

struct NamesOptions {
  DataOptions data;
  std::vector<std::string> train, dev, corpora;
  std::optional<std::string> model;
  std::string out;
  int seed = 1;
  int epochs = 16;
};

// The analyser and the lexicon of the data folder; the reason is said where they cannot be loaded.
struct NamesData {
  std::optional<Analyser> analyser;
  std::optional<Lexicon> lexicon;
  std::optional<ActorKnowledge> actors;

  bool load(const std::filesystem::path& folder) {
    auto loaded = Analyser::load(folder / "analyser.model");
    auto words = Lexicon::load(folder / "lexicon.bin");
    if (!loaded || !words) {
      say(describe(loaded ? words.error() : loaded.error()));
      return false;
    }
    auto known = ActorKnowledge::read(*words);
    if (!known) {
      say(describe(known.error()));
      return false;
    }
    analyser = std::move(*loaded);
    lexicon = std::move(*words);
    actors = std::move(*known);
    return true;
  }
  [[nodiscard]] train::NameKnowledge knowledge() const { return {*analyser, *lexicon, *actors}; }
};

int run_train_names(const NamesOptions& options) {
  NamesData data;
  if (!data.load(data_folder(options.data))) return kNotUsable;
  train::NameTrainingOptions how;
  how.train.assign(options.train.begin(), options.train.end());
  how.dev.assign(options.dev.begin(), options.dev.end());
  how.output = options.out;
  how.names.seed = static_cast<uint64_t>(options.seed);
  how.names.epochs = static_cast<uint32_t>(options.epochs);
  const auto done =
      train::train_names(how, data.knowledge(), [](const std::string& line) { say(line); });
  if (done) return kDone;
  say(describe(done.error()));
  return kNotUsable;
}

int run_evaluate_names(const NamesOptions& options) {
  NamesData data;
  const auto folder = data_folder(options.data);
  if (!data.load(folder)) return kNotUsable;
  const auto model = NameModel::load(
      options.model ? std::filesystem::path(*options.model) : folder / "names.model",
      *data.analyser);
  if (!model) {
    say(describe(model.error()));
    return kNotUsable;
  }
  int status = kDone;
  for (const std::string& corpus : options.corpora) {
    const auto scores = train::evaluate_names(corpus, *model, data.knowledge());
    if (scores) {
      std::printf("%s: %s\n", std::filesystem::path(corpus).stem().c_str(),
                  train::describe_scores(*scores).c_str());
    } else {
      say(describe(scores.error()));
      status = kSomeNotRead;
    }
  }
  return status;
}

}  // namespace

Command train_names_command() {
  const auto options = std::make_shared<NamesOptions>();
  Command command;
  command.name = "names";
  command.summary = "Train the tagger of persons, places and organisations (a minute or two)";
  command.examples =
      "  isnad train names --train anercorp-train.tsv --out languages/ar/names.model";
  command.arguments = {
      {"--train",
       "FILE",
       "Names to learn: a token, a tab and its label a line",
       &options->train,
       {},
       true},
      {"--dev", "FILE", "Names to measure on at the end", &options->dev},
      {"--seed", "N", "Seed of all random choices", &options->seed, {}, false, 0},
      {"--epochs", "N", "Passes over the names", &options->epochs, {}, false, 1},
      {"-o,--out", "FILE", "The model to write", &options->out, {}, true},
  };
  command.arguments.push_back(std::move(data_arguments(options->data).back()));
  command.run = [options] { return run_train_names(*options); };
  return command;
}

Command evaluate_names_command() {
  const auto options = std::make_shared<NamesOptions>();
  Command command;
  command.name = "names";
  command.summary = "F1 of whole names with their type, as CoNLL counts";
  command.examples = "  isnad evaluate names anercorp-test.tsv";
  command.arguments = {
      {"FILE", "FILE", "Names: a token, a tab and its label a line", &options->corpora, {}, true},
      {"--model", "FILE", "The model (default: the one in use)", &options->model},
  };
  command.arguments.push_back(std::move(data_arguments(options->data).back()));
  command.run = [options] { return run_evaluate_names(*options); };
  return command;
}

}  // namespace isnad
