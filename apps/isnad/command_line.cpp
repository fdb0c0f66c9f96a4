// SPDX-License-Identifier: Apache-2.0
// Turns the table of subcommands into a CLI11 parser, and its errors into one clear line. The only
// file that includes CLI11 (eight seconds to compile).
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <optional>

#include "command.h"
#include "talk.h"

namespace isnad {
namespace {

CLI::Option* add_value(CLI::App& app, const Argument& argument) {
  return std::visit(
      [&](auto* target) -> CLI::Option* {
        if constexpr (std::is_same_v<decltype(target), bool*>) {
          return app.add_flag(argument.name, *target, argument.help);
        } else {
          return app.add_option(argument.name, *target, argument.help);
        }
      },
      argument.target);
}

void add_argument(CLI::App& app, const Argument& argument) {
  CLI::Option* option = add_value(app, argument);
  if (std::holds_alternative<bool*>(argument.target)) return;
  const bool many = std::holds_alternative<std::vector<std::string>*>(argument.target);
  if (!argument.choices.empty()) {
    option->check(CLI::IsMember(argument.choices).description(""));
  } else if (std::holds_alternative<int*>(argument.target)) {
    option->check(CLI::Range(argument.minimum, 1 << 20).description(""));
  }
  option->option_text(argument.placeholder + (many ? " ..." : ""));
  // A value of an option in several: each --name takes one, so that positionals may follow.
  if (many && argument.name.front() == '-')
    option->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  option->required(argument.required);
}

void add_command(CLI::App& parent, const Command& command, std::function<int()>& chosen) {
  CLI::App* app = parent.add_subcommand(command.name, command.summary);
  for (const Argument& argument : command.arguments) add_argument(*app, argument);
  for (const Command& inner : command.subcommands) add_command(*app, inner, chosen);
  if (!command.subcommands.empty() && !command.run) app->require_subcommand(1);
  if (!command.examples.empty()) app->footer("\nExamples:\n" + command.examples);
  if (command.run) {
    app->callback([&chosen, &command] { chosen = command.run; });
  }
}

// The deepest subcommand that was named, for "Run isnad code --help".
std::string path_of(const CLI::App& app) {
  const auto chosen = app.get_subcommands();
  return chosen.empty() ? app.get_name() : app.get_name() + " " + path_of(*chosen.front());
}

// "isnad help code" means "isnad code --help".
std::vector<std::string> arguments_of(int argc, const char* const* argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  if (!arguments.empty() && arguments.front() == "help") {
    arguments.erase(arguments.begin());
    arguments.emplace_back("--help");
  }
  return {arguments.rbegin(), arguments.rend()};  // CLI11 wants them last first
}

// The first word that names no command where one is due; CLI11 would only say that a command is
// missing.
std::optional<std::string> unknown_command(const std::vector<Command>& commands, int argc,
                                           const char* const* argv) {
  const std::vector<Command>* due = &commands;
  for (int i = 1; i < argc && !due->empty(); ++i) {
    const std::string_view word = argv[i];
    if (word.starts_with('-')) return std::nullopt;
    if (i == 1 && word == "help") continue;
    const auto named = std::find_if(due->begin(), due->end(),
                                    [&](const Command& one) { return one.name == word; });
    if (named == due->end()) return std::string(word);
    due = &named->subcommands;
  }
  return std::nullopt;
}

}  // namespace

int run_command_line(const std::vector<Command>& commands, int argc, const char* const* argv) {
  CLI::App app("Reads Arabic news reports and gives back attributed claims.", "isnad");
  app.require_subcommand(1);
  app.footer("\nExamples:\n  isnad code report.txt --published 2024-01-16\n  isnad help code");
  std::function<int()> chosen;
  for (const Command& command : commands) add_command(app, command, chosen);
  if (const auto unknown = unknown_command(commands, argc, argv)) {
    say("there is no command '" + *unknown + "' (see isnad --help)");
    return kBadUsage;
  }
  try {
    app.parse(arguments_of(argc, argv));
  } catch (const CLI::CallForHelp&) {
    const std::string help = app.help();
    std::fwrite(help.data(), 1, help.size(), stdout);
    return kDone;
  } catch (const CLI::ParseError& error) {
    say(std::string(error.what()) + " (see " + path_of(app) + " --help)");
    return kBadUsage;
  }
  return chosen();
}

}  // namespace isnad
