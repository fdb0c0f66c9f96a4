// SPDX-License-Identifier: Apache-2.0
// Lexicon text to the bytes of one compiled file; deterministic.
//
// What makes a row's patterns:
//   ar, variants  the spelling and others like it, inflected after `pos` (fixed | noun | adj |
//   verb) imperfect     the present of a verb in `ar`;  plural: broken or sound plurals of a noun
//   in `ar` verbs         list of past/present pairs ("قصف/يقصف");  nouns: singular/plural…;
//   adjectives;  phrases (as spelt) article       required (as spelt) | forbidden | empty
//   (optional)
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "isnad/lexicon/source.h"

namespace isnad {

struct CompiledLexicon {
  std::string bytes;                 // a whole container file
  std::vector<LexiconFault> faults;  // patterns that could not be compiled
};

// `provenance` is kept in the file (which folders, when asked for by whom is not: same text, same
// bytes).
[[nodiscard]] CompiledLexicon compile_lexicon(const LexiconSource& source, std::string provenance);

// Reads the folders and compiles; any fault of either step makes an error that lists all of them.
[[nodiscard]] Result<std::string> build_lexicon(std::span<const std::filesystem::path> folders);

// One pattern's tokens as the matcher will see them: folded, article kept.
[[nodiscard]] std::vector<std::string> pattern_tokens(std::string_view folded);

}  // namespace isnad
