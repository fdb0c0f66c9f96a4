// SPDX-License-Identifier: Apache-2.0
// The parties a report has named so far, asked by what stands later: a short form, a family name, a definite
// noun ("the organisation"). Answers only where one earlier party fits better than every other.
#pragma once

#include <cstdint>
#include <vector>

#include "isnad/mention/actor/token_facts.h"

namespace isnad {

inline constexpr uint32_t kNoMention = UINT32_MAX;

class EarlierParties {
 public:
  EarlierParties(const TokenTable& tokens, const ActorKnowledge& knowledge) : tokens_(tokens), knowledge_(knowledge) {}

  // To be told of each mention, in text order. `name` is the person's name inside it, if any.
  void add(uint32_t index, const ActorMention& mention, TokenSpan name);

  struct Found {
    uint32_t mention = kNoMention;  // index of the earlier mention
    uint32_t end = 0;               // token after the words that refer to it
  };
  // A short form of an earlier named party, or the family name of an earlier person, that begins at `token`.
  [[nodiscard]] Found named_again(uint32_t token, uint32_t end) const;

  // What the definite noun phrase stands for, among the mentions added so far; kNoMention where nothing earlier
  // fits or two parties fit alike. Linear in the number of mentions.
  [[nodiscard]] uint32_t antecedent(const ActorMention& noun, const std::vector<ActorMention>& mentions) const;

 private:
  struct Alias {
    uint32_t mention;
    const ShortForm* form;
  };
  struct FamilyName {
    uint32_t mention;
    uint32_t token;
  };

  [[nodiscard]] uint32_t alias_end(const ShortForm& form, uint32_t token, uint32_t end) const;
  [[nodiscard]] bool shares_head(const ActorMention& noun, const ActorMention& earlier) const;

  const TokenTable& tokens_;
  const ActorKnowledge& knowledge_;
  std::vector<Alias> aliases_;
  std::vector<FamilyName> family_names_;
};

}  // namespace isnad
