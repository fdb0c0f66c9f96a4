// SPDX-License-Identifier: Apache-2.0
// Roles by construction, from order and clitics: verb-subject-object and subject-verb-object,
// passives, event nouns with construct and prepositions, light verbs on either side, relative
// clauses on the event noun.
#include "isnad/event/find_roles.h"

#include <utility>

#include "isnad/event/role_finder.h"

namespace isnad {

RoleFinder::RoleFinder(const Trigger& trigger, const Syntax& syntax,
                       const EventKnowledge& knowledge, std::span<const Match> light,
                       const Mentions& mentions)
    : trigger_(trigger),
      scheme_(knowledge.schemes[trigger.frame->scheme]),
      syntax_(syntax),
      knowledge_(knowledge),
      light_(light),
      mentions_(mentions),
      sentence_(syntax.sentence_of(trigger.head).tokens),
      reader_(trigger, scheme_, syntax, mentions) {
  out_.reach = trigger.tokens;
}

Roles RoleFinder::run() {
  if (trigger_.is_verb)
    verb();
  else
    noun();
  return std::move(out_);
}

Roles find_roles(const Trigger& trigger, const Syntax& syntax, const EventKnowledge& knowledge,
                 std::span<const Match> light, const Mentions& mentions) {
  return RoleFinder(trigger, syntax, knowledge, light, mentions).run();
}

}  // namespace isnad
