// SPDX-License-Identifier: Apache-2.0
// One phrase of a party, built from its left edge to its right one: for noun_phrase.cpp and the
// files named below, which define the members, a family a file. Each step takes one more word or
// phrase on the right.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "isnad/mention/actor/compose_code.h"
#include "isnad/mention/actor/noun_phrase.h"

namespace isnad {

class PhraseBuilder {
 public:
  PhraseBuilder(const TokenTable& tokens, const ActorKnowledge& knowledge,
                const std::vector<std::string>& countries, uint32_t end, uint32_t depth)
      : tokens_(tokens), knowledge_(knowledge), countries_(countries), end_(end), depth_(depth) {}

  std::optional<PartyPhrase> build(uint32_t token);

  // A quoted name must be the whole of what stands between the marks.
  bool within_quotes = false;

 private:
  [[nodiscard]] static bool contains(const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
  }

  // phrase_heads.cpp
  [[nodiscard]] uint32_t skip_count(uint32_t token) const;
  [[nodiscard]] uint32_t over_of(uint32_t token, uint32_t at) const;
  std::optional<PartyPhrase> quoted(uint32_t open, uint32_t close);
  [[nodiscard]] bool may_name(const Match& match) const;
  [[nodiscard]] bool is_described(uint32_t next) const;
  [[nodiscard]] bool is_known_country(const std::string& country) const;
  bool choose_head(uint32_t at);
  [[nodiscard]] bool is_affiliation(const TokenFacts& facts) const;
  [[nodiscard]] bool is_people(const Match& match) const;
  [[nodiscard]] bool nationality_counts(const Match& match) const;
  bool bare_name(uint32_t at);
  [[nodiscard]] bool is_tagged(uint32_t at, NameType type) const;
  [[nodiscard]] bool is_tagged_person(uint32_t at) const;
  [[nodiscard]] bool is_tagged_organisation(uint32_t at) const;
  void take_head(const Match& match, uint32_t at);
  void take_number();
  [[nodiscard]] bool leads_on(uint32_t token) const;
  [[nodiscard]] bool people() const;
  [[nodiscard]] bool ends_feminine(uint32_t token) const;
  [[nodiscard]] bool is_closed_plural(uint32_t token) const;
  [[nodiscard]] bool has_plural_n(uint32_t token) const;

  // phrase_owners.cpp
  bool quoted_owner();
  void close_at(uint32_t pos, bool definite);
  void set_owner(PartyTie tie, const PartyPhrase& owner);
  bool affiliation(const Match& match);
  [[nodiscard]] uint32_t after_preposition(const std::vector<std::string>& prepositions,
                                           uint32_t at) const;
  [[nodiscard]] bool takes_complement() const;
  bool fused_complement();
  bool word_complement();
  bool complement_at(uint32_t begin);
  bool construct();
  bool place_of_office();
  [[nodiscard]] bool name_follows(uint32_t token) const;
  [[nodiscard]] static bool names_unit(std::string_view word);
  bool chain();
  [[nodiscard]] bool looks_like_verb(uint32_t token) const;

  // phrase_adjectives.cpp
  bool adjective();
  [[nodiscard]] bool titles_a_name() const;
  bool joined_adjective();
  [[nodiscard]] bool agrees(const Match& match) const;
  [[nodiscard]] bool is_nisba(uint32_t token) const;

  // phrase_names.cpp
  void add_names();
  void step_over_tail();
  [[nodiscard]] uint32_t tail_begin() const;
  [[nodiscard]] bool is_named_office() const;
  bool known_person();

  // noun_phrase.cpp
  [[nodiscard]] const PartyRow& row_of(const Match* match) const;
  [[nodiscard]] std::optional<PartyPhrase> read_at(uint32_t token) const;
  bool step();
  void finish();

  const TokenTable& tokens_;
  const ActorKnowledge& knowledge_;
  const std::vector<std::string>& countries_;
  uint32_t end_;
  uint32_t depth_;

  PartyPhrase out_;
  const PartyRow* head_row_ = nullptr;
  uint32_t pos_ = 0;
  uint32_t head_end_ = 0;
  uint32_t chained_ = 0;
  uint32_t last_adjective_end_ = 0;
  bool open_ = false;      // a construct may follow
  bool complete_ = false;  // nothing may follow
  bool plural_ = false;
  bool feminine_ = false;
  bool either_gender_ = false;
  bool after_affiliation_ = false;
  PartyTie tie_ = PartyTie::kNone;
  PartyCode owner_;
  bool owner_is_state_ = false;
  std::string adjective_country_;
  std::string adjective_sector_;
};

}  // namespace isnad
