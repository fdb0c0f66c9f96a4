// SPDX-License-Identifier: Apache-2.0
// A small left-to-right reader; every word it takes is a given name, a particle with its word, or
// one word that is unknown or can be a family name.
#include "isnad/mention/actor/person_name.h"

#include <algorithm>

namespace isnad {
namespace {

constexpr uint32_t kLongestName = 9;  // tokens
constexpr uint32_t kMostUnknown = 1;  // words in a row that no table knows

bool is_plain_word(const TokenTable& tokens, uint32_t token) {
  const auto& facts = tokens[token];
  return tokens.kind(token) == TokenKind::kWord && facts.clitics == 0 && !facts.stop &&
         !facts.event;
}

// سيذهب (will go): a verb of the future, tagged as one.
bool is_future_verb(const TokenTable& tokens, uint32_t token) {
  const auto word = tokens.folded(token);
  return tokens[token].verb &&
         (word.starts_with("سي") || word.starts_with("ست"));  // sa-ya-, sa-ta-
}

// A family name that the lexicon does not know: كيري, العبادي.
bool is_unknown(const TokenTable& tokens, uint32_t token) {
  return is_plain_word(tokens, token) && !tokens[token].known && !is_future_verb(tokens, token);
}

// الحوثي, الكردي: behind a given name a family name, though alone the word is a movement or a
// people.
bool may_be_family_name(const TokenTable& tokens, uint32_t token) {
  constexpr std::string_view kOf = "ي";  // -ī, of a place, a tribe, a people
  const auto& facts = tokens[token];
  const auto alone = [](const Match* match) {
    return match == nullptr || match->tokens.size() == 1;
  };
  return is_plain_word(tokens, token) && facts.article && tokens.folded(token).ends_with(kOf) &&
         (facts.actor != nullptr || facts.nationality != nullptr) && alone(facts.actor) &&
         facts.office == nullptr && facts.adjective == nullptr && !facts.verb;
}

class NameReader {
 public:
  NameReader(const TokenTable& tokens, uint32_t begin, uint32_t end)
      : tokens_(tokens), begin_(begin), end_(std::min(end, begin + kLongestName)), at_(begin) {}

  uint32_t read(NameStart start) {
    titles(start);
    const uint32_t first = at_;
    if (!first_name(start)) return begin_;
    while (at_ < end_ && more()) {
    }
    const bool enough = start == NameStart::kAfterTitle || at_ - first >= 2;
    return enough ? at_ : begin_;
  }

 private:
  // وزير الدفاع اللواء محمد …: a second title belongs to the name.
  void titles(NameStart start) {
    while (start == NameStart::kAfterTitle && at_ < end_ && tokens_[at_].clitics == 0 &&
           tokens_[at_].office != nullptr && tokens_[at_].office->tokens.end <= end_)
      at_ = tokens_[at_].office->tokens.end;
  }

  bool first_name(NameStart start) {
    if (at_ >= end_) return false;
    const auto& facts = tokens_[at_];
    if (start == NameStart::kBare && facts.given_name != nullptr && facts.given_name->enclitic != 0)
      return false;
    if (facts.given_name != nullptr && is_plain_word(tokens_, at_) && !facts.article) {
      at_ = facts.given_name->tokens.end;
      return true;
    }
    if (start == NameStart::kBare && facts.kunya == nullptr && !is_servant_of(at_)) return false;
    return particle();
  }

  // عبد الخالق (Abd al-Khaliq): a name whatever stands before it.
  [[nodiscard]] bool is_servant_of(uint32_t token) const {
    constexpr std::string_view kServant = "عبد";  // ʿabd
    return tokens_.folded(token) == kServant && token + 1 < end_ && tokens_[token + 1].article;
  }

  // بن, أبو, عبد and the word they need.
  bool particle() {
    const auto& facts = tokens_[at_];
    // إلى (to) is spelt as "my house of" would be: آل with a pronoun is no particle of a name.
    if (facts.name_particle == nullptr || facts.clitics != 0 ||
        facts.name_particle->proclitics != 0 || facts.name_particle->enclitic != 0)
      return false;
    const uint32_t next = facts.name_particle->tokens.end;
    if (next >= end_ || !is_plain_word(tokens_, next) || tokens_[next].verb) return false;
    const Match* given = tokens_[next].given_name;
    at_ = given != nullptr ? given->tokens.end : next + 1;
    return true;
  }

  bool more() {
    const auto& facts = tokens_[at_];
    if (particle()) {
      unknown_ = 0;
      return true;
    }
    if (facts.given_name != nullptr && is_plain_word(tokens_, at_) && !facts.verb &&
        facts.given_name->enclitic == 0) {
      at_ = facts.given_name->tokens.end;
      unknown_ = 0;
      return true;
    }
    if (unknown_ < kMostUnknown && (is_unknown(tokens_, at_) || may_be_family_name(tokens_, at_))) {
      ++unknown_;
      ++at_;
      return true;
    }
    return false;
  }

  const TokenTable& tokens_;
  uint32_t begin_;
  uint32_t end_;
  uint32_t at_;
  uint32_t unknown_ = 0;
};

}  // namespace

uint32_t person_name_end(const TokenTable& tokens, uint32_t token, uint32_t end, NameStart start) {
  return NameReader(tokens, token, end).read(start);
}

}  // namespace isnad
