// SPDX-License-Identifier: Apache-2.0
// The construction of one event, read for its parties: for find_roles.cpp and the files named
// below, which define the members, a family a file. The example in words stands at each definition.
#pragma once

#include "isnad/event/find_roles.h"
#include "isnad/event/role_phrases.h"

namespace isnad {

class RoleFinder {
 public:
  RoleFinder(const Trigger& trigger, const Syntax& syntax, const EventKnowledge& knowledge,
             std::span<const Match> light, const Mentions& mentions);
  Roles run();

 private:
  // role_words.cpp
  void give(Role role, TokenSpan phrase, bool sure = false);
  [[nodiscard]] uint32_t after_toll(TokenSpan phrase) const;
  [[nodiscard]] bool is_weapon(TokenSpan phrase) const;
  [[nodiscard]] bool has(Role role) const;
  [[nodiscard]] bool is_adverbial(TokenSpan phrase) const;
  [[nodiscard]] bool begins_with_weapon(TokenSpan phrase) const;
  [[nodiscard]] bool names_party(TokenSpan phrase) const;
  [[nodiscard]] bool begins_with_armed(TokenSpan phrase) const;
  [[nodiscard]] bool is_armed(TokenSpan phrase) const;
  [[nodiscard]] bool is_force(TokenSpan phrase) const;
  [[nodiscard]] bool is_thing(TokenSpan phrase) const;
  [[nodiscard]] bool is_counted_people(TokenSpan phrase) const;
  [[nodiscard]] TokenSpan first_bare(uint32_t from) const;

  // roles_of_subjects.cpp
  [[nodiscard]] TokenSpan subject_of_verb_before(uint32_t verb) const;
  [[nodiscard]] TokenSpan subject_before(uint32_t verb) const;
  [[nodiscard]] bool is_kana(uint32_t token) const;
  [[nodiscard]] uint32_t clause_begin(uint32_t verb) const;
  [[nodiscard]] bool tells_of_some(uint32_t token) const;
  [[nodiscard]] uint32_t after_list_of_some(uint32_t comma, uint32_t verb) const;
  [[nodiscard]] bool opens_what_is_told(TokenSpan subject) const;
  [[nodiscard]] TokenSpan subject_of_sentence() const;
  [[nodiscard]] TokenSpan antecedent(uint32_t token) const;
  [[nodiscard]] bool starts_phrase(uint32_t token) const;
  [[nodiscard]] bool subject_in_ending(uint32_t verb) const;
  [[nodiscard]] bool subject_is_pronoun(uint32_t verb) const;

  // roles_of_verbs.cpp
  void verb();
  [[nodiscard]] bool takes_up_head() const;
  [[nodiscard]] bool describes_noun_before() const;
  void leave_doers_of_others(std::vector<PrepositionPhrase>& after,
                             const std::vector<TokenSpan>& bare) const;
  void owner_of_object(std::vector<PrepositionPhrase>& after) const;
  void step_over_name(std::vector<TokenSpan>& bare) const;
  void governed(std::vector<PrepositionPhrase>& after);
  [[nodiscard]] bool disagrees(TokenSpan phrase) const;
  bool drop_own_object(std::vector<TokenSpan>& bare) const;
  [[nodiscard]] bool wants_recipient(const std::vector<PrepositionPhrase>& after) const;
  [[nodiscard]] bool wants_other(const std::vector<PrepositionPhrase>& after) const;
  [[nodiscard]] bool wants_more(const std::vector<PrepositionPhrase>& after) const;
  [[nodiscard]] bool is_passive(const std::vector<PrepositionPhrase>& after,
                                const std::vector<TokenSpan>& bare, TokenSpan subject) const;
  [[nodiscard]] bool is_active_by_spelling() const;
  void prepositions(const std::vector<PrepositionPhrase>& phrases);
  [[nodiscard]] bool is_own_doer(const PrepositionPhrase& phrase) const;
  void prepositions_with_pronoun();
  void by_pronoun(Role role, unsigned enclitic);

  // roles_of_nouns.cpp
  uint32_t adjectives();
  void noun();
  void claimant();
  [[nodiscard]] bool is_own_responsibility(uint32_t token) const;
  void owner_suffers(size_t owners);
  [[nodiscard]] bool open_to_owner(const std::vector<PrepositionPhrase>& after) const;
  void owner();
  [[nodiscard]] TokenSpan subject_of_governor() const;
  void construct(const std::vector<PrepositionPhrase>& after);

  // roles_of_light_verbs.cpp
  [[nodiscard]] bool light_right_after(uint32_t tail) const;
  [[nodiscard]] const LightVerb* light_at(uint32_t token, const Match*& match) const;
  bool light_before();
  [[nodiscard]] bool after_relative(uint32_t token) const;
  [[nodiscard]] bool behind_preposition() const;
  [[nodiscard]] bool hangs_on_preposition() const;
  [[nodiscard]] bool harm_between(uint32_t from) const;
  [[nodiscard]] bool suffers() const;
  bool governs(const LightVerb& verb, const Match& match);
  [[nodiscard]] bool is_ranked(uint32_t token) const;
  void light(const LightVerb& verb, Role role, TokenSpan phrase, bool sure = false);
  [[nodiscard]] bool has_object_pronoun(const Match& verb) const;
  [[nodiscard]] uint32_t over_that_happened(uint32_t relative) const;
  void event_as_subject(uint32_t tail);
  [[nodiscard]] uint32_t relative_on_event(uint32_t tail) const;
  [[nodiscard]] bool ends_in_party(uint32_t token) const;
  void relative_clause(uint32_t tail);

  const Trigger& trigger_;
  const RoleScheme& scheme_;
  const Syntax& syntax_;
  const EventKnowledge& knowledge_;
  std::span<const Match> light_;
  const Mentions& mentions_;
  TokenSpan sentence_;
  RolePhraseReader reader_;
  Roles out_;
};

}  // namespace isnad
