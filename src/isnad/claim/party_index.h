// SPDX-License-Identifier: Apache-2.0
// The parties and times of a text by token: who begins here, who covers this token.
#pragma once

#include <cstdint>
#include <vector>

#include "isnad/analysis/analysis.h"
#include "isnad/lexicon/lexicon.h"
#include "isnad/mention/mentions.h"

namespace isnad {

class PartyIndex {
 public:
  // Keeps references to both.
  PartyIndex(const Mentions& mentions, const Lexicon& lexicon, const Analysis& analysis,
             size_t tokens);

  [[nodiscard]] const ActorMention* at(uint32_t token) const;           // that covers it
  [[nodiscard]] const ActorMention* starting_at(uint32_t token) const;  // the longest
  // A person by name, with or without his rank.
  [[nodiscard]] static bool is_named_person(const ActorMention& actor) {
    return actor.kind == ActorKind::kPerson && (!actor.name_tokens.empty() || !actor.name.empty());
  }
  // An office, a spokesman, an official: a noun that a person's name may follow.
  [[nodiscard]] bool is_title(const ActorMention& actor) const;
  // An outlet, an agency, journalists: whom one speaks to as often as who speaks.
  [[nodiscard]] static bool is_press(const ActorMention& actor) {
    return actor.kind == ActorKind::kMedia || actor.sector == "JRN";
  }
  // End of the time or place expression that begins at the token; the token itself when none does.
  [[nodiscard]] uint32_t time_end(uint32_t token) const { return time_end_[token]; }
  [[nodiscard]] bool names_anyone(TokenSpan span) const;
  [[nodiscard]] bool resolves_by_name(TokenSpan span) const;
  // Somebody with a name or a code: "the statement" is a mention, but of nobody.
  [[nodiscard]] bool resolves(TokenSpan span) const;
  [[nodiscard]] bool is_place(uint32_t token) const { return places_[token]; }
  // Tagged as a proper name, whether or not a list knows it.
  [[nodiscard]] bool is_name(uint32_t token) const { return names_[token]; }

 private:
  const Mentions& mentions_;
  Table offices_, agent_nouns_;
  std::vector<bool> titles_;        // by row of agent_nouns: class title or source
  std::vector<uint32_t> covering_;  // index + 1 by token
  std::vector<uint32_t> starting_;  // index + 1 by token
  std::vector<uint32_t> time_end_;  // by token
  std::vector<bool> places_;        // by token
  std::vector<bool> names_;         // by token
};

}  // namespace isnad
