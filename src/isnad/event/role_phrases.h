// SPDX-License-Identifier: Apache-2.0
// The noun phrases to the right of an event's word, each with the preposition before it, up to
// where its clause ends: what roles are read from.
#pragma once

#include <string_view>
#include <vector>

#include "isnad/event/find_triggers.h"
#include "isnad/event/knowledge.h"
#include "isnad/event/syntax.h"

namespace isnad {

inline constexpr uint32_t kFarthestRole = 24;  // tokens a role may stand from its trigger

// A noun phrase with the preposition before it, if any (folded; letters as ل ب ك).
struct PrepositionPhrase {
  std::string_view preposition;
  TokenSpan tokens;
};

// The preposition among clitics, as a letter; empty for none.
[[nodiscard]] std::string_view fused_preposition(uint8_t clitics);

class RolePhraseReader {
 public:
  // Keeps references to its arguments, which must outlive it.
  RolePhraseReader(const Trigger& trigger, const RoleScheme& scheme, const Syntax& syntax,
                   const Mentions& mentions)
      : trigger_(trigger),
        scheme_(scheme),
        syntax_(syntax),
        mentions_(mentions),
        sentence_(syntax.sentence_of(trigger.head).tokens) {}

  // The phrases from `from` to the right, up to where the clause ends; commas end it once something
  // was found, unless they hold a remark.
  [[nodiscard]] std::vector<PrepositionPhrase> phrases_after(uint32_t from) const;
  // What the scheme says of a preposition.
  [[nodiscard]] Role role_of(std::string_view preposition) const;
  // The end of a time expression that begins at the token, or 0.
  [[nodiscard]] uint32_t time_end(uint32_t token) const;

 private:
  [[nodiscard]] std::string_view preposition_at(uint32_t token, uint32_t& phrase_begin) const;
  [[nodiscard]] uint32_t words_at(uint32_t token, std::string_view words) const;
  [[nodiscard]] uint32_t after_remark(uint32_t comma) const;
  [[nodiscard]] uint32_t after_name(uint32_t comma) const;
  [[nodiscard]] bool is_described(const std::vector<PrepositionPhrase>& phrases) const;

  const Trigger& trigger_;
  const RoleScheme& scheme_;
  const Syntax& syntax_;
  const Mentions& mentions_;
  TokenSpan sentence_;
};

}  // namespace isnad
