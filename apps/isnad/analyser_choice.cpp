// SPDX-License-Identifier: Apache-2.0
// See analyser_choice.h.
#include "analyser_choice.h"

#include "talk.h"

namespace isnad {

void add_analyser_arguments(AnalyserChoice& choice, std::vector<Argument>& arguments) {
  arguments.push_back({"--model", "FILE", "The model (default: the one in use)", &choice.model});
  arguments.push_back(std::move(data_arguments(choice.data).back()));
}

std::optional<Analyser> load_analyser(const AnalyserChoice& choice) {
  auto analyser = Analyser::load(choice.model ? std::filesystem::path(*choice.model)
                                              : data_folder(choice.data) / "analyser.model");
  if (analyser) return std::move(*analyser);
  say(describe(analyser.error()));
  return std::nullopt;
}

}  // namespace isnad
