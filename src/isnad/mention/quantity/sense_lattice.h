// SPDX-License-Identifier: Apache-2.0
// The time and number words of one report by the token they begin at: what the readers of times and
// quantities look things up in. Made from the lexicon's matches in one pass.
#pragma once

#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

#include "isnad/lexicon/lexicon.h"
#include "isnad/mention/quantity/word_table.h"
#include "isnad/mention/time/calendar.h"
#include "isnad/text/text.h"

namespace isnad {

// One reading of the tokens [begin, end); `begin` is the token it is listed under.
struct Sense {
  const Word* word = nullptr;
  uint32_t end = 0;
  uint8_t proclitics = 0;
  uint8_t enclitic = 0;
  uint16_t inflection = 0;
  [[nodiscard]] bool article() const { return (proclitics & kArticle) != 0; }
  [[nodiscard]] bool joined() const { return (proclitics & kConjunction) != 0; }
};

// A set of classes, a bit each.
struct WordClasses {
  uint64_t bits = 0;
  constexpr WordClasses() = default;
  constexpr WordClasses(std::initializer_list<WordClass> classes) {
    for (const WordClass cls : classes) bits |= uint64_t{1} << static_cast<unsigned>(cls);
  }
};

class SenseLattice {
 public:
  // Keeps references to its arguments' words and tokens: they must outlive it.
  SenseLattice(const WordTable& table, const Text& text, std::span<const Match> matches);

  [[nodiscard]] std::span<const Sense> at(uint32_t token) const {
    return {senses_.data() + first_[token], senses_.data() + first_[token + 1]};
  }
  [[nodiscard]] bool empty_at(uint32_t token) const { return first_[token] == first_[token + 1]; }
  // The longest reading of that class (and role) that begins at the token and carries no pronoun;
  // or null.
  [[nodiscard]] const Sense* find(uint32_t token, WordClass cls) const {
    return may_hold(token, cls) ? search(token, cls) : nullptr;
  }
  [[nodiscard]] const Sense* find(uint32_t token, WordClass cls, uint8_t role) const {
    return may_hold(token, cls) ? search(token, cls, role) : nullptr;
  }
  // Does any word of that class begin at the token?
  [[nodiscard]] bool may_hold(uint32_t token, WordClass cls) const {
    return token < size() && (classes_[token] >> static_cast<unsigned>(cls) & 1U) != 0;
  }
  // Does any word of these classes begin at the token?
  [[nodiscard]] bool may_hold(uint32_t token, WordClasses classes) const {
    return token < size() && (classes_[token] & classes.bits) != 0;
  }
  [[nodiscard]] const Sense* particle(uint32_t token, Particle role) const {
    return find(token, WordClass::kParticle, static_cast<uint8_t>(role));
  }
  // What a verb or cue at the token says of its clause, from the table of cues and all other
  // tables' verbs.
  [[nodiscard]] Tense tense_at(uint32_t token) const { return static_cast<Tense>(tense_[token]); }

  [[nodiscard]] const Text& text() const { return text_; }
  [[nodiscard]] uint32_t size() const { return static_cast<uint32_t>(text_.tokens.size()); }
  [[nodiscard]] std::string_view folded(uint32_t token) const {
    return text_.folded_of(text_.tokens[token]);
  }
  [[nodiscard]] bool is_mark(uint32_t token, std::string_view mark) const;
  [[nodiscard]] bool is_number(uint32_t token) const {
    return token < size() && text_.tokens[token].kind == TokenKind::kNumber;
  }
  // A number in digits, with or without a clitic before it.
  [[nodiscard]] bool digits_at(uint32_t token) const {
    return is_number(token) || (token < size() && skip_glued(token) != token);
  }
  // A clitic written before digits (الـ20, لـ7): one or two letters glued to the number after them.
  // Returns the number's token, or `token` itself.
  [[nodiscard]] uint32_t skip_glued(uint32_t token) const;
  // The sentence a token is in; tokens between sentences (bylines) make one of their own.
  [[nodiscard]] TokenSpan sentence_of(uint32_t token) const;

 private:
  [[nodiscard]] const Sense* search(uint32_t token, WordClass cls) const;
  [[nodiscard]] const Sense* search(uint32_t token, WordClass cls, uint8_t role) const;
  void add(const WordTable& table, const Match& match);
  [[nodiscard]] bool is_letter(uint32_t token) const;
  void add_letter(const WordTable& table, uint32_t token);

  const Text& text_;
  std::vector<Sense> senses_;
  std::vector<uint32_t> first_;
  std::vector<uint64_t> classes_;  // by token: a bit for each WordClass that begins there
  std::vector<uint8_t> tense_;
};

}  // namespace isnad
