// SPDX-License-Identifier: Apache-2.0
// See role_barrier.h. Places, weapons and events do nothing; who is named only to say where or
// whose something is did not either.
#include <algorithm>

#include "isnad/event/role_barrier.h"

namespace isnad {

// "the clashes of the Green Zone": where it was is not who did it. Countries and capitals that
// act are parties.
bool Barrier::is_mere_place() const { return it_.actor == nullptr && touches(in_.mentions.places); }

// "blew up his explosive belt": what it was done with; a word of harm.
bool Barrier::is_mere_weapon() const {
  return it_.actor == nullptr && !by_rule_ &&
         (touches(in_.mentions.weapons) || is_harm(it_.tokens.begin));
}

// ساحة الطيران (Aviation Square): a word of a place's name is no party.
bool Barrier::is_word_of_place() const {
  return std::any_of(
      in_.mentions.places.begin(), in_.mentions.places.end(), [&](const PlaceMention& place) {
        return place.name.contains(it_.tokens) && place.name != it_.tokens &&
               !place.place.gazetteer_id.empty() && place.name.begin < it_.tokens.begin;
      });
}

// ديالى العراقية (Iraqi Diyala): a place that is said to be of a nation.
bool Barrier::is_place_of_nation() const {
  if (it_.actor == nullptr || by_rule_ || it_.actor->head == it_.tokens.begin ||
      !in_.knowledge.nationalities.contains(it_.actor->row))
    return false;
  return std::any_of(in_.mentions.places.begin(), in_.mentions.places.end(),
                     [&](const PlaceMention& place) {
                       return place.tokens.contains(it_.tokens.begin) && !place.capital &&
                              place.place.feature != PlaceFeature::kCountry;
                     });
}

// "the dead of the battles": an event does nothing.
bool Barrier::is_event() const {
  return std::any_of(in_.events.begin(), in_.events.end(), [&](const ToldEvent& other) {
    return it_.actor == nullptr && other.trigger->tokens.overlaps(it_.tokens);
  });
}

// "in front of the headquarters", "inside the police station": what a deed was near.
bool Barrier::is_landmark() const {
  if (by_rule_ || it_.elsewhere || it_.tokens.begin == sentence_.begin) return false;
  static constexpr std::string_view kNear[] = {
      "امام",   // in front of
      "قباله",  // opposite
      "قرب",    // near
      "داخل",   // inside
      "خارج",   // outside
      "حول",    // around
      "بجوار",  // beside
  };
  const auto before = in_.syntax.folded(it_.tokens.begin - 1);
  return std::find(std::begin(kNear), std::end(kNear), before) != std::end(kNear);
}

// "the quarter, which is under the control of the opposition": who holds a place did not strike
// it.
bool Barrier::holds_the_place() const {
  if (by_rule_ || it_.elsewhere || it_.tokens.begin < sentence_.begin + 2 ||
      event_.trigger->tokens.contains(it_.tokens.begin - 1))
    return false;
  const auto control = in_.syntax.folded(it_.tokens.begin - 1);
  const auto under = in_.syntax.folded(it_.tokens.begin - 2);
  return (control == "سيطره" && under == "تحت") ||  // under the control of
         (control == "قبضه" && under == "في");      // in the grip of
}

// "hit a checkpoint of the army's": whose the thing hit was.
bool Barrier::owns_recipient() const {
  if (by_rule_ || it_.elsewhere || (in_.syntax.proclitics(it_.tokens.begin) & kPrepositionL) == 0)
    return false;
  return std::any_of(
      event_.roles->phrases.begin(), event_.roles->phrases.end(), [&](const RolePhrase& phrase) {
        return phrase.role == Role::kRecipient && phrase.tokens.begin < it_.tokens.begin &&
               it_.tokens.begin <= phrase.tokens.end + 2;
      });
}

// "the prison, which holds fighters of the group, came under fire": who is named in a clause that
// describes another, and that a comma closes before the event is told.
bool Barrier::stands_aside() const {
  if (by_rule_ || it_.elsewhere || it_.tokens.end > event_.trigger->tokens.begin) return false;
  bool closed = false;
  for (uint32_t t = it_.tokens.end; t < event_.trigger->tokens.begin && !closed; ++t)
    closed = in_.syntax.at(t) == SyntaxClass::kComma;
  if (!closed) return false;
  for (uint32_t t = it_.tokens.begin; t > sentence_.begin; --t) {
    const auto word_class = in_.syntax.at(t - 1);
    if (word_class == SyntaxClass::kRelative) return in_.syntax.at(t) == SyntaxClass::kVerb;
    if (word_class == SyntaxClass::kComma || word_class == SyntaxClass::kComplementiser)
      return false;
  }
  return false;
}

// بلدة تسيطر عليها المعارضة (the town that the opposition holds), التحالف الذي تقوده الرياض (the
// coalition that Riyadh leads): the subject of a clause that only describes, and that tells of
// another deed.
bool Barrier::is_of_description() const {
  if (by_rule_ || it_.elsewhere) return false;
  uint32_t verb = it_.tokens.begin;
  const auto is_link = [&](uint32_t token) {
    return in_.syntax.has_enclitic(token) && in_.syntax.at(token) != SyntaxClass::kVerb &&
           (in_.syntax.at(token) == SyntaxClass::kPreposition ||
            in_.syntax.at(token) == SyntaxClass::kPronoun);
  };
  if (verb > sentence_.begin && is_link(verb - 1)) --verb;
  if (verb < sentence_.begin + 2) return false;
  --verb;
  return in_.syntax.at(verb) == SyntaxClass::kVerb &&
         in_.syntax.at(verb - 1) == SyntaxClass::kRelative &&
         in_.syntax.folded(verb - 1).starts_with("ال") &&  // who; not mimmā, which made them …
         !event_.trigger->tokens.contains(verb);
}

}  // namespace isnad
