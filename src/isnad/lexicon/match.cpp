// SPDX-License-Identifier: Apache-2.0
// One pass over the tokens: for each, every reading that taking clitics off leaves the lexicon a
// known form; then the trie from each reading on. See docs/decisions/0002.
#include <xxhash.h>

#include <algorithm>
#include <array>

#include "isnad/lexicon/lexicon.h"
#include "isnad/lexicon/lexicon_data.h"

namespace isnad {

uint32_t LexiconData::symbol(std::string_view form) const {
  const size_t mask = symbols.size() - 1;
  size_t at = XXH3_64bits(form.data(), form.size()) & mask;
  while (symbols[at].symbol != layout::kNoSymbol) {
    if (text(symbols[at].text) == form) return symbols[at].symbol;
    at = (at + 1) & mask;
  }
  return layout::kNoSymbol;
}

uint32_t LexiconData::step(uint32_t node, uint32_t symbol) const {
  const size_t mask = edges.size() - 1;
  size_t at = layout::edge_hash(node, symbol) & mask;
  while (edges[at].symbol != layout::kNoSymbol) {
    if (edges[at].node == node && edges[at].symbol == symbol) return edges[at].target;
    at = (at + 1) & mask;
  }
  return 0;
}

namespace {

constexpr size_t kLetter = 2;  // bytes of an Arabic letter in UTF-8
constexpr size_t kLeastStem = 2 * kLetter;

// One way to read a token: which known form, and which clitics came off.
struct Reading {
  uint32_t symbol = 0;
  uint8_t proclitics = 0;
  uint8_t enclitic = 0;
};

constexpr size_t kMaxReadings = 24;

// An object stands at most so many tokens behind its verb: a subject of six words between them.
constexpr uint32_t kApartReach = 12;
constexpr uint32_t kObjectWords = 3;  // of an object behind its subject
constexpr uint32_t kRemarkWords = 8;  // in brackets between them, at most

// The readings of one token, most literal first.
class Readings {
 public:
  // A word spelt with ة at its end carries no pronoun: شرطة is "police", never sharṭ-uhu.
  explicit Readings(bool may_end_in_pronoun) : may_end_in_pronoun_(may_end_in_pronoun) {}
  [[nodiscard]] bool may_end_in_pronoun() const { return may_end_in_pronoun_; }
  void add(uint32_t symbol, unsigned proclitics, unsigned enclitic) {
    if (symbol == layout::kNoSymbol || size_ == kMaxReadings) return;
    items_[size_++] = {symbol, static_cast<uint8_t>(proclitics), static_cast<uint8_t>(enclitic)};
  }
  [[nodiscard]] const Reading* begin() const { return items_.data(); }
  [[nodiscard]] const Reading* end() const { return items_.data() + size_; }

 private:
  std::array<Reading, kMaxReadings> items_;
  bool may_end_in_pronoun_;
  size_t size_ = 0;
};

// Forms that change before a pronoun: ḥaraka-t-hu, mustashfā-hu, qatalū-hu, aʿḍāʾ-i-hi.
void add_before_enclitic(const LexiconData& data, std::string_view base, unsigned proclitics,
                         unsigned enclitic, Readings& out) {
  out.add(data.symbol(base), proclitics, enclitic);
  std::array<char, 96> buffer{};
  if (base.size() + kLetter > buffer.size()) return;
  const auto replaced = [&](size_t drop, std::string_view ending) {
    const size_t kept = base.size() - drop;
    std::copy_n(base.data(), kept, buffer.data());
    std::copy_n(ending.data(), ending.size(), buffer.data() + kept);
    out.add(data.symbol({buffer.data(), kept + ending.size()}), proclitics, enclitic);
  };
  if (base.ends_with("ت")) replaced(kLetter, "ه");
  if (base.ends_with("ا")) replaced(kLetter, "ي");
  if (base.ends_with("و")) replaced(0, "ا");
  if (base.ends_with("اي") || base.ends_with("او")) replaced(kLetter, "ء");
}

void add_stem(const LexiconData& data, std::string_view stem, unsigned proclitics, Readings& out) {
  if (stem.size() < kLeastStem) return;
  out.add(data.symbol(stem), proclitics, 0);
  if ((proclitics & kArticle) != 0 || !out.may_end_in_pronoun()) return;
  for (size_t i = 0; i < std::size(kEnclitics); ++i) {
    if (!stem.ends_with(kEnclitics[i]) || stem.size() < kEnclitics[i].size() + kLeastStem) continue;
    add_before_enclitic(data, stem.substr(0, stem.size() - kEnclitics[i].size()), proclitics,
                        static_cast<unsigned>(i) + 1, out);
  }
}

// After conjunction and preposition: the stem with and without its article.
void add_with_article(const LexiconData& data, std::string_view rest, unsigned proclitics,
                      Readings& out) {
  add_stem(data, rest, proclitics, out);
  constexpr std::string_view kAl = "ال";
  if (rest.starts_with(kAl)) add_stem(data, rest.substr(kAl.size()), proclitics | kArticle, out);
}

void add_after_conjunction(const LexiconData& data, std::string_view rest, unsigned proclitics,
                           Readings& out) {
  add_with_article(data, rest, proclitics, out);
  if (rest.size() < kLeastStem + kLetter) return;
  const auto first = rest.substr(0, kLetter);
  const auto after = rest.substr(kLetter);
  if (first == "ب") add_with_article(data, after, proclitics | kPrepositionB, out);
  if (first == "ك") add_with_article(data, after, proclitics | kPrepositionK, out);
  if (first == "س") add_stem(data, after, proclitics | kFuture, out);
  if (first == "ل") {
    add_stem(data, after, proclitics | kPrepositionL, out);
    if (after.starts_with("ل")) {  // لل: li + al-; and liljna, where the noun's own l merged
      add_stem(data, after.substr(kLetter), proclitics | kPrepositionL | kArticle, out);
      add_stem(data, after, proclitics | kPrepositionL | kArticle, out);
    }
  }
}

Readings readings_of(const LexiconData& data, std::string_view word, const Token& token) {
  Readings out(!token.feminine_ending);
  if (token.kind != TokenKind::kWord) {
    out.add(data.symbol(word), 0, 0);
    return out;
  }
  add_after_conjunction(data, word, 0, out);
  if (word.size() > kLeastStem && (word.starts_with("و") || word.starts_with("ف"))) {
    add_after_conjunction(data, word.substr(kLetter), kConjunction, out);
  }
  return out;
}

// May a form so inflected carry these clitics? Verbs take no article and no b-, k-; only the
// present takes s-.
bool clitics_fit(unsigned inflection, unsigned proclitics) {
  if ((inflection & kVerb) != 0 && (inflection & kNoun) == 0) {
    if ((proclitics & (kArticle | kPrepositionB | kPrepositionK)) != 0) return false;
    if ((proclitics & (kPrepositionL | kFuture)) != 0 && (inflection & kImperfect) == 0)
      return false;
    return true;
  }
  return (proclitics & kFuture) == 0;
}

bool article_fits(const layout::AcceptRecord& accept, unsigned article_mask) {
  switch (static_cast<layout::ArticleRule>(accept.article_rule)) {
    case layout::ArticleRule::kAsSpelt:
      return article_mask == accept.article_mask;
    case layout::ArticleRule::kForbidden:
      return (article_mask & 1U) == 0;
    case layout::ArticleRule::kOptional:
      break;
  }
  return true;
}

class Matcher {
 public:
  Matcher(const LexiconData& data, const Text& text) : data_(data), text_(text) {
    for (uint32_t table = 0; table < data.tables.size(); ++table) {
      if (data.text(data.tables[table].name) == "frames") frames_ = table;
    }
    readings_.reserve(text.tokens.size());
    for (const auto& token : text.tokens)
      readings_.push_back(readings_of(data, text.folded_of(token), token));
  }

  std::vector<Match> run() {
    for (const auto& sentence : text_.sentences) {
      limit_ = sentence.tokens.end;
      for (uint32_t at = sentence.tokens.begin; at < limit_; ++at) start(at);
    }
    std::stable_sort(matches_.begin(), matches_.end(), [](const Match& a, const Match& b) {
      if (a.tokens.begin != b.tokens.begin) return a.tokens.begin < b.tokens.begin;
      if (a.tokens.end != b.tokens.end) return a.tokens.end > b.tokens.end;
      return a.row < b.row;
    });
    // Two readings of one token can lead to one row; the more literal one was found first.
    const auto same = [](const Match& a, const Match& b) {
      return a.tokens == b.tokens && a.row == b.row;
    };
    matches_.erase(std::unique(matches_.begin(), matches_.end(), same), matches_.end());
    drop_far_fetched();
    return std::move(matches_);
  }

 private:
  // وزارة is "ministry", not wa-zāra-hu (and he visited him): where a token is known as it stands,
  // a reading that takes clitics off both its ends is no reading.
  void drop_far_fetched() {
    std::vector<bool> literal(text_.tokens.size(), false);
    const auto bare = [](const Match& m) {
      return (m.proclitics & ~unsigned{kArticle}) == 0 && m.enclitic == 0;
    };
    for (const auto& match : matches_) {
      if (match.tokens.size() == 1 && bare(match)) literal[match.tokens.begin] = true;
    }
    std::erase_if(matches_, [&](const Match& match) {
      return match.tokens.size() == 1 && literal[match.tokens.begin] &&
             (match.proclitics & ~unsigned{kArticle}) != 0 && match.enclitic != 0;
    });
  }

  void start(uint32_t at) {
    for (const auto& reading : readings_[at]) {
      const uint32_t node = data_.step(0, reading.symbol);
      if (node == 0) continue;
      first_ = at;
      proclitics_ = reading.proclitics;
      follow(node, at, reading.enclitic, (reading.proclitics & kArticle) != 0 ? 1U : 0U);
      if (reading.enclitic == 0 && (reading.proclitics & kArticle) == 0) find_apart(node, at);
    }
  }

  // qaṭaʿat as-saʿūdiyya ʿalāqātihā (Saudi Arabia cut its ties): the object that a verb of two
  // words wants may stand behind the subject.
  void find_apart(uint32_t node, uint32_t verb) {
    uint32_t last = std::min(limit_, verb + kApartReach);
    for (uint32_t at = verb + 1; at < last; ++at) {
      if (const uint32_t behind = after_brackets(at); behind != at) {
        last = std::min(limit_, last + behind - at);  // a remark is no part of the subject
        at = behind;
        if (at >= last) return;
      }
      if (text_.tokens[at].kind == TokenKind::kPunctuation) return;
      if (at == verb + 1) continue;  // side by side is an ordinary match
      for (const auto& reading : readings_[at]) {
        if ((reading.proclitics & ~unsigned{kArticle}) != 0) continue;
        if (const uint32_t next = data_.step(node, reading.symbol); next != 0)
          follow_apart(next, verb, at, at);
      }
    }
  }

  // The token behind a short remark in brackets that opens at `token`; `token` where none does.
  uint32_t after_brackets(uint32_t token) const {
    if (text_.folded_of(text_.tokens[token]) != "(") return token;
    const uint32_t last = std::min(limit_, token + kRemarkWords + 2);
    for (uint32_t at = token + 1; at < last; ++at) {
      if (text_.folded_of(text_.tokens[at]) == ")") return at + 1;
    }
    return token;
  }

  // The words of the object behind its first, side by side: haddadat turkiyā bi-qaṭʿ al-ʿalāqāt.
  void follow_apart(uint32_t node, uint32_t verb, uint32_t object, uint32_t at) {
    accept_apart(node, verb, {object, at + 1});
    if (at + 1 >= limit_ || at + 1 - object >= kObjectWords) return;
    for (const auto& reading : readings_[at + 1]) {
      if ((reading.proclitics & ~unsigned{kArticle}) != 0) continue;
      if (const uint32_t next = data_.step(node, reading.symbol); next != 0)
        follow_apart(next, verb, object, at + 1);
    }
  }

  void accept_apart(uint32_t node, uint32_t verb, TokenSpan object) {
    for (uint32_t i = data_.accept_begin[node]; i < data_.accept_begin[node + 1]; ++i) {
      const auto& record = data_.accepts[i];
      const bool verbal = (record.inflection & kVerb) != 0 && (record.inflection & kNoun) == 0;
      if (!verbal || data_.rows[record.row].table != frames_) continue;
      if (!clitics_fit(record.inflection, proclitics_)) continue;
      matches_.push_back({{verb, verb + 1},
                          record.row,
                          proclitics_,
                          0,
                          record.inflection,
                          object.begin,
                          static_cast<uint8_t>(object.size())});
    }
  }

  void follow(uint32_t node, uint32_t at, uint8_t enclitic, unsigned article_mask) {
    accept(node, at, enclitic, article_mask);
    if (enclitic != 0 || at + 1 >= limit_ || at + 1 - first_ >= layout::kMaxPatternTokens) return;
    for (const auto& reading : readings_[at + 1]) {
      if ((reading.proclitics & ~unsigned{kArticle}) != 0) continue;
      const uint32_t next = data_.step(node, reading.symbol);
      if (next == 0) continue;
      const unsigned bit = (reading.proclitics & kArticle) != 0 ? 1U << (at + 1 - first_) : 0U;
      follow(next, at + 1, reading.enclitic, article_mask | bit);
    }
  }

  void accept(uint32_t node, uint32_t at, uint8_t enclitic, unsigned article_mask) {
    for (uint32_t i = data_.accept_begin[node]; i < data_.accept_begin[node + 1]; ++i) {
      const auto& record = data_.accepts[i];
      if (!clitics_fit(record.inflection, proclitics_) || !article_fits(record, article_mask))
        continue;
      if (record.ends_in_haa != 0 && enclitic == 0 && text_.tokens[at].feminine_ending) continue;
      matches_.push_back(
          {{first_, at + 1}, record.row, proclitics_, enclitic, record.inflection, UINT32_MAX});
    }
  }

  const LexiconData& data_;
  const Text& text_;
  std::vector<Readings> readings_;
  std::vector<Match> matches_;
  uint32_t first_ = 0;
  uint32_t limit_ = 0;
  uint8_t proclitics_ = 0;
  uint32_t frames_ = UINT32_MAX;  // the table of that name
};

}  // namespace

std::vector<Match> Lexicon::find_matches(const Text& text) const {
  return Matcher(*data_, text).run();
}

}  // namespace isnad
