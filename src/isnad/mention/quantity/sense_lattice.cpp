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
  if ((match.proclitics & kFuture) != 0) return Tense::kFuture;
  const bool perfect = (match.inflection & kPerfect) != 0;
  const bool imperfect = (match.inflection & kImperfect) != 0;
  if (perfect == imperfect) return Tense::kUnknown;
  return perfect ? Tense::kPast : Tense::kPresent;
}

}  // namespace

SenseLattice::SenseLattice(const WordTable& table, const Text& text, std::span<const Match> matches)
    : text_(text), first_(text.tokens.size() + 2, 0), tense_(text.tokens.size() + 1, 0) {
  senses_.reserve(matches.size() / 2 + 8);
  uint32_t next = 0;  // first token whose list is not begun
  for (const Match& match : matches) {
    const Word& word = table.word(table.index_of(match.row));
    if (match.tokens.end > size() || match.tokens.begin >= size()) continue;
    Tense tense = tense_of(match);
    if (word.cls == WordClass::kTense) tense = static_cast<Tense>(word.role);
    if (tense != Tense::kUnknown &&
        tense_[match.tokens.begin] != static_cast<uint8_t>(Tense::kFuture)) {
      tense_[match.tokens.begin] = static_cast<uint8_t>(tense);
    }
    if (word.cls == WordClass::kNone || word.cls == WordClass::kTense) continue;
    while (next <= match.tokens.begin) first_[next++] = static_cast<uint32_t>(senses_.size());
    senses_.push_back(
        {&word, match.tokens.end, match.proclitics, match.enclitic, match.inflection});
  }
  while (next < first_.size()) first_[next++] = static_cast<uint32_t>(senses_.size());
}

const Sense* SenseLattice::find(uint32_t token, WordClass cls) const {
  if (token >= size()) return nullptr;
  for (const Sense& sense : at(token)) {
    if (sense.word->cls == cls && sense.enclitic == 0) return &sense;
  }
  return nullptr;
}

const Sense* SenseLattice::find(uint32_t token, WordClass cls, uint8_t role) const {
  if (token >= size()) return nullptr;
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
