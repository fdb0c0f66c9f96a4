// SPDX-License-Identifier: Apache-2.0
// Number alone is matched: gender shows too seldom in what a party is called.
#include "isnad/event/pronoun_party.h"

namespace isnad {

TokenSpan party_of_pronoun(uint32_t token, std::string_view pronoun, TokenSpan doer,
                           const Syntax& syntax, const Mentions& mentions) {
  const bool him = pronoun == "ه";
  const bool them = pronoun == "هم";
  if (!him && !them) return {};
  const uint32_t sentence = syntax.sentence_index(token);
  TokenSpan nearest{};
  const auto consider = [&](TokenSpan span) {
    if (span.end <= token && syntax.sentence_index(span.begin) == sentence &&
        (doer.empty() || !span.overlaps(doer)) && span.begin >= nearest.begin)
      nearest = span;
  };
  for (const auto& actor : mentions.actors) {
    if (actor.adjective) continue;
    if (actor.kind == (him ? ActorKind::kPerson : ActorKind::kGroup)) consider(actor.tokens);
  }
  if (!them) return nearest;
  for (const auto& quantity : mentions.quantities) {
    if (quantity.of_people && !quantity.part_of) consider(quantity.tokens);
  }
  return nearest;
}

}  // namespace isnad
