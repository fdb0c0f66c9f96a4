// SPDX-License-Identifier: Apache-2.0
// The subcommands, each made in the file of its name.
#pragma once

#include "command.h"

namespace isnad {

[[nodiscard]] Command analyse_command();
[[nodiscard]] Command code_command();
[[nodiscard]] Command evaluate_command();
[[nodiscard]] Command gazetteer_command();
[[nodiscard]] Command lexicon_command();
[[nodiscard]] Command places_command();
[[nodiscard]] Command scenarios_command();
[[nodiscard]] Command train_command();
[[nodiscard]] Command version_command();

}  // namespace isnad
