// SPDX-License-Identifier: Apache-2.0
// See analyser.h. A sentence goes: tokens → words (segment) → embeddings → network → tags → tree →
// columns.
#include "isnad/analysis/analyser.h"

#include <algorithm>
#include <cmath>

#include "isnad/analysis/choice.h"
#include "isnad/analysis/self_check.h"
#include "isnad/analysis/tag_layout.h"

namespace isnad {
namespace {

using Word = AnalysisWorkspace::Word;

constexpr uint32_t kPunct = static_cast<uint32_t>(Upos::kPUNCT);
constexpr uint32_t kSym = static_cast<uint32_t>(Upos::kSYM);

constexpr size_t kCachedWords = 4096;  // 9 MB a thread

uint8_t to_margin(float share) {
  return static_cast<uint8_t>(std::clamp(share, 0.0F, 1.0F) * 255.0F);
}

}  // namespace

Result<Analyser> Analyser::load(const std::filesystem::path& path) {
  auto container = Container::open(path, kAnalyserKind, kAnalyserVersion);
  if (!container) return tl::unexpected(container.error());
  return over(std::move(*container));
}

Result<Analyser> Analyser::over(Container container, bool run_self_test) {
  Analyser analyser;
  analyser.container_ = std::make_unique<Container>(std::move(container));
  auto tables = read_model(*analyser.container_);
  if (!tables) return tl::unexpected(tables.error());
  analyser.tables_ = *tables;
  analyser.identity_ = analyser.container_->content_hash();
  analyser.segmenter_ = Segmenter(tables->segment);
  analyser.embedding_ = Embedding(tables->features, tables->vectors);
  analyser.network_ = Network(tables->shape, tables->weights);
  analyser.lemmatiser_ = Lemmatiser(tables->lemma);
  if (run_self_test) {
    auto passed = analyser.run_self_test();
    if (!passed) return tl::unexpected(passed.error());
  }
  return analyser;
}

Result<bool> Analyser::run_self_test() const {
  AnalysisWorkspace work;
  for (const SelfTestCase& test : read_self_test(tables_.self_test)) {
    const SpacedText spaced = make_spaced_text(test.tokens);
    const std::string found =
        describe_for_self_test(analyse(spaced.text, spaced.bytes, work), false);
    if (!matches_self_test(test.expected, found)) {
      return failure(ErrorCode::kDamagedFile,
                     "the model reads its self-test sentence otherwise than when it was made; "
                     "train it anew or "
                     "report a fault of this build: " +
                         found,
                     container_->where());
    }
  }
  return true;
}

Analysis Analyser::analyse(const Text& text, std::string_view report_text, AnalysisWorkspace& work,
                           AnalyserOptions options) const {
  Analysis out;
  out.first_word.reserve(text.tokens.size() + 1);
  const size_t guess = text.tokens.size() + text.tokens.size() / 4;
  out.token.reserve(guess);
  AnalyserOptions without_tree = options;
  without_tree.parse = false;
  uint32_t next = 0;
  for (const Sentence& sentence : text.sentences) {
    analyse_tokens(text, report_text, {next, sentence.tokens.begin}, without_tree, work, out);
    const auto begin = static_cast<uint32_t>(out.size());
    analyse_tokens(text, report_text, sentence.tokens, options, work, out);
    out.sentences.push_back({begin, static_cast<uint32_t>(out.size())});
    next = sentence.tokens.end;
  }
  analyse_tokens(text, report_text, {next, static_cast<uint32_t>(text.tokens.size())}, without_tree,
                 work, out);
  out.first_word.push_back(static_cast<uint32_t>(out.size()));
  return out;
}

void Analyser::analyse_tokens(const Text& text, std::string_view report_text, TokenSpan tokens,
                              AnalyserOptions options, AnalysisWorkspace& work,
                              Analysis& out) const {
  if (tokens.empty()) return;
  find_words(text, report_text, tokens, work);
  uint32_t root = kNoHead;
  for (size_t at = 0; at < work.words.size(); at += kMostParsedWords) {
    const size_t count = std::min<size_t>(kMostParsedWords, work.words.size() - at);
    const std::span<const Word> words(work.words.data() + at, count);
    embed(words, work);
    network_.run(count, options.parse, work.network);
    keep_rows(work);
    const size_t first = out.size();
    write_words(text, report_text, tokens, words, work, out);
    if (options.parse) write_tree(first, count, root, work, out);
  }
}

void Analyser::find_words(const Text& text, std::string_view report_text, TokenSpan tokens,
                          AnalysisWorkspace& work) const {
  work.words.clear();
  work.plain.resize(tokens.size());
  work.shaped.resize(tokens.size());
  for (uint32_t i = 0; i < tokens.size(); ++i) {
    const ByteSpan given = text.tokens[tokens.begin + i].given;
    plain_letters(report_text.substr(given.begin, given.size()), work.plain[i]);
    work.shaped[i] = work.plain[i];
    shape_letters(work.shaped[i]);
  }
  for (uint32_t i = 0; i < tokens.size(); ++i) {
    Word word;
    word.token = i;
    word.kind = text.tokens[tokens.begin + i].kind;
    word.space_before = text.tokens[tokens.begin + i].space_before;
    if (word.kind == TokenKind::kNumber) {
      split_number(work.plain[i], word, work.words);
      continue;
    }
    if (word.kind != TokenKind::kWord) {
      word.form = work.plain[i];
      work.words.push_back(word);
      continue;
    }
    const TokenContext context{
        i > 0 ? work.shaped[i - 1].view() : std::u16string_view(),
        i + 1 < tokens.size() ? work.shaped[i + 1].view() : std::u16string_view()};
    segmenter_.segment(work.plain[i], context, work.segment);
    word.parts = static_cast<uint8_t>(work.segment.best.count);
    word.margin = to_margin(static_cast<float>(work.segment.margin) / tables_.segment_scale);
    for (uint8_t part = 0; part < word.parts; ++part) {
      word.form = work.segment.best.parts[part];
      word.part = part;
      word.first = part == 0;
      word.whole = word.parts == 1;
      work.words.push_back(word);
    }
  }
}

// Dates and scores such as 16/1/2024 or 15-7: each number and each mark is a word, as treebanks
// have it.
void Analyser::split_number(const Letters& plain, Word word, std::vector<Word>& out) {
  const auto is_mark = [](char16_t c) { return c == u'-' || c == u'/'; };
  word.whole = plain.cut || std::none_of(plain.at.begin(), plain.at.begin() + plain.size, is_mark);
  if (word.whole) {
    word.form = plain;
    out.push_back(word);
    return;
  }
  for (uint32_t at = 0; at < plain.size;) {
    word.kind = is_mark(plain.at[at]) ? TokenKind::kPunctuation : TokenKind::kNumber;
    word.form.size = 0;
    do {
      word.form.push(plain.at[at++]);
    } while (word.kind == TokenKind::kNumber && at < plain.size && !is_mark(plain.at[at]));
    out.push_back(word);
    word.first = word.space_before = false;
  }
}

// What a word's row of gates hangs on, as one number: by chance two words in 10^19 share it.
uint64_t Analyser::row_key(const Word& word, const Letters& token) {
  const uint64_t place = word.part * 64u + word.parts * 4u +
                         (word.kind == TokenKind::kPunctuation ? 2u : 0u) +
                         (word.space_before ? 1u : 0u);
  return mix_keys(letters_key(static_cast<uint32_t>(place), word.form.view()),
                  letters_key(0, token.view()));
}

void Analyser::embed(std::span<const Word> words, AnalysisWorkspace& work) const {
  if (work.cache_of != identity_) work.cache.reset(kCachedWords, network_.gates());
  work.cache_of = identity_;
  work.network.rows_of_gates.resize(words.size());
  work.embedding.words.clear();
  work.fresh.clear();
  for (uint32_t t = 0; t < words.size(); ++t) {
    const Word& word = words[t];
    const Letters& token = work.shaped[word.token];
    const uint64_t key = row_key(word, token);
    work.network.rows_of_gates[t] = work.cache.find(key);
    if (work.network.rows_of_gates[t]) continue;
    work.fresh.push_back({key, t});
    embedding_.add({.form = &word.form,
                    .token = &token,
                    .part = word.part,
                    .parts = word.parts,
                    .punctuation = word.kind == TokenKind::kPunctuation,
                    .space_before = word.space_before},
                   work.embedding);
  }
  network_.start(work.fresh.size(), work.network);
  embedding_.sum(work.embedding, work.network.input, work.network.vectors);
  network_.enter(work.fresh.size(), work.network);
  for (size_t i = 0; i < work.fresh.size(); ++i)
    work.network.rows_of_gates[work.fresh[i].word] =
        work.network.entered.data() + i * network_.gates();
}

// Only now, for a row kept may take the place of one that the sentence used.
void Analyser::keep_rows(AnalysisWorkspace& work) const {
  for (size_t i = 0; i < work.fresh.size(); ++i)
    work.cache.keep(work.fresh[i].key, work.network.entered.data() + i * network_.gates());
}

void Analyser::write_words(const Text& text, std::string_view report_text, TokenSpan tokens,
                           std::span<const Word> words, AnalysisWorkspace& work,
                           Analysis& out) const {
  for (size_t t = 0; t < words.size(); ++t) {
    const Word& word = words[t];
    const Token& token = text.tokens[tokens.begin + word.token];
    const float* scores = work.network.tag_scores.data() + t * tables_.shape.tags;
    const bool mark = word.kind == TokenKind::kPunctuation;
    const auto allowed = [&](uint32_t i) { return mark ? i == kPunct || i == kSym : i != kPunct; };
    const Choice tag = choose(scores, kUposCount, allowed);
    const auto upos = static_cast<Upos>(tag.best);
    Features features;
    for (uint32_t g = 0; g < kFeatureGroupCount; ++g) {
      const float* group = scores + kFeatureGroups[g].begin;
      set_feature(
          features, g,
          static_cast<uint32_t>(std::max_element(group, group + kFeatureGroups[g].size) - group));
    }
    if (word.first) out.first_word.push_back(static_cast<uint32_t>(out.size()));
    work.text.clear();
    const bool by_letters = (word.kind == TokenKind::kWord || !word.whole) && !word.form.cut;
    if (by_letters) {
      append_utf8(word.form.view(), work.text);
    } else {
      work.text = report_text.substr(token.given.begin, token.given.size());
    }
    out.form.push_back(out.strings.intern(work.text));
    if (word.kind == TokenKind::kWord && by_letters) {
      work.text.clear();
      lemmatiser_.write_lemma(word.form, upos, features, work.text);
    }  // else the lemma of a number or a mark is itself
    out.lemma.push_back(out.strings.intern(work.text));
    out.token.push_back(tokens.begin + word.token);
    out.upos.push_back(upos);
    out.features.push_back(features);
    out.segment_margin.push_back(word.margin);
    out.tag_margin.push_back(to_margin(lead_of(scores, kUposCount, tag, allowed)));
    out.head.push_back(kNoHead);
    out.deprel.push_back(Deprel::kNone);
    out.head_margin.push_back(0);
  }
}

void Analyser::write_tree(size_t first, size_t count, uint32_t& root, AnalysisWorkspace& work,
                          Analysis& out) const {
  work.heads.resize(count);
  const size_t columns = work.network.columns;
  best_tree(std::span(work.network.arcs).first(count * columns), columns, count, work.heads,
            work.tree);
  network_.score_labels(work.heads, work.network);
  for (size_t t = 0; t < count; ++t) {
    const uint32_t head = work.heads[t];
    const float* labels = work.network.label_scores.data() + t * tables_.shape.labels;
    const float* arcs = work.network.arcs.data() + t * columns;
    const Choice label = choose(
        labels, kDeprelCount, [](uint32_t i) { return i > static_cast<uint32_t>(Deprel::kRoot); });
    out.deprel[first + t] = static_cast<Deprel>(label.best);
    const uint32_t chosen = head == count ? 0 : head + 1;
    const Choice rival = choose(arcs, static_cast<uint32_t>(count + 1),
                                [&](uint32_t i) { return i != chosen && i != t + 1; });
    const float gap = count == 1 ? 20.0F : arcs[chosen] - arcs[rival.best];
    out.head_margin[first + t] = to_margin(1.0F - std::exp(-std::max(gap, 0.0F)));
    if (head < count) {
      out.head[first + t] = static_cast<uint32_t>(first) + head;
    } else if (root == kNoHead) {
      root = static_cast<uint32_t>(first + t);
      out.head[first + t] = kRootHead;
      out.deprel[first + t] = Deprel::kRoot;
    } else {  // a later stretch of a very long sentence
      out.head[first + t] = root;
      out.deprel[first + t] = Deprel::kParataxis;
    }
  }
}

}  // namespace isnad
