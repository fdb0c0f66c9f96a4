// SPDX-License-Identifier: Apache-2.0
// The analyser: text with tokens and sentences in, words with tags, lemmas and trees out.
// One model serves any number of threads; each thread brings its workspace.
//
//   auto analyser = Analyser::load("languages/ar/analyser.model");
//   AnalysisWorkspace work;
//   const Analysis analysis = analyser->analyse(text, report.text, work);
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "isnad/analysis/analysis.h"
#include "isnad/analysis/embedding.h"
#include "isnad/analysis/model.h"
#include "isnad/analysis/tree.h"
#include "isnad/analysis/word_cache.h"
#include "isnad/text/text.h"

namespace isnad {

// Words of a longer sentence are parsed in stretches of this many, hung under the first one's root.
inline constexpr uint32_t kMostParsedWords = 256;

// Scratch memory of one thread; grows to the longest sentence met and stays.
struct AnalysisWorkspace {
  struct Word {
    Letters form;  // plain letters
    uint32_t token = 0;
    uint8_t part = 0;
    uint8_t parts = 1;
    uint8_t margin = 255;
    TokenKind kind = TokenKind::kWord;
    bool first = true;  // of its token
    bool whole = true;  // the token's only word
    bool space_before = true;
  };
  Segmenter::Workspace segment;
  Embedding::Workspace embedding;
  NetworkWorkspace network;
  TreeWorkspace tree;
  std::vector<Letters> plain;  // of the sentence's tokens
  std::vector<Letters> shaped;
  std::vector<Word> words;
  struct Fresh {  // a word whose row of gates is not in the cache
    uint64_t key;
    uint32_t word;
  };
  std::vector<Fresh> fresh;
  WordCache cache;
  std::string cache_of;  // content hash of the model whose rows it holds
  std::vector<uint32_t> heads;
  std::string text;
};

struct AnalyserOptions {
  bool parse = true;  // false: no heads and relations, about twice as fast
};

class Analyser {
 public:
  // Maps the model, checks it, runs its self-test sentences. Errors: kMissingFile, kCannotRead,
  // kDamagedFile.
  [[nodiscard]] static Result<Analyser> load(const std::filesystem::path& path);
  // The same over a container in memory; `run_self_test` false is for training and tests.
  [[nodiscard]] static Result<Analyser> over(Container container, bool run_self_test = true);

  // `report_text`: Report::text, to which Text's ByteSpans belong. Linear in the words but for the
  // arcs, which are quadratic in a sentence's words up to kMostParsedWords. Deterministic; never
  // fails. Tokens outside any sentence (bylines) get words and tags, and kNoHead.
  [[nodiscard]] Analysis analyse(const Text& text, std::string_view report_text,
                                 AnalysisWorkspace& work, AnalyserOptions options = {}) const;

  [[nodiscard]] const Container& container() const { return *container_; }
  [[nodiscard]] const ModelTables& tables() const { return tables_; }

 private:
  Analyser() = default;
  void analyse_tokens(const Text& text, std::string_view report_text, TokenSpan tokens,
                      AnalyserOptions options, AnalysisWorkspace& work, Analysis& out) const;
  static void split_number(const Letters& plain, AnalysisWorkspace::Word word,
                           std::vector<AnalysisWorkspace::Word>& out);
  void find_words(const Text& text, std::string_view report_text, TokenSpan tokens,
                  AnalysisWorkspace& work) const;
  static uint64_t row_key(const AnalysisWorkspace::Word& word, const Letters& token);
  void embed(std::span<const AnalysisWorkspace::Word> words, AnalysisWorkspace& work) const;
  void keep_rows(AnalysisWorkspace& work) const;
  void write_words(const Text& text, std::string_view report_text, TokenSpan tokens,
                   std::span<const AnalysisWorkspace::Word> words, AnalysisWorkspace& work,
                   Analysis& out) const;
  void write_tree(size_t first, size_t count, uint32_t& root, AnalysisWorkspace& work,
                  Analysis& out) const;
  [[nodiscard]] Result<bool> run_self_test() const;

  std::unique_ptr<Container> container_;
  std::string identity_;  // the model's content hash
  ModelTables tables_;
  Segmenter segmenter_;
  Embedding embedding_;
  Network network_;
  Lemmatiser lemmatiser_;
};

}  // namespace isnad
