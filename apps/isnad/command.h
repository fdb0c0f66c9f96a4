// SPDX-License-Identifier: Apache-2.0
// A subcommand as a value: what it is called, what it takes, what it does. `command_line.cpp` makes
// a parser of a table of them; it alone knows the library that parses (docs/decisions/0004).
//
// To add a subcommand: a file <name>.cpp with `Command <name>_command()`, its declaration in
// commands.h, one line in the table of main.cpp.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace isnad {

// What the program tells the shell (contract.md).
enum ExitStatus : int {
  kDone = 0,
  kSomeNotRead = 1,  // some inputs could not be read, or some checks failed; each is named
  kBadUsage = 2,
  kNotUsable = 3,  // a model, lexicon or database is missing or damaged
};

// The variable an argument fills; it must live until the command has run. A bool is a flag; a
// vector takes several values; an optional stays empty when the argument is not given.
using ArgumentTarget =
    std::variant<bool*, int*, std::string*, std::optional<std::string>*, std::vector<std::string>*>;

struct Argument {
  std::string name;         // "--jobs" or "-j,--jobs"; without dashes it is positional: "FILE"
  std::string placeholder;  // what help shows for the value: "DIR"
  std::string help;         // one sentence without a full stop
  ArgumentTarget target;
  std::vector<std::string> choices = {};  // the only values allowed; empty: any
  bool required = false;
  int minimum = 0;  // of an int
};

struct Command {
  std::string name;
  std::string summary;
  std::string examples;  // shown at the end of its help, a line an example
  std::vector<Argument> arguments = {};
  std::vector<Command> subcommands = {};
  std::function<int()> run =
      {};  // the exit status; empty for a command that only groups subcommands
};

// Parses, runs the chosen command and returns its exit status. Help goes to standard output; a
// fault of usage is one line on standard error and kBadUsage.
[[nodiscard]] int run_command_line(const std::vector<Command>& commands, int argc,
                                   const char* const* argv);

}  // namespace isnad
