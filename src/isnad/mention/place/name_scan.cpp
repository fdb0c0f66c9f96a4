// SPDX-License-Identifier: Apache-2.0
// Tokens are turned into key letters once; each way of taking clitics off starts a hash that then
// grows token by token as long as the gazetteer knows a name that begins so.
#include "isnad/mention/place/name_scan.h"

#include <algorithm>
#include <array>

#include "isnad/mention/place/place_key.h"

namespace isnad {
namespace {

constexpr char16_t kAlif = 0x0627;
constexpr char16_t kLam = 0x0644;
constexpr char16_t kWaw = 0x0648;
constexpr char16_t kFa = 0x0641;
constexpr char16_t kBa = 0x0628;
constexpr char16_t kKaf = 0x0643;
constexpr size_t kLeastLetters = 2;  // of a name, after clitics
constexpr uint32_t kMostTokens = 7;  // of a name

// A way to begin a name at a token.
struct Start {
  size_t skip = 0;  // letters taken off
  uint8_t proclitics = 0;
  bool article_back = false;  // لل: the article's letters are hashed before the rest
  bool article_off = false;   // an article was taken off: fits cues and names without it
};

class Starts {
 public:
  explicit Starts(std::span<const char16_t> letters) : letters_(letters) {
    add_from(0, kNoProclitic);
    const char16_t first = at(0);
    if ((first == kWaw || first == kFa) && rest(1) >= kLeastLetters) add_from(1, kConjunction);
  }
  std::span<const Start> all() && = delete;  // would outlive what it points to
  [[nodiscard]] std::span<const Start> all() const& { return {starts_.data(), count_}; }

 private:
  [[nodiscard]] char16_t at(size_t i) const { return i < letters_.size() ? letters_[i] : u'\0'; }
  [[nodiscard]] size_t rest(size_t skip) const {
    return letters_.size() > skip ? letters_.size() - skip : 0;
  }

  // The word from `skip` on, with and without one preposition, each with and without the article.
  void add_from(size_t skip, uint8_t proclitics) {
    add_word(skip, proclitics);
    const char16_t letter = at(skip);
    if (rest(skip + 1) < kLeastLetters) return;
    if (letter == kBa) add_word(skip + 1, proclitics | kPrepositionB);
    if (letter == kKaf) add_word(skip + 1, proclitics | kPrepositionK);
    if (letter != kLam) return;
    add_word(skip + 1, proclitics | kPrepositionL);
    if (at(skip + 1) == kLam && rest(skip + 2) >= kLeastLetters) {
      const auto with_article = static_cast<uint8_t>(proclitics | kPrepositionL | kArticle);
      push({skip + 2, with_article, true, false});
      push({skip + 2, static_cast<uint8_t>(proclitics | kPrepositionL), false, true});
    }
  }
  void add_word(size_t skip, int proclitics) {
    push({skip, static_cast<uint8_t>(proclitics), false, false});
    if (at(skip) == kAlif && at(skip + 1) == kLam && rest(skip + 2) >= kLeastLetters) {
      push({skip + 2, static_cast<uint8_t>(proclitics), false, true});
    }
  }
  void push(Start start) {
    if (count_ < starts_.size()) starts_[count_++] = start;
  }

  std::span<const char16_t> letters_;
  std::array<Start, 16> starts_{};
  size_t count_ = 0;
};

class Scanner {
 public:
  Scanner(const Gazetteer& gazetteer, const Text& text) : gazetteer_(gazetteer), text_(text) {
    letters_.reserve(text.folded.size());
    first_letter_.reserve(text.tokens.size() + 1);
    for (const Token& token : text.tokens) {
      first_letter_.push_back(letters_.size());
      append_key_letters(text.folded_of(token), letters_);
    }
    first_letter_.push_back(letters_.size());
    find_sentence_ends();
  }

  NameScan run() {
    for (uint32_t token = 0; token < text_.tokens.size(); ++token) {
      const TokenKind kind = text_.tokens[token].kind;
      if (kind != TokenKind::kWord) continue;
      const size_t names_before = out_.names.size();
      const size_t cues_before = out_.cues.size();
      const Starts starts(letters(token));
      for (const Start& start : starts.all()) walk(token, start);
      sort_from(out_.names, names_before);
      sort_from(out_.cues, cues_before);
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::span<const char16_t> letters(uint32_t token) const {
    return std::span(letters_).subspan(first_letter_[token],
                                       first_letter_[token + 1] - first_letter_[token]);
  }

  void find_sentence_ends() {
    const auto count = static_cast<uint32_t>(text_.tokens.size());
    out_.sentence_end.assign(count, count);
    uint32_t end = count;
    for (auto sentence = text_.sentences.rbegin(); sentence != text_.sentences.rend(); ++sentence) {
      for (uint32_t token = sentence->tokens.end; token < end; ++token)
        out_.sentence_end[token] = end;
      for (uint32_t token = sentence->tokens.begin; token < sentence->tokens.end; ++token) {
        out_.sentence_end[token] = sentence->tokens.end;
      }
      end = sentence->tokens.begin;
    }
    for (uint32_t token = 0; token < end; ++token) out_.sentence_end[token] = end;
  }

  // Whether a name may go on over this token without its being a part: a hyphen.
  [[nodiscard]] bool is_hyphen(uint32_t token) const {
    return text_.tokens[token].kind == TokenKind::kPunctuation &&
           text_.folded_of(text_.tokens[token]) == "-";
  }

  void walk(uint32_t begin, const Start& start) {
    KeyHash hash;
    if (start.article_back) {
      hash.add(kAlif);
      hash.add(kLam);
    }
    for (const char16_t letter : letters(begin).subspan(start.skip)) hash.add(letter);
    const uint32_t limit = std::min(out_.sentence_end[begin], begin + kMostTokens);
    for (uint32_t end = begin + 1;; ++end) {
      const auto entry = gazetteer_.find(hash.value());
      if (!entry) return;
      if (!entry->postings.empty()) record({begin, end}, start, entry->postings);
      if (!entry->is_prefix) return;
      while (end < limit && is_hyphen(end)) ++end;
      if (end >= limit || text_.tokens[end].kind == TokenKind::kPunctuation) return;
      for (const char16_t letter : letters(end)) hash.add(letter);
    }
  }

  void record(TokenSpan tokens, const Start& start, std::span<const uint32_t> postings) {
    bool has_place = false;
    for (const uint32_t posting : postings) {
      if ((posting & kPostingCue) != 0) {
        const bool definite = start.article_off || start.article_back;
        out_.cues.push_back({tokens, start.proclitics, definite, posting & kPostingIndex});
      } else {
        has_place = true;
      }
    }
    if (has_place) out_.names.push_back({tokens, start.proclitics, start.article_off, postings});
  }

  // Hits of one token, longest first, fewest letters taken off first.
  template <class Hit>
  static void sort_from(std::vector<Hit>& hits, size_t from) {
    std::stable_sort(hits.begin() + static_cast<std::ptrdiff_t>(from), hits.end(),
                     [](const Hit& a, const Hit& b) { return a.tokens.end > b.tokens.end; });
  }

  const Gazetteer& gazetteer_;
  const Text& text_;
  std::vector<char16_t> letters_;
  std::vector<size_t> first_letter_;
  NameScan out_;
};

}  // namespace

NameScan scan_names(const Gazetteer& gazetteer, const Text& text) {
  return Scanner(gazetteer, text).run();
}

}  // namespace isnad
