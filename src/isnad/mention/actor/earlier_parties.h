// SPDX-License-Identifier: Apache-2.0
// The parties a report has named so far, asked by what stands later: a short form, a family name, a
// definite noun ("the organisation"). Answers only where one earlier party fits better than every
// other.
#pragma once

#include <cstdint>
#include <vector>

#include "isnad/mention/actor/token_facts.h"

namespace isnad {

inline constexpr uint32_t kNoParty = UINT32_MAX;

// A party as first named or described with a code: a whole mention, or the party inside one.
struct EarlierParty {
  uint32_t mention = 0;  // index of the mention that holds it
  TokenSpan tokens;      // its own words
  uint32_t head = 0;
  ActorKind kind = ActorKind::kGroup;
  RowId row = kNoRow;
  std::string name, country, sector;
};

class EarlierParties {
 public:
  EarlierParties(const TokenTable& tokens, const ActorKnowledge& knowledge)
      : tokens_(tokens), knowledge_(knowledge) {}

  // To be told of each party, in text order. `person`: a person's name inside it, if any.
  void add(EarlierParty party, TokenSpan person);

  struct Found {
    uint32_t party = kNoParty;  // index for operator[]
    uint32_t end = 0;           // token after the words that refer to it
  };
  // A short form of an earlier named party, or the family name of an earlier person, that begins at
  // `token`.
  [[nodiscard]] Found named_again(uint32_t token, uint32_t end) const;

  // The party that the definite noun at `head` stands for; kNoParty where nothing earlier fits or
  // two parties fit alike. Linear in the number of parties.
  [[nodiscard]] uint32_t antecedent(uint32_t head) const;

  // The named party that a possessive pronoun at `token` can mean: the latest of fitting gender,
  // close by, and only if no other such party stands between the two. `feminine`: ها, not ه.
  [[nodiscard]] uint32_t owner(uint32_t token, bool feminine) const;

  [[nodiscard]] const EarlierParty& operator[](uint32_t party) const { return parties_[party]; }

 private:
  struct Alias {
    uint32_t party;
    const ShortForm* form;
  };
  struct FamilyName {
    uint32_t party;
    uint32_t token;
  };

  void add_alias(uint32_t party, const ShortForm& form);
  void add_family_name(uint32_t party, uint32_t token);
  [[nodiscard]] uint32_t alias_end(const ShortForm& form, uint32_t token, uint32_t end) const;
  [[nodiscard]] bool is_feminine(const EarlierParty& party) const;
  [[nodiscard]] bool is_named(const EarlierParty& party) const;
  [[nodiscard]] bool shares_head(uint32_t head, const EarlierParty& party) const;

  const TokenTable& tokens_;
  const ActorKnowledge& knowledge_;
  std::vector<EarlierParty> parties_;
  std::vector<Alias> aliases_;
  std::vector<FamilyName> family_names_;
};

}  // namespace isnad
