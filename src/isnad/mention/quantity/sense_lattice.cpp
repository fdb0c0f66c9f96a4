// SPDX-License-Identifier: Apache-2.0
// See sense_lattice.h. Matches come sorted by their first token, so the lists by token are filled
// in order.
#include "isnad/mention/quantity/sense_lattice.h"

#include <algorithm>

namespace isnad {
namespace {

// A finite verb of any table tells its clause's tense as well as the cues do.
Tense tense_of(const Match& match) {
  if ((match.inflection & kVerb) == 0) return Tense::kUnknown;
  // "I shall flee" is spelt like "he travelled"; reports do not speak of themselves
  if ((match.inflection & (kFirstPerson | kSecondPerson)) != 0) return Tense::kUnknown;
  if ((match.proclitics & kFuture) != 0) return Tense::kFuture;
  const bool perfect = (match.inflection & kPerfect) != 0;
  const bool imperfect = (match.inflection & kImperfect) != 0;
  if (perfect == imperfect) return Tense::kUnknown;
  return perfect ? Tense::kPast : Tense::kPresent;
}

}  // namespace

SenseLattice::SenseLattice(const WordTable& table, const Text& text, std::span<const Match> matches)
    : text_(text),
      first_(text.tokens.size() + 2, 0),
      classes_(text.tokens.size() + 1, 0),
      tense_(text.tokens.size() + 1, 0) {
  senses_.reserve(matches.size() / 2 + 8);
  size_t next = 0;
  for (uint32_t token = 0; token < size(); ++token) {
    first_[token] = static_cast<uint32_t>(senses_.size());
    for (; next < matches.size() && matches[next].tokens.begin <= token; ++next) {
      if (matches[next].tokens.begin == token && matches[next].tokens.end <= size()) {
        add(table, matches[next]);
      }
    }
    add_letter(table, token);
    for (size_t s = first_[token]; s < senses_.size(); ++s)
      classes_[token] |= uint64_t{1} << static_cast<unsigned>(senses_[s].word->cls);
  }
  first_[size()] = first_[size() + 1] = static_cast<uint32_t>(senses_.size());
}

void SenseLattice::add(const WordTable& table, const Match& match) {
  const Word& word = table.word(table.index_of(match.row));
  const bool cue = word.cls == WordClass::kTense;
  const Tense tense = cue ? static_cast<Tense>(word.role) : tense_of(match);
  uint8_t& here = tense_[match.tokens.begin];
  if (tense != Tense::kUnknown && here != static_cast<uint8_t>(Tense::kFuture)) {
    here = static_cast<uint8_t>(tense);
  }
  if (word.cls == WordClass::kNone || cue) return;
  senses_.push_back({&word, match.tokens.end, match.proclitics, match.enclitic, match.inflection});
}

void SenseLattice::add_letter(const WordTable& table, uint32_t token) {
  constexpr uint32_t kLetterBytes = 2;
  if (!is_letter(token)) return;
  for (const LetterWord& word : table.letter_words()) {
    uint32_t at = token;
    size_t done = 0;
    while (done < word.letters.size() && at < size()) {
      if (is_letter(at) &&
          folded(at) == std::string_view(word.letters).substr(done, kLetterBytes)) {
        done += kLetterBytes;
        ++at;
      } else if (done > 0 && is_mark(at, ".")) {
        ++at;
      } else {
        break;
      }
    }
    if (done == word.letters.size()) senses_.push_back({&table.word(word.index), at, 0, 0, 0});
  }
}

bool SenseLattice::is_letter(uint32_t token) const {
  return text_.tokens[token].kind == TokenKind::kWord && text_.tokens[token].folded.size() == 2;
}

const Sense* SenseLattice::search(uint32_t token, WordClass cls) const {
  for (const Sense& sense : at(token)) {
    if (sense.word->cls == cls && sense.enclitic == 0) return &sense;
  }
  return nullptr;
}

const Sense* SenseLattice::search(uint32_t token, WordClass cls, uint8_t role) const {
  for (const Sense& sense : at(token)) {
    if (sense.word->cls == cls && sense.word->role == role && sense.enclitic == 0) return &sense;
  }
  return nullptr;
}

bool SenseLattice::is_mark(uint32_t token, std::string_view mark) const {
  return token < size() && text_.tokens[token].kind == TokenKind::kPunctuation &&
         folded(token) == mark;
}

uint32_t SenseLattice::skip_glued(uint32_t token) const {
  constexpr uint32_t kLongestClitic = 6;  // bytes: three letters, as in وال
  if (token + 1 >= size() || text_.tokens[token].kind != TokenKind::kWord) return token;
  if (text_.tokens[token].folded.size() > kLongestClitic) return token;
  return is_number(token + 1) && !text_.tokens[token + 1].space_before ? token + 1 : token;
}

TokenSpan SenseLattice::sentence_of(uint32_t token) const {
  const auto after =
      std::upper_bound(text_.sentences.begin(), text_.sentences.end(), token,
                       [](uint32_t t, const Sentence& s) { return t < s.tokens.begin; });
  if (after == text_.sentences.begin()) {
    return {0, text_.sentences.empty() ? size() : text_.sentences.front().tokens.begin};
  }
  const TokenSpan span = std::prev(after)->tokens;
  if (span.contains(token)) return span;
  return {span.end, after == text_.sentences.end() ? size() : after->tokens.begin};
}

}  // namespace isnad
