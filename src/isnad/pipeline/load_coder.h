// SPDX-License-Identifier: Apache-2.0
// The engine from a folder of compiled knowledge, with tables of the user's own laid over the
// built-in ones. What the command line and the Python package load alike.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "isnad/base/result.h"
#include "isnad/pipeline/coder.h"

namespace isnad {

struct CoderData {
  // Holds lexicon.bin, gazetteer.bin, analyser.model, confidence.model and languages/, the
  // lexicon's text.
  std::filesystem::path folder;
  // Each a folder of tables whose rows replace built-in rows of the same id, or are added; with
  // any, the lexicon is compiled anew (a second or two).
  std::vector<std::filesystem::path> lexicons;
  bool explain = false;  // keep the decisions behind each claim
  bool unrated = false;  // no confidence model: claims keep what it would be read from
};

// The lexicon's text that the folder's compiled file was made of.
[[nodiscard]] std::filesystem::path lexicon_text_folder(const std::filesystem::path& folder);

// Errors: those of Coder::load and build_lexicon; kCannotWrite where the compiled lexicon cannot be
// kept for the moment of loading.
[[nodiscard]] Result<Coder> load_coder(const CoderData& data);

// The engine over a lexicon given as bytes of a compiled file; `data.lexicons` plays no part.
[[nodiscard]] Result<Coder> load_coder_with_lexicon(const CoderData& data,
                                                    const std::string& lexicon_bytes);

}  // namespace isnad
