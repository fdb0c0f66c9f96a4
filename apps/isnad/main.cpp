// SPDX-License-Identifier: Apache-2.0
// The command line: a table of subcommands, in the order in which help shows them.
#include "commands.h"

int main(int argc, char** argv) {
  using namespace isnad;
  const std::vector<Command> commands = {
      code_command(),    analyse_command(),  gazetteer_command(),
      lexicon_command(), places_command(),   scenarios_command(),
      train_command(),   evaluate_command(), version_command(),
  };
  return run_command_line(commands, argc, argv);
}
