// SPDX-License-Identifier: Apache-2.0
// See role_barrier.h. Who was not acted upon: the doer's own name, another attack, what the next
// verb acts on, who is joined to the doer.
#include <algorithm>

#include "isnad/event/role_barrier.h"

namespace isnad {

// "met the minister, A. B., the director": a man's name behind the comma after the doer is his.
bool Barrier::is_name_of_doer() const {
  if (by_rule_ || it_.elsewhere || it_.actor == nullptr || it_.actor->kind != ActorKind::kPerson ||
      it_.tokens.begin < sentence_.begin + 2 ||
      in_.syntax.at(it_.tokens.begin - 1) != SyntaxClass::kComma ||
      in_.syntax.proclitics(it_.tokens.begin) != 0)
    return false;
  const auto& phrases = event_.roles->phrases;
  return std::any_of(phrases.begin(), phrases.end(), [&](const RolePhrase& phrase) {
    return (phrase.role == Role::kAgent || phrase.role == Role::kBoth) &&
           phrase.tokens.end < it_.tokens.begin &&
           in_.syntax.phrase_clause(phrase.tokens.begin).end == it_.tokens.begin - 1;
  });
}

// "the attack comes a day after the kidnapping of eight": no attack is made on another.
bool Barrier::is_other_attack() const {
  return event_.trigger->frame->type == "ASSAULT" &&
         std::any_of(in_.events.begin(), in_.events.end(), [&](const ToldEvent& other) {
           return other.trigger != event_.trigger && !other.trigger->is_verb &&
                  other.trigger->frame->type == "ASSAULT" &&
                  other.trigger->tokens.contains(it_.tokens.begin);
         });
}

// "the assault was made by two bombers": who blows himself up is no target of it.
bool Barrier::is_bomber() const {
  constexpr std::string_view kBomber = "انتحاري";  // suicide (bomber, belt)
  return !by_rule_ && event_.trigger->frame->type == "ASSAULT" &&
         in_.syntax.folded(it_.tokens.begin).find(kBomber) != std::string_view::npos;
}

// "called for marches, and refused the president's invitation": behind a comma and a verb joined
// by و stands what that verb acts on.
bool Barrier::is_of_next_verb() const {
  if (by_rule_ || it_.elsewhere) return false;
  for (uint32_t t = event_.trigger->tokens.end; t + 1 < it_.tokens.begin; ++t) {
    if (in_.syntax.at(t) == SyntaxClass::kComma && in_.syntax.at(t + 1) == SyntaxClass::kVerb &&
        (in_.syntax.proclitics(t + 1) & kConjunction) != 0)
      return true;
  }
  return false;
}

// "the shelling of the army's artillery and the coalition's aircraft": an armed party joined to
// the doer is one more doer.
bool Barrier::is_joined_to_agent() const {
  if (by_rule_ || it_.elsewhere || it_.actor == nullptr ||
      (in_.syntax.proclitics(it_.tokens.begin) & kConjunction) == 0 ||
      !it_.actor->sector.starts_with("MIL"))
    return false;
  const auto& phrases = event_.roles->phrases;
  return std::any_of(phrases.begin(), phrases.end(), [&](const RolePhrase& phrase) {
    return phrase.role == Role::kAgent && phrase.tokens.end == it_.tokens.begin;
  });
}

}  // namespace isnad
