// SPDX-License-Identifier: Apache-2.0
// `isnad lexicon build | check | dump`: the lexicon as text and as one compiled file.
#include "isnad/lexicon/lexicon.h"

#include <cstdio>
#include <fstream>
#include <memory>

#include "commands.h"
#include "data_folder.h"
#include "isnad/lexicon/compile.h"
#include "isnad/lexicon/dump.h"
#include "lexicon_check.h"
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

// Under another name first, so that nobody reads half a file.
bool write_file(const std::filesystem::path& path, const std::string& bytes) {
  const std::filesystem::path unfinished = path.string() + ".unfinished";
  std::error_code error;
  if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path(), error);
  std::ofstream file(unfinished, std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (file.good()) std::filesystem::rename(unfinished, path, error);
  if (file.good() && !error) return true;
  say(path.string() + ": cannot be written; is there space, and may you write there?");
  return false;
}

int run_build(const LexiconOptions& options) {
  const auto bytes = build_lexicon(folders_of(options));
  if (!bytes) {
    say_lines(describe(bytes.error()));
    return kNotUsable;
  }
  return write_file(options.out, *bytes) ? kDone : kNotUsable;
}

int run_check(const LexiconOptions& options) {
  std::vector<std::filesystem::path> folders = folders_of(options);
  if (folders.empty()) folders.push_back(lexicon_text_folder(options.data));
  const LexiconReport report = check_lexicon(folders, options.data);
  for (const std::string& fault : report.faults) std::printf("%s\n", fault.c_str());
  std::printf("%zu rows in %zu tables, %zu examples of frames: %zu faults\n", report.rows,
              report.tables, report.examples, report.faults.size());
  return report.faults.empty() ? kDone : kSomeNotRead;
}

int run_dump(const LexiconOptions& options) {
  const auto path = options.file ? std::filesystem::path(*options.file)
                                 : data_folder(options.data) / "lexicon.bin";
  const auto lexicon = Lexicon::load(path);
  if (!lexicon) {
    say(describe(lexicon.error()));
    return kNotUsable;
  }
  for (const auto& [name, text] : dump_lexicon(*lexicon)) {
    if (options.out.empty()) {
      std::fwrite(text.data(), 1, text.size(), stdout);
    } else if (!write_file(std::filesystem::path(options.out) / (name + ".tsv"), text)) {
      return kNotUsable;
    }
  }
  return kDone;
}

Argument data_argument(LexiconOptions& options) {
  return std::move(data_arguments(options.data).back());
}

Command build_command(const std::shared_ptr<LexiconOptions>& options) {
  Command command;
  command.name = "build";
  command.summary = "Compile folders of tables and frames to one file";
  command.examples = "  isnad lexicon build languages/ar --out lexicon.bin";
  command.arguments = {
      {"DIR",
       "DIR",
       "Folders of tables; rows of a later one replace rows of the same id",
       &options->folders,
       {},
       true},
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
      {"DIR", "DIR", "Folders of tables (default: those of the built-in lexicon)",
       &options->folders},
      data_argument(*options),
  };
  command.run = [options] { return run_check(*options); };
  return command;
}

Command dump_command(const std::shared_ptr<LexiconOptions>& options) {
  Command command;
  command.name = "dump";
  command.summary = "Print a compiled lexicon as text, from which it can be built again";
  command.examples =
      "  isnad lexicon dump --out tables/ && isnad lexicon build tables/ --out lexicon.bin";
  command.arguments = {
      {"FILE", "FILE", "The compiled file (default: the one in use)", &options->file},
      {"-o,--out", "DIR", "Write a file a table there instead of printing all", &options->out},
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
