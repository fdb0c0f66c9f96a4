// SPDX-License-Identifier: Apache-2.0
// See role_finder.h. What a phrase is, for the construction: a weapon, a party, an armed one,
// counted people; and how it is given its role.
#include <algorithm>

#include "isnad/event/role_finder.h"

namespace isnad {

void RoleFinder::give(Role role, TokenSpan phrase, bool sure) {
  if (role == Role::kNone || role == Role::kEvent || phrase.empty()) return;
  if (role == Role::kArmedAgent)
    role =
        begins_with_weapon(phrase) || begins_with_armed(phrase) ? Role::kAgent : Role::kRecipient;
  // "rockets hit a post": of a verb that can take its weapon, what is no weapon is what was hit.
  if (role == Role::kWeapon && trigger_.is_verb && !is_weapon(phrase)) role = Role::kRecipient;
  phrase.begin = after_toll(phrase);
  for (const auto& part : syntax_.coordinated(phrase)) {
    out_.phrases.push_back({role, part, sure});
    out_.reach = out_.reach.joined(part);
  }
}

// عدد قتلى الحوثيين (the number of the Houthis' dead): the party is whose dead they are.
uint32_t RoleFinder::after_toll(TokenSpan phrase) const {
  constexpr std::string_view kToll[] = {
      "عدد",    // number
      "حصيله",  // toll
      "قتلي",   // dead
      "جرحي",   // wounded
      "ضحايا",  // victims
  };
  uint32_t at = phrase.begin;
  const auto is_toll = [&](uint32_t token) {
    return std::find(std::begin(kToll), std::end(kToll), syntax_.folded(token)) != std::end(kToll);
  };
  while (at + 1 < phrase.end && is_toll(at)) ++at;
  const bool dead_of_party =
      at > phrase.begin + 1 &&
      std::any_of(mentions_.actors.begin(), mentions_.actors.end(),
                  [&](const auto& actor) { return actor.tokens.contains(at); });
  return dead_of_party ? at : phrase.begin;
}

bool RoleFinder::is_weapon(TokenSpan phrase) const {
  return std::any_of(mentions_.weapons.begin(), mentions_.weapons.end(),
                     [&](const auto& weapon) { return weapon.tokens.overlaps(phrase); });
}

bool RoleFinder::has(Role role) const {
  return std::any_of(out_.phrases.begin(), out_.phrases.end(),
                     [&](const auto& p) { return p.role == role; });
}

// هربا من (in flight from), خوفا من (for fear of): one word in the accusative before min that
// names nobody and nothing says why.
bool RoleFinder::is_adverbial(TokenSpan phrase) const {
  const auto touches = [&](const auto& mention) { return mention.tokens.overlaps(phrase); };
  const auto any = [&](const auto& all) { return std::any_of(all.begin(), all.end(), touches); };
  const bool before_min =
      phrase.end < sentence_.end && syntax_.folded(phrase.end) == "من";  // min, from
  return before_min && phrase.size() == 1 && syntax_.folded(phrase.begin).ends_with("ا") &&
         !syntax_.is_definite(phrase.begin) && !any(mentions_.actors) && !any(mentions_.places) &&
         !any(mentions_.quantities) && !any(mentions_.weapons);
}

// قصف لطائرات التحالف (shelling of the coalition's aircraft): nobody shells a weapon.
bool RoleFinder::begins_with_weapon(TokenSpan phrase) const {
  return std::any_of(mentions_.weapons.begin(), mentions_.weapons.end(),
                     [&](const auto& weapon) { return weapon.tokens.begin == phrase.begin; });
}

bool RoleFinder::names_party(TokenSpan phrase) const {
  return begins_with_weapon(phrase) ||
         std::any_of(mentions_.actors.begin(), mentions_.actors.end(),
                     [&](const auto& actor) { return actor.tokens.begin == phrase.begin; });
}

// قصف لقوات النظام (shelling by the regime's forces), but قصف لمواقع الجيش (of the army's posts).
bool RoleFinder::begins_with_armed(TokenSpan phrase) const {
  return std::any_of(mentions_.actors.begin(), mentions_.actors.end(),
                     [&](const ActorMention& actor) {
                       return actor.tokens.begin == phrase.begin && is_armed(actor.tokens);
                     });
}

// Does the phrase name someone who bears arms?
bool RoleFinder::is_armed(TokenSpan phrase) const {
  return begins_with_weapon(phrase) ||
         std::any_of(
             mentions_.actors.begin(), mentions_.actors.end(), [&](const ActorMention& actor) {
               if (!phrase.overlaps(actor.tokens)) return false;
               if (actor.kind == ActorKind::kArmedGroup) return true;
               for (const std::string_view sector : {"MIL", "REB", "UAF", "COP", "PAR", "SPY"}) {
                 if (actor.sector.find(sector) != std::string::npos) return true;
               }
               return false;
             });
}

// A force or an armed group as a whole (an army, the police), which kills and arrests; its men
// (عدد من الحوثيين, a number of the Houthis) may be killed and arrested.
bool RoleFinder::is_force(TokenSpan phrase) const {
  const bool counted =
      std::any_of(mentions_.quantities.begin(), mentions_.quantities.end(),
                  [&](const auto& quantity) { return quantity.tokens.begin == phrase.begin; });
  return is_armed(phrase) && !counted &&
         std::any_of(mentions_.actors.begin(), mentions_.actors.end(), [&](const auto& actor) {
           return actor.tokens.begin == phrase.begin &&
                  (actor.kind == ActorKind::kArmedGroup || actor.kind == ActorKind::kState);
         });
}

// وأغلقت الطرق (and they closed the roads): what names neither a party nor people is an object.
bool RoleFinder::is_thing(TokenSpan phrase) const {
  const auto touches = [&](const auto& mention) { return mention.tokens.overlaps(phrase); };
  const auto any = [&](const auto& all) { return std::any_of(all.begin(), all.end(), touches); };
  return scheme_.object != Role::kNone && !any(mentions_.actors) && !any(mentions_.quantities);
}

bool RoleFinder::is_counted_people(TokenSpan phrase) const {
  return !phrase.empty() && std::any_of(mentions_.quantities.begin(), mentions_.quantities.end(),
                                        [&](const QuantityMention& quantity) {
                                          return quantity.of_people &&
                                                 quantity.tokens.begin == phrase.begin;
                                        });
}

TokenSpan RoleFinder::first_bare(uint32_t from) const {
  for (const auto& phrase : reader_.phrases_after(from)) {
    if (phrase.preposition.empty()) return phrase.tokens;
  }
  return {};
}

}  // namespace isnad
