// SPDX-License-Identifier: Apache-2.0
// What is known of each token before phrases are built: the best match of each kind that begins
// there, its clitics, whether a verb or an event word stands there. Comes from the lexicon's
// matches, and from the analysis where there is one.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "isnad/analysis/analysis.h"
#include "isnad/mention/actor/actor_knowledge.h"
#include "isnad/mention/name/name_mention.h"
#include "isnad/text/text.h"

namespace isnad {

struct TokenFacts {
  // The longest match of each table that begins at this token, the one with fewest clitics of
  // those; or null.
  const Match* actor = nullptr;
  const Match* noun = nullptr;
  const Match* nationality = nullptr;
  const Match* office = nullptr;
  const Match* affiliation = nullptr;
  const Match* adjective = nullptr;
  const Match* anaphor = nullptr;
  const Match* given_name = nullptr;
  const Match* quantifier = nullptr;
  const Match* name_particle = nullptr;
  const Match* kunya = nullptr;  // أبو, which may begin a name by itself
  const Match* respect = nullptr;
  bool stop = false;                      // a word that ends a noun phrase
  bool locative = false;                  // a place follows
  bool party = false;                     // a party may follow
  bool pronoun = false;                   // a preposition with its pronoun: لها (to it)
  bool verb = false;                      // a verb and no noun, as far as known
  bool event = false;                     // an event word
  bool known = false;                     // some row of the lexicon has it
  bool proper = false;                    // tagged as a proper noun, or as foreign
  bool describes = false;                 // tagged as an adjective
  bool article = false;                   // spelt with the article, clitics aside
  NameType name_type = NameType::kOther;  // of the tagged name that begins here
  uint32_t name_end = 0;                  // the token after that name; 0 where none begins
  uint8_t clitics = 0;  // Proclitic mask of the likeliest reading, without the article
};

class TokenTable {
 public:
  // Keeps references to its arguments: a local of one report's reading.
  TokenTable(const Text& text, std::span<const Match> matches, const Analysis& analysis,
             const ActorKnowledge& knowledge);

  // Names that the tagger found in the same text, to be set before phrases are read.
  void set_names(std::span<const NameMention> names);

  [[nodiscard]] const TokenFacts& operator[](uint32_t token) const { return facts_[token]; }
  [[nodiscard]] uint32_t size() const { return static_cast<uint32_t>(facts_.size()); }
  [[nodiscard]] std::string_view folded(uint32_t token) const {
    return text_.folded_of(text_.tokens[token]);
  }
  [[nodiscard]] TokenKind kind(uint32_t token) const { return text_.tokens[token].kind; }
  // The folded word without conjunction, preposition and article, as far as they are known.
  [[nodiscard]] std::string_view stem(uint32_t token) const;
  // End of the quotation that opens at this token ("«" itself), or 0: the token after its closing
  // mark.
  [[nodiscard]] uint32_t quotation_end(uint32_t token) const { return quotation_end_[token]; }
  [[nodiscard]] const Text& text() const { return text_; }
  [[nodiscard]] std::span<const Match> matches() const { return matches_; }
  [[nodiscard]] const ActorKnowledge& knowledge() const { return knowledge_; }
  // Does the name of this row stand anywhere without the article, as a common noun would? Only for
  // rows of NameCondition::kArticle.
  [[nodiscard]] bool occurs_indefinite(RowId row) const;

 private:
  void add(const Match& match, const PartyRow& row);
  void add_spelling(uint32_t token);
  void add_analysis(const Analysis& analysis);
  void add_quotations();

  const Text& text_;
  std::span<const Match> matches_;
  const ActorKnowledge& knowledge_;
  std::vector<TokenFacts> facts_;
  std::vector<uint32_t> quotation_end_;
  std::vector<RowId> indefinite_rows_;
};

}  // namespace isnad
