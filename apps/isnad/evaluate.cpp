// SPDX-License-Identifier: Apache-2.0
// `isnad evaluate analyser`: scores of the analyser on treebanks, from raw text; `isnad evaluate
// confidence`: the confidence model, out of fold.
#include <cstdio>
#include <fstream>
#include <memory>

#include "analyser_choice.h"
#include "commands.h"
#include "confidence_gold_options.h"
#include "talk.h"
#include "train/evaluate_analyser.h"
#include "train/train_confidence.h"

namespace isnad {
namespace {

struct EvaluateOptions {
  std::vector<std::string> treebanks;
  bool drop_hamzas = false;
  AnalyserChoice analyser;
};

int run_evaluate_analyser(const EvaluateOptions& options) {
  const auto analyser = load_analyser(options.analyser);
  if (!analyser) return kNotUsable;
  train::EvaluationOptions how;
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
      {"--drop-hamzas", "", "Write every alef with hamza bare in the input", &options->drop_hamzas},
  };
  add_analyser_arguments(options->analyser, command.arguments);
  command.run = [options] { return run_evaluate_analyser(*options); };
  return command;
}

struct ConfidenceEvaluation {
  GoldOptions gold;
  std::optional<std::string> diagram;
};

void print_scores(const train::ConfidenceScores& scores) {
  for (const auto& s : scores.sentences) {
    std::printf("%s sentences: P %.1f R %.1f F1 %.1f AP %.1f (%zu positive of %zu)\n",
                s.type.c_str(), s.precision, s.recall, s.f1, s.average_precision, s.positives,
                s.sentences);
  }
  for (const auto& r : scores.reports) {
    std::printf("%s: events P %.1f R %.1f at 0.5; P %.1f R %.1f of all %zu claims\n",
                r.source.c_str(), r.precision, r.recall, r.precision_of_all, r.recall_of_all,
                r.claims);
  }
  for (const auto& bin : scores.bins) {
    if (bin.claims > 0)
      std::printf("said %.2f right %.2f (%zu claims)\n", bin.said, bin.right, bin.claims);
  }
  std::printf("expected calibration error %.3f\n", scores.calibration_error);
}

int run_evaluate_confidence(const ConfidenceEvaluation& options) {
  const auto gold = read_gold(options.gold);
  if (!gold) {
    say(describe(gold.error()));
    return kNotUsable;
  }
  const auto confidences = train::cross_validated(*gold, training_of(options.gold));
  const auto scores = train::score_confidence(*gold, confidences);
  print_scores(scores);
  if (!options.diagram) return kDone;
  std::ofstream file(*options.diagram, std::ios::binary);
  file << train::reliability_svg(scores);
  if (file.flush()) return kDone;
  say(*options.diagram + ": cannot be written; is the disk full?");
  return kSomeNotRead;
}

Command evaluate_confidence_command() {
  const auto options = std::make_shared<ConfidenceEvaluation>();
  Command command;
  command.name = "confidence";
  command.summary = "Detection and calibration, by models that saw nothing of the document judged";
  command.examples =
      "  isnad evaluate confidence --sentences assault.csv --reports dev_reports \\\n"
      "    --diagram reliability.svg";
  command.arguments = gold_arguments(options->gold);
  command.arguments.push_back(
      {"--diagram", "FILE", "Write the reliability diagram, as SVG", &options->diagram});
  command.run = [options] { return run_evaluate_confidence(*options); };
  return command;
}

}  // namespace

Command evaluate_command() {
  Command command;
  command.name = "evaluate";
  command.summary = "Measure against annotated text";
  command.subcommands = {evaluate_analyser_command(), evaluate_confidence_command(),
                         evaluate_names_command(), evaluate_roles_command()};
  return command;
}

}  // namespace isnad
