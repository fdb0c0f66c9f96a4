// SPDX-License-Identifier: Apache-2.0
// The table of subcommands as manual pages (roff, man(7)) and as a completion script for bash: both
// say what the help says, since both are made of the same values.
#pragma once

#include <string>
#include <vector>

#include "command.h"

namespace isnad {

struct ManPage {
  std::string name;  // "isnad", "isnad-code", "isnad-lexicon-build"
  std::string roff;
};

// One page for the program and one for every command that does something, in the table's order.
[[nodiscard]] std::vector<ManPage> man_pages(const std::vector<Command>& commands,
                                             const std::string& version);

// Completes commands, options, choices and file names.
[[nodiscard]] std::string bash_completion(const std::vector<Command>& commands);

}  // namespace isnad
