// SPDX-License-Identifier: Apache-2.0
// A treebank in CoNLL-U, read into memory for training and measuring. Tokens keep their surface,
// words their columns; sentences without trees or without morphology say so. Leaves out empty nodes
// and enhanced graphs.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "isnad/analysis/analysis.h"
#include "isnad/analysis/spelling.h"
#include "isnad/base/result.h"
#include "isnad/text/text.h"

namespace isnad::train {

struct TreebankToken {
  std::string surface;
  Letters plain;
  bool space_before = true;
  TokenKind kind = TokenKind::kWord;
  uint32_t first_word = 0;
  uint32_t words = 1;
};

struct TreebankWord {
  std::string form;
  std::string lemma;  // "_" if not given
  Letters plain;      // of the form
  uint32_t token = 0;
  Upos upos = Upos::kX;
  Features features;
  int32_t head = -1;  // index of the head word, the number of words for the root, -1 if not given
  Deprel deprel = Deprel::kNone;
};

struct TreebankSentence {
  std::vector<TreebankToken> tokens;
  std::vector<TreebankWord> words;
  bool has_tree = false;
  bool has_morphology = false;  // features and lemmas
  uint32_t source = 0;          // which of the files given
  std::string text;             // the line "# text = "
};

// Appends the sentences of a file. Errors: kMissingFile, kBadValue with the line.
[[nodiscard]] Result<bool> read_treebank(const std::filesystem::path& path, uint32_t source,
                                         std::vector<TreebankSentence>& out);

}  // namespace isnad::train
