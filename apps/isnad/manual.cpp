// SPDX-License-Identifier: Apache-2.0
// `isnad manual`: manual pages and the completion script, for packagers.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>

#include "commands.h"
#include "man_page.h"
#include "talk.h"

namespace isnad {
namespace {

struct ManualOptions {
  std::string to = "man";
  std::optional<std::string> out;
};

int write_pages(const std::vector<ManPage>& pages, const std::filesystem::path& folder) {
  for (const ManPage& page : pages) {
    const auto path = folder / (page.name + ".1");
    std::ofstream file(path, std::ios::binary);
    file << page.roff;
    if (!file.flush()) {
      say(path.string() + ": cannot be written; does the folder exist?");
      return kBadUsage;
    }
  }
  return kDone;
}

void print(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stdout); }

}  // namespace

Command manual_command(const std::vector<Command>& commands) {
  const auto options = std::make_shared<ManualOptions>();
  Command command;
  command.name = "manual";
  command.summary = "Print the manual pages, or completion for bash";
  command.examples =
      "  isnad manual | man -l -\n"
      "  isnad manual --out /usr/local/share/man/man1\n"
      "  isnad manual --to bash > /etc/bash_completion.d/isnad";
  command.arguments = {
      {"--to",
       "FORM",
       "man (default): pages for man(1); bash: a completion script",
       &options->to,
       {"man", "bash"}},
      {"--out", "DIR", "Write a file a page there (man)", &options->out},
  };
  command.run = [] { return static_cast<int>(kDone); };  // so that it, too, gets a page
  auto all = commands;
  all.push_back(command);
  command.run = [options, all] {
    if (options->to == "bash") {
      print(bash_completion(all));
      return static_cast<int>(kDone);
    }
    const auto pages = man_pages(all, ISNAD_VERSION);
    if (options->out) return write_pages(pages, *options->out);
    for (const ManPage& page : pages) print(page.roff);
    return static_cast<int>(kDone);
  };
  return command;
}

}  // namespace isnad
