// SPDX-License-Identifier: Apache-2.0
// `isnad lexicon build | check | dump`: the lexicon as text and as one compiled file.
#include <cstdio>
#include <fstream>
#include <memory>

#include "commands.h"
#include "data_folder.h"
#include "isnad/lexicon/compile.h"
#include "isnad/lexicon/lexicon.h"
#include "lexicon_check.h"
#include "lexicon_dump.h"
#include "talk.h"

namespace isnad {
namespace {

struct LexiconOptions {
  std::vector<std::string> folders;  // later ones override earlier ones row by row
  std::string out;
  std::optional<std::string> file;
  DataOptions data;
};

std::vector<std::filesystem::path> folders_of(const LexiconOptions& options) {
  return {options.folders.begin(), options.folders.end()};
}

int run_build(const LexiconOptions& options) {
  const auto folders = folders_of(options);
  const auto bytes = build_lexicon(folders);
  if (!bytes) {
    say_lines(describe(bytes.error()));
    return kNotUsable;
  }
  // Under another name first, so that nobody reads half a file.
  const std::filesystem::path unfinished = options.out + ".unfinished";
  std::error_code error;
  if (const auto parent = unfinished.parent_path(); !parent.empty()) std::filesystem::create_directories(parent, error);
  std::ofstream file(unfinished, std::ios::binary);
  file.write(bytes->data(), static_cast<std::streamsize>(bytes->size()));
  file.close();
  if (file.good()) std::filesystem::rename(unfinished, options.out, error);
  if (!file.good() || error) {
    say(options.out + ": cannot be written; is there space, and may you write there?");
    return kNotUsable;
  }
  return kDone;
}

int run_check(const LexiconOptions& options) {
  std::vector<std::filesystem::path> folders = folders_of(options);
  if (folders.empty()) folders.push_back(lexicon_text_folder(options.data));
  const LexiconReport report = check_lexicon(folders, options.data);
  for (const std::string& fault : report.faults) std::printf("%s\n", fault.c_str());
  std::printf("%zu rows in %zu tables, %zu examples of frames: %zu faults\n", report.rows, report.tables,
              report.examples, report.faults.size());
  return report.faults.empty() ? kDone : kSomeNotRead;
}

int run_dump(const LexiconOptions& options) {
  const auto path = options.file ? std::filesystem::path(*options.file) : data_folder(options.data) / "lexicon.bin";
  const auto lexicon = Lexicon::load(path);
  if (!lexicon) {
    say(describe(lexicon.error()));
    return kNotUsable;
  }
  std::string out;
  append_lexicon_text(*lexicon, out);
  return std::fwrite(out.data(), 1, out.size(), stdout) == out.size() ? kDone : kNotUsable;
}

Argument data_argument(LexiconOptions& options) { return std::move(data_arguments(options.data).back()); }

Command build_command(const std::shared_ptr<LexiconOptions>& options) {
  Command command;
  command.name = "build";
  command.summary = "Compile folders of tables and frames to one file";
  command.examples = "  isnad lexicon build languages/ar --out lexicon.bin";
  command.arguments = {
      {"DIR", "DIR", "Folders of tables; rows of a later one replace rows of the same id", &options->folders, {}, true},
      {"-o,--out", "FILE", "The file to write", &options->out, {}, true},
  };
  command.run = [options] { return run_build(*options); };
  return command;
}

Command check_command(const std::shared_ptr<LexiconOptions>& options) {
  Command command;
  command.name = "check";
  command.summary = "Find duplicate and contradicting rows, and frames whose own examples fail";
  command.examples =
      "  isnad lexicon check\n"
      "  isnad lexicon check languages/ar my-tables/";
  command.arguments = {
      {"DIR", "DIR", "Folders of tables (default: those of the built-in lexicon)", &options->folders},
      data_argument(*options),
  };
  command.run = [options] { return run_check(*options); };
  return command;
}

Command dump_command(const std::shared_ptr<LexiconOptions>& options) {
  Command command;
  command.name = "dump";
  command.summary = "Print a compiled lexicon as text, from which it can be built again";
  command.examples = "  isnad lexicon dump > lexicon.tsv";
  command.arguments = {
      {"FILE", "FILE", "The compiled file (default: the one in use)", &options->file},
      data_argument(*options),
  };
  command.run = [options] { return run_dump(*options); };
  return command;
}

}  // namespace

Command lexicon_command() {
  const auto options = std::make_shared<LexiconOptions>();
  Command command;
  command.name = "lexicon";
  command.summary = "Build, check or print the lexicon";
  command.subcommands = {build_command(options), check_command(options), dump_command(options)};
  return command;
}

}  // namespace isnad
