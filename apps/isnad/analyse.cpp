// SPDX-License-Identifier: Apache-2.0
// `isnad analyse`: words, tags, lemmas and trees of plain text as CoNLL-U, one paragraph a line,
// one sentence a paragraph.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <memory>

#include "analyser_choice.h"
#include "commands.h"
#include "isnad/analysis/paragraph.h"
#include "isnad/report/decode_text.h"
#include "talk.h"

namespace isnad {
namespace {

struct AnalyseOptions {
  std::vector<std::string> paths;
  std::string to = "conllu";
  AnalyserChoice analyser;
};

// How a file was read. Lines that are no text are left out, and told of once a file.
enum class Reading { kWhole, kInPart, kOutputGone };

Reading analyse_lines(const Analyser& analyser, std::istream& in, const std::string& name,
                      AnalysisWorkspace& work) {
  std::string line, out, first_fault;
  size_t left_out = 0;
  for (size_t number = 1; std::getline(in, line); ++number) {
    const auto text = decode_text(line);
    if (!text) {
      if (text.error().code == ErrorCode::kEmpty) continue;
      if (left_out++ == 0)
        first_fault = "line " + std::to_string(number) + ": " + describe(text.error());
      continue;
    }
    std::string_view paragraph = *text;
    if (paragraph.ends_with('\r')) paragraph.remove_suffix(1);
    out.clear();
    append_paragraph_conllu(analyser, paragraph, work, out);
    if (std::fwrite(out.data(), 1, out.size(), stdout) != out.size()) return Reading::kOutputGone;
  }
  if (left_out == 0) return Reading::kWhole;
  say(name + ": " + std::to_string(left_out) + " lines left out; the first is " + first_fault);
  return Reading::kInPart;
}

int run_analyse(const AnalyseOptions& options) {
  const auto analyser = load_analyser(options.analyser);
  if (!analyser) return kNotUsable;
  AnalysisWorkspace work;
  int status = kDone;
  for (const std::string& name : options.paths) {
    std::ifstream file;
    if (name != "-") file.open(name);
    if (!file) {
      say(name + ": cannot be read; check the path");
      status = kSomeNotRead;
      continue;
    }
    std::istream& in = name == "-" ? std::cin : file;
    const Reading reading = analyse_lines(*analyser, in, name, work);
    if (reading == Reading::kOutputGone) return kNotUsable;
    if (reading == Reading::kInPart) status = kSomeNotRead;
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
  };
  add_analyser_arguments(options->analyser, command.arguments);
  command.run = [options] { return run_analyse(*options); };
  return command;
}

}  // namespace isnad
