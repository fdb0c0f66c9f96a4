// SPDX-License-Identifier: Apache-2.0
// Which analyser a subcommand works with: that of the data folder, or --model.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "data_folder.h"
#include "isnad/analysis/analyser.h"

namespace isnad {

struct AnalyserChoice {
  std::optional<std::string> model;  // --model
  DataOptions data;
};

// Adds --model and --data.
void add_analyser_arguments(AnalyserChoice& choice, std::vector<Argument>& arguments);

// Loaded; if it cannot be, the reason is said and kNotUsable is the exit status.
[[nodiscard]] std::optional<Analyser> load_analyser(const AnalyserChoice& choice);

}  // namespace isnad
