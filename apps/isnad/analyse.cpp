// SPDX-License-Identifier: Apache-2.0
// `isnad analyse`: words, tags, lemmas and trees of plain text as CoNLL-U, one paragraph a line,
// one sentence a paragraph.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <memory>

#include "commands.h"
#include "data_folder.h"
#include "talk.h"
#include "train/evaluate_analyser.h"

namespace isnad {
namespace {

struct AnalyseOptions {
  std::vector<std::string> paths;
  std::optional<std::string> model;
  std::string to = "conllu";
  std::string lemmas = "padt";
  DataOptions data;
};

bool analyse_lines(const Analyser& analyser, std::istream& in, const AnalyseOptions& options,
                   AnalysisWorkspace& work) {
  AnalyserOptions how;
  how.lemmas = options.lemmas == "pud" ? LemmaStyle::kPud : LemmaStyle::kPadt;
  std::string line, out;
  while (std::getline(in, line)) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    out.clear();
    train::append_paragraph_conllu(analyser, line, how, work, out);
    if (std::fwrite(out.data(), 1, out.size(), stdout) != out.size()) return false;
  }
  return true;
}

int run_analyse(const AnalyseOptions& options) {
  const auto path = options.model ? std::filesystem::path(*options.model)
                                  : data_folder(options.data) / "analyser.model";
  const auto analyser = Analyser::load(path);
  if (!analyser) {
    say(describe(analyser.error()));
    return kNotUsable;
  }
  AnalysisWorkspace work;
  int status = kDone;
  for (const std::string& name : options.paths) {
    if (name == "-") {
      if (!analyse_lines(*analyser, std::cin, options, work)) return kNotUsable;
      continue;
    }
    std::ifstream file(name);
    if (!file) {
      say(name + ": cannot be read; check the path");
      status = kSomeNotRead;
    } else if (!analyse_lines(*analyser, file, options, work)) {
      return kNotUsable;
    }
  }
  return status;
}

}  // namespace

Command analyse_command() {
  const auto options = std::make_shared<AnalyseOptions>();
  Command command;
  command.name = "analyse";
  command.summary = "Print words, tags, lemmas and trees of plain text";
  // and to the village [belongs] a school
  command.examples =
      "  isnad analyse paragraphs.txt > paragraphs.conllu\n"
      "  echo 'وللقرية مدرسة' | isnad analyse -";
  command.arguments = {
      {"FILE",
       "FILE",
       "UTF-8 text, one paragraph a line; - is standard input",
       &options->paths,
       {},
       true},
      {"--to", "FORM", "Form of the output", &options->to, {"conllu"}},
      {"--lemmas",
       "STYLE",
       "Spell lemmas as this treebank does",
       &options->lemmas,
       {"padt", "pud"}},
      {"--model", "FILE", "The model (default: the one in use)", &options->model},
      std::move(data_arguments(options->data).back()),
  };
  command.run = [options] { return run_analyse(*options); };
  return command;
}

}  // namespace isnad
