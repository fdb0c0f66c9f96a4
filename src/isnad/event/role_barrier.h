// SPDX-License-Identifier: Apache-2.0
// One candidate of one event, and the questions that bar it (role_bars.h): for role_bars.cpp, which
// asks them in order, and the files bars_of_*.cpp, which answer them, a family a file. Each answer
// is true where the candidate can hardly be what is asked; the example in words stands at its
// definition.
#pragma once

#include <algorithm>
#include <vector>

#include "isnad/event/role_bars.h"

namespace isnad {

class Barrier {
 public:
  Barrier(const RoleSetting& setting, const ToldEvent& event, const RoleCandidate& candidate);
  [[nodiscard]] RoleBars run() const;

 private:
  // A question, and the word that says in features and traces that it was answered with yes.
  struct Bar {
    bool (Barrier::*holds)() const;
    std::string_view word;
  };
  // The word of the first bar that holds, empty for none.
  template <size_t kCount>
  [[nodiscard]] std::string_view first_of(const Bar (&bars)[kCount]) const {
    for (const Bar& bar : bars)
      if ((this->*bar.holds)()) return bar.word;
    return {};
  }

  // bars_of_nobody.cpp
  [[nodiscard]] bool is_adverbial() const;
  [[nodiscard]] bool is_demonstrative() const;
  [[nodiscard]] bool is_bare_adjective() const;
  [[nodiscard]] bool is_affiliation() const;
  [[nodiscard]] bool is_loose_adjective() const;
  [[nodiscard]] bool is_no_noun() const;
  [[nodiscard]] bool has_own_verb() const;
  [[nodiscard]] bool is_rubric() const;
  [[nodiscard]] bool is_circumstance() const;
  [[nodiscard]] bool is_purpose() const;
  [[nodiscard]] bool is_source_of_words() const;
  [[nodiscard]] bool is_document() const;

  // bars_of_harmed.cpp
  [[nodiscard]] bool is_victim() const;
  [[nodiscard]] bool is_in_the_ranks() const;
  [[nodiscard]] bool counts_harm() const;
  [[nodiscard]] bool is_harm(uint32_t token) const;
  [[nodiscard]] bool beside_result() const;
  [[nodiscard]] bool is_part() const;
  [[nodiscard]] bool is_among_them() const;
  [[nodiscard]] bool is_of_passive() const;
  [[nodiscard]] bool is_apposition() const;
  [[nodiscard]] bool is_set_beside(TokenSpan phrase) const;

  // bars_of_tellers.cpp
  [[nodiscard]] bool speaks_of_it() const;
  [[nodiscard]] bool is_of_speaker() const;
  [[nodiscard]] bool issues_statement() const;
  [[nodiscard]] bool is_teller() const;
  [[nodiscard]] bool only_speaks() const;
  [[nodiscard]] bool has_said() const;
  [[nodiscard]] bool may_strike() const;
  [[nodiscard]] bool tells_of_it_after() const;
  [[nodiscard]] bool only_reports_it() const;
  [[nodiscard]] bool announces_harm() const;
  [[nodiscard]] bool is_named_speaker() const;
  [[nodiscard]] bool claims_it() const;
  [[nodiscard]] bool by_reporting_word() const;

  // bars_of_things.cpp
  [[nodiscard]] bool is_mere_place() const;
  [[nodiscard]] bool is_word_of_place() const;
  [[nodiscard]] bool is_mere_weapon() const;
  [[nodiscard]] bool is_place_of_nation() const;
  [[nodiscard]] bool is_event() const;
  [[nodiscard]] bool is_landmark() const;
  [[nodiscard]] bool holds_the_place() const;
  [[nodiscard]] bool owns_recipient() const;
  [[nodiscard]] bool stands_aside() const;
  [[nodiscard]] bool is_of_description() const;

  // bars_of_recipients.cpp
  [[nodiscard]] bool is_name_of_doer() const;
  [[nodiscard]] bool is_bomber() const;
  [[nodiscard]] bool is_other_attack() const;
  [[nodiscard]] bool is_of_next_verb() const;
  [[nodiscard]] bool is_joined_to_agent() const;

  // role_bars.cpp
  [[nodiscard]] const RoleScheme& scheme_of(const ToldEvent& event) const;
  [[nodiscard]] bool gives(const ToldEvent& other, Role role) const;
  template <typename Mention>
  [[nodiscard]] bool touches(const std::vector<Mention>& all) const {
    return std::any_of(all.begin(), all.end(),
                       [&](const Mention& mention) { return mention.tokens.overlaps(it_.tokens); });
  }

  const RoleSetting& in_;
  const ToldEvent& event_;
  const RoleCandidate& it_;
  const TokenSpan sentence_;
  const bool by_rule_;  // the event's own construction makes it a party
};

// An attack, an arrest: deeds, which others tell of.
[[nodiscard]] bool is_deed(std::string_view type);

// Events of words: who tells, asks or blames in them is seldom who does the deed spoken of.
[[nodiscard]] bool is_of_words(std::string_view type);

}  // namespace isnad
