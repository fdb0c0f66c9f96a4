// SPDX-License-Identifier: Apache-2.0
// `isnad evaluate analyser`: scores of the analyser on treebanks, from raw text.
#include <cstdio>
#include <memory>

#include "commands.h"
#include "data_folder.h"
#include "talk.h"
#include "train/evaluate_analyser.h"

namespace isnad {
namespace {

struct EvaluateOptions {
  std::vector<std::string> treebanks;
  std::optional<std::string> model;
  std::string lemmas = "padt";
  bool drop_hamzas = false;
  DataOptions data;
};

int run_evaluate_analyser(const EvaluateOptions& options) {
  const auto path = options.model ? std::filesystem::path(*options.model)
                                  : data_folder(options.data) / "analyser.model";
  const auto analyser = Analyser::load(path);
  if (!analyser) {
    say(describe(analyser.error()));
    return kNotUsable;
  }
  train::EvaluationOptions how;
  how.lemmas = options.lemmas == "pud" ? LemmaStyle::kPud : LemmaStyle::kPadt;
  how.drop_hamzas = options.drop_hamzas;
  int status = kDone;
  for (const std::string& treebank : options.treebanks) {
    const auto scores = train::evaluate_analyser(*analyser, treebank, how);
    if (!scores) {
      say(describe(scores.error()));
      status = kSomeNotRead;
      continue;
    }
    std::printf(
        "%s: words %.2f UPOS %.2f lemmas %.2f UAS %.2f LAS %.2f (%zu gold words), %.0f words/s\n",
        std::filesystem::path(treebank).stem().c_str(), scores->words, scores->upos, scores->lemmas,
        scores->uas, scores->las, scores->gold_words, scores->words_per_second);
  }
  return status;
}

Command evaluate_analyser_command() {
  const auto options = std::make_shared<EvaluateOptions>();
  Command command;
  command.name = "analyser";
  command.summary = "F1 of words, tags, lemmas and heads on treebanks, from raw text";
  command.examples = "  isnad evaluate analyser padt-dep-test.conllu pud-dep-test.conllu";
  command.arguments = {
      {"FILE", "FILE", "Treebanks in CoNLL-U", &options->treebanks, {}, true},
      {"--lemmas",
       "STYLE",
       "Spell lemmas as this treebank does",
       &options->lemmas,
       {"padt", "pud"}},
      {"--drop-hamzas", "", "Write every alef with hamza bare in the input", &options->drop_hamzas},
      {"--model", "FILE", "The model (default: the one in use)", &options->model},
      std::move(data_arguments(options->data).back()),
  };
  command.run = [options] { return run_evaluate_analyser(*options); };
  return command;
}

}  // namespace

Command evaluate_command() {
  Command command;
  command.name = "evaluate";
  command.summary = "Measure against annotated text";
  command.subcommands = {evaluate_analyser_command()};
  return command;
}

}  // namespace isnad
