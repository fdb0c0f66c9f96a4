// SPDX-License-Identifier: Apache-2.0
// Where the compiled knowledge lies (../share/isnad beside the program, or --data), and the engine
// loaded from it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "command.h"
#include "isnad/base/result.h"
#include "isnad/pipeline/coder.h"

namespace isnad {

struct DataOptions {
  std::optional<std::string> data;    // --data
  std::vector<std::string> lexicons;  // --lexicon, each a folder of the user's own tables
  bool explain = false;               // keep the decisions behind each claim
  bool unrated = false;               // no confidence model: claims keep what it would be read from
};

// --data and --lexicon, for every subcommand that loads the engine.
[[nodiscard]] std::vector<Argument> data_arguments(DataOptions& options);

[[nodiscard]] std::filesystem::path data_folder(const DataOptions& options);
// The lexicon's text that the compiled file was made of.
[[nodiscard]] std::filesystem::path lexicon_text_folder(const DataOptions& options);

// The engine; with --lexicon, over a lexicon compiled anew from the built-in text and the user's
// folders. Errors: those of Coder::load and build_lexicon; report them with kNotUsable.
[[nodiscard]] Result<Coder> load_coder(const DataOptions& options);

// The engine over a lexicon given as bytes of a compiled file.
[[nodiscard]] Result<Coder> load_coder_with_lexicon(const DataOptions& options,
                                                    const std::string& lexicon_bytes);

}  // namespace isnad
