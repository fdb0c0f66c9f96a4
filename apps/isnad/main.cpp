// SPDX-License-Identifier: Apache-2.0
// The command line: a table of subcommands, in the order in which help shows them.
#include "commands.h"

int main(int argc, char** argv) {
  using namespace isnad;
  std::vector<Command> commands = {
      code_command(),     ingest_command(),    incidents_command(), compare_command(),
      timeline_command(), explain_command(),   review_command(),    verify_command(),
      export_command(),   serve_command(),     users_command(),     backup_command(),
      analyse_command(),  gazetteer_command(), lexicon_command(),   places_command(),
      actors_command(),   scenarios_command(), train_command(),     evaluate_command(),
      version_command(),
  };
  commands.push_back(manual_command(commands));
  return run_command_line(commands, argc, argv);
}
