// SPDX-License-Identifier: Apache-2.0
// `isnad gazetteer build` compiles the tables of places, `isnad gazetteer check` names what is
// wrong or doubtful in them.
#include <cstdio>
#include <memory>

#include "commands.h"
#include "isnad/mention/place/gazetteer_build.h"
#include "talk.h"

namespace isnad {
namespace {

struct GazetteerOptions {
  std::string places = "gazetteer";
  std::string cues = "languages/ar/place";
  std::string out = "gazetteer.bin";
};

int run_build(const GazetteerOptions& options) {
  const auto size = build_gazetteer(options.places, options.cues, options.out);
  if (!size) {
    say(describe(size.error()));
    return kNotUsable;
  }
  std::printf("%zu places, %zu cue words, %zu keys\n", size->places, size->cues, size->keys);
  return kDone;
}

int run_check(const GazetteerOptions& options) {
  const auto source = read_gazetteer_source(options.places, options.cues);
  if (!source) {
    say(describe(source.error()));
    return kSomeNotRead;
  }
  for (const Error& doubt : doubtful_rows(*source)) std::printf("%s\n", describe(doubt).c_str());
  return kDone;
}

Command part(const char* name, const char* summary,
             const std::shared_ptr<GazetteerOptions>& options,
             int (*run)(const GazetteerOptions&)) {
  Command command;
  command.name = name;
  command.summary = summary;
  command.arguments = {
      {.name = "--places",
       .placeholder = "DIR",
       .help = "the tables of places",
       .target = &options->places},
      {.name = "--cues",
       .placeholder = "DIR",
       .help = "the tables of words around names",
       .target = &options->cues},
  };
  command.run = [options, run] { return run(*options); };
  return command;
}

}  // namespace

Command gazetteer_command() {
  const auto options = std::make_shared<GazetteerOptions>();
  Command build = part("build", "Compile the tables of places", options, run_build);
  build.arguments.push_back({.name = "--out",
                             .placeholder = "FILE",
                             .help = "the file to write",
                             .target = &options->out});
  Command command;
  command.name = "gazetteer";
  command.summary = "Build or check the gazetteer";
  command.examples = "  isnad gazetteer check --places gazetteer --cues languages/ar/place";
  command.subcommands = {build, part("check", "Name faults and doubtful rows", options, run_check)};
  return command;
}

}  // namespace isnad
