// SPDX-License-Identifier: Apache-2.0
// The noun phrase that names or describes a party, built from its left edge: quantifier, head,
// construct chain, adjectives, affiliation ("تابعة لـ"), complements ("مسؤول في"), a name after a
// title.
//
// Works from tokens and lexicon matches alone. It ends at verbs, event words, punctuation, at
// prepositions other than those its head or an affiliation asks for, and where an article shows
// that a new phrase begins.
#pragma once

#include <optional>
#include <string>

#include "isnad/mention/actor/token_facts.h"

namespace isnad {

struct PartyPhrase {
  TokenSpan tokens;
  uint32_t head = 0;
  ActorKind kind = ActorKind::kGroup;
  RowId row = kNoRow;
  std::string name, country, sector;
  bool definite = false;
  bool bare = false;  // nothing follows its head: only then can it refer back
  bool metonym = false;
  bool adjective = false;
  // Another party inside the phrase: "تنظيم داعش" in "عناصر من تنظيم داعش", "التنظيم" in "عناصر
  // التنظيم".
  TokenSpan inner;
  RowId inner_row = kNoRow;
  bool inner_is_anaphor = false;  // it names nobody by itself
  bool takes_inner_code =
      false;  // the head says only that somebody is of it: members, commanders, sources
  uint8_t pronoun =
      0;  // of its head, as Match::enclitic counts: قواته (his forces), قواتها (her forces)
  uint32_t names_begin = 0, names_end = 0;  // a person's name inside it; empty when equal
};

class PhraseReader {
 public:
  // `countries`: which countries the report names (ISO codes), for names that count only there.
  PhraseReader(const TokenTable& tokens, const ActorKnowledge& knowledge,
               const std::vector<std::string>& countries)
      : tokens_(tokens), knowledge_(knowledge), countries_(countries) {}

  // The phrase that begins at `token` and lies before `end`, if a party's phrase begins there.
  // Linear in its length.
  [[nodiscard]] std::optional<PartyPhrase> read(uint32_t token, uint32_t end) const;

 private:
  const TokenTable& tokens_;
  const ActorKnowledge& knowledge_;
  const std::vector<std::string>& countries_;
};

}  // namespace isnad
