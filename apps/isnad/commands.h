// SPDX-License-Identifier: Apache-2.0
// The subcommands, each made in the file of its name.
#pragma once

#include "command.h"

namespace isnad {

[[nodiscard]] Command analyse_command();
[[nodiscard]] Command actors_command();
[[nodiscard]] Command backup_command();
[[nodiscard]] Command code_command();
[[nodiscard]] Command compare_command();
[[nodiscard]] Command evaluate_command();
[[nodiscard]] Command evaluate_names_command();  // of `evaluate`
[[nodiscard]] Command evaluate_roles_command();  // of `evaluate`
[[nodiscard]] Command explain_command();
[[nodiscard]] Command export_command();
[[nodiscard]] Command gazetteer_command();
[[nodiscard]] Command incidents_command();
[[nodiscard]] Command ingest_command();
[[nodiscard]] Command lexicon_command();
// Describes the table it is given, and itself.
[[nodiscard]] Command manual_command(const std::vector<Command>& commands);
[[nodiscard]] Command places_command();
[[nodiscard]] Command review_command();
[[nodiscard]] Command scenarios_command();
[[nodiscard]] Command serve_command();
[[nodiscard]] Command timeline_command();
[[nodiscard]] Command train_command();
[[nodiscard]] Command train_names_command();  // of `train`
[[nodiscard]] Command users_command();
[[nodiscard]] Command verify_command();
[[nodiscard]] Command version_command();

}  // namespace isnad
