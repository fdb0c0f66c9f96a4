// SPDX-License-Identifier: Apache-2.0
// What the event and claim steps ask of the grammar: which tokens are verbs, where clauses and noun
// phrases begin and end. Answers from the analysis where there is one, and from closed word
// classes, clitics and order where there is not, so that every later step works when the tree is
// wrong or missing.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "isnad/analysis/analysis.h"
#include "isnad/lexicon/lexicon.h"
#include "isnad/mention/mentions.h"
#include "isnad/text/text.h"

namespace isnad {

enum class SyntaxClass : uint8_t {
  kNominal,  // noun, adjective, name, number: whatever can stand in a noun phrase
  kVerb,
  kPreposition,
  kConjunction,     // و standing alone, أو, ثم
  kSubordinator,    // عندما, بعدما, حيث, لأن, لكن: a clause of its own follows
  kComplementiser,  // أن, إن, بأن: what is said, wanted or known follows
  kRelative,        // الذي, التي, الذين, ما
  kNegation,
  kPronoun,
  kDemonstrative,
  kParticle,  // قد, سوف, هل
  kAdverb,
  kOpenQuote,
  kCloseQuote,
  kComma,  // ، ,
  kBreak,  // ؛ : - ( ) and other marks that end a phrase
};

class Syntax {
 public:
  // Keeps references to its arguments, which must outlive it: a local of one report's coding.
  Syntax(const Text& text, std::span<const Match> matches, const Analysis& analysis,
         const Mentions& mentions, const Lexicon& lexicon);

  [[nodiscard]] SyntaxClass at(uint32_t token) const { return classes_[token]; }
  // A row of the table "function_words" spells this token.
  [[nodiscard]] bool is_function_word(uint32_t token) const { return function_words_[token]; }
  // Clitic letters known to stand before this token (Proclitic mask).
  [[nodiscard]] uint8_t proclitics(uint32_t token) const { return proclitics_[token]; }
  // Does the token end in an object or possessive pronoun, as far as known?
  [[nodiscard]] bool has_enclitic(uint32_t token) const { return enclitics_[token]; }
  // Spelt with the article, clitics aside.
  [[nodiscard]] bool is_definite(uint32_t token) const {
    return (proclitics_[token] & kArticle) != 0;
  }
  [[nodiscard]] bool is_adjective(uint32_t token) const { return adjectives_[token]; }
  [[nodiscard]] bool is_number(uint32_t token) const { return numbers_[token]; }

  // The clause around a token: bounded by the sentence, by ؛ : and brackets, by complementisers and
  // relatives, and by a conjunction with a verb after it. Commas do not end it.
  [[nodiscard]] TokenSpan clause(uint32_t token) const;
  // The same with commas ending it too.
  [[nodiscard]] TokenSpan phrase_clause(uint32_t token) const;
  [[nodiscard]] const Sentence& sentence_of(uint32_t token) const {
    return text_.sentences[sentence_of_[token]];
  }
  [[nodiscard]] uint32_t sentence_index(uint32_t token) const { return sentence_of_[token]; }

  // The noun phrase that begins at `token` (its first token may carry a preposition letter): noun,
  // construct chain, adjectives, a mention known whole. Empty when none begins there.
  [[nodiscard]] TokenSpan noun_phrase(uint32_t token) const;
  // Does و open a clause with this phrase for its subject ("…, and Tehran threatens")?
  [[nodiscard]] bool begins_clause(TokenSpan phrase) const;
  // A noun phrase and what joins it: "X وY وZ".
  [[nodiscard]] std::vector<TokenSpan> coordinated(TokenSpan first) const;
  // The token behind a short remark in brackets that opens at `token`; `token` where none does:
  // "the group (Ansar Allah) and the army".
  [[nodiscard]] uint32_t after_brackets(uint32_t token) const;

  // طرفي النزاع, المتظاهرين: a dual or a sound plural spelt as object or genitive.
  [[nodiscard]] bool is_oblique(uint32_t token) const { return obliques_[token]; }
  [[nodiscard]] const Text& text() const { return text_; }
  [[nodiscard]] std::string_view folded(uint32_t token) const {
    return text_.folded_of(text_.tokens[token]);
  }

 private:
  void classify(std::span<const Match> matches, const Lexicon& lexicon);
  void apply_analysis(const Analysis& analysis);
  void note_ending(uint32_t token, const Features& features);
  [[nodiscard]] bool is_dot_of_title(uint32_t token) const;
  void apply_spelling();
  void set_names(std::span<const Match> matches, const Mentions& mentions, const Lexicon& lexicon);
  [[nodiscard]] bool is_manner(uint32_t token) const;
  [[nodiscard]] bool in_brackets(uint32_t token) const;
  // "the forces in Iraq": a place behind a preposition ends the phrase.
  [[nodiscard]] bool ends_in_place(TokenSpan phrase) const;
  [[nodiscard]] bool ends_clause(uint32_t token, bool commas) const;
  // Spelling and case show that `token`, after the nominal before it, begins a phrase of its own.
  [[nodiscard]] bool parts_from_before(uint32_t token) const;
  [[nodiscard]] TokenSpan clause(uint32_t token, bool commas) const;

  const Text& text_;
  std::vector<SyntaxClass> classes_;
  std::vector<uint8_t> proclitics_;
  std::vector<bool> enclitics_;
  std::vector<bool> adjectives_;
  std::vector<bool> function_words_;
  std::vector<bool> sure_;                    // the analysis is sure of the token's tag
  std::vector<bool> indefinite_accusatives_;  // spelt with alif: ṣaḥafiyyan
  std::vector<bool> closed_plurals_;          // spelt with the n that no genitive follows
  std::vector<bool> obliques_;                // dual or plural in the ending that no subject has
  std::vector<bool> bare_plurals_;            // the same by spelling alone, without article
  std::vector<bool> numbers_;
  std::vector<uint32_t> sentence_of_;
  std::vector<uint32_t>
      mention_end_;  // end of the longest actor or place mention that begins here, 0 if none
  std::vector<bool> party_starts_;  // a party that is no mere adjective begins here
  std::vector<bool> places_;        // within the name of a place
};

}  // namespace isnad
