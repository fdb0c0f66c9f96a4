// SPDX-License-Identifier: Apache-2.0
// See role_barrier.h. What is no party at all: adverbs, adjectives, verbs, purposes, sources of
// words.
#include <algorithm>

#include "isnad/event/role_barrier.h"

namespace isnad {

// "for his part", "in its turn".
bool Barrier::is_adverbial() const {
  if (it_.tokens.size() != 1) return false;
  static constexpr std::string_view kParts[] = {
      "جانب",  // side
      "جهت",   // direction
      "دور",   // turn
      "ناحيت"  // respect
  };
  const auto word = in_.syntax.folded(it_.tokens.begin);
  return std::any_of(std::begin(kParts), std::end(kParts), [&](std::string_view part) {
    // after one letter of a preposition at most, and before a pronoun
    const size_t at = word.find(part);
    return at <= 2 && (word.ends_with("ه") ||   // his
                       word.ends_with("ها") ||  // her
                       word.ends_with("هم"));   // their
  });
}

// هذا (this), ذلك (that), العدد (the number), alone.
bool Barrier::is_demonstrative() const {
  static constexpr std::string_view kThese[] = {
      "العدد",    // the number
      "الحصيله",  // the toll
      "هذا",      // this
      "هذه",      // this
      "ذلك",      // that
      "تلك",      // that
      "هولاء"     // these
  };
  return it_.actor == nullptr && it_.tokens.size() == 1 &&
         std::find(std::begin(kThese), std::end(kThese), in_.syntax.folded(it_.tokens.begin)) !=
             std::end(kThese);
}

// "the bloody": an adjective that stands for nobody.
bool Barrier::is_bare_adjective() const {
  if (it_.actor == nullptr && is_affiliation()) return true;
  return it_.actor == nullptr && !by_rule_ && it_.tokens.size() == 1 &&
         in_.syntax.is_adjective(it_.tokens.begin) && !touches(in_.mentions.quantities) &&
         !touches(in_.mentions.places);
}

// تابع (affiliated), موالية (loyal): it says whose somebody is.
bool Barrier::is_affiliation() const {
  return std::any_of(in_.matches.begin(), in_.matches.end(), [&](const Match& match) {
    return match.tokens.begin == it_.tokens.begin && in_.knowledge.affiliations.contains(match.row);
  });
}

// A nationality says whose only what it stands by is: an American raid, Israeli aircraft; in "the
// Afghan capital" it suffers nothing.
bool Barrier::is_loose_adjective() const {
  if (it_.actor == nullptr || !it_.actor->adjective || it_.rule != Role::kNone) return false;
  uint32_t noun = it_.tokens.begin;
  while (noun > sentence_.begin && in_.syntax.is_adjective(noun)) --noun;
  const auto holds = [&](TokenSpan span) { return span.contains(noun); };
  return !std::any_of(in_.events.begin(), in_.events.end(),
                      [&](const ToldEvent& other) { return holds(other.trigger->tokens); }) &&
         !std::any_of(in_.mentions.weapons.begin(), in_.mentions.weapons.end(),
                      [&](const auto& weapon) { return holds(weapon.tokens); });
}

// استؤنف (was resumed), الذين (who), على (on): a verb, a relative pronoun, a preposition is nobody,
// whatever the reading of phrases made of it.
bool Barrier::is_no_noun() const {
  const auto word_class = in_.syntax.at(it_.tokens.begin);
  return it_.actor == nullptr && it_.tokens.size() == 1 &&
         ((!by_rule_ && word_class == SyntaxClass::kVerb) || word_class == SyntaxClass::kRelative ||
          word_class == SyntaxClass::kPreposition || word_class == SyntaxClass::kComplementiser ||
          word_class == SyntaxClass::kSubordinator);
}

// "raids on the countryside, and the government reinforces its posts": who begins a clause behind
// the event.
bool Barrier::has_own_verb() const {
  return !by_rule_ && !it_.elsewhere && it_.tokens.begin >= event_.trigger->tokens.end &&
         in_.syntax.begins_clause(it_.tokens);
}

// اليمن: المقاومة تتقدم (Yemen: the resistance advances): the country that a headline files its
// news under.
bool Barrier::is_rubric() const {
  return is_deed(event_.trigger->frame->type) && it_.tokens.begin == sentence_.begin &&
         it_.tokens.end < sentence_.end && in_.syntax.folded(it_.tokens.end) == ":" &&
         it_.tokens.size() == 1;
}

// بالوقوف (of standing), بحالات (with cases): b- and k- before a plain noun bring in no party.
bool Barrier::is_circumstance() const {
  const unsigned front = in_.syntax.proclitics(it_.tokens.begin);
  return it_.actor == nullptr && !by_rule_ && (front & (kPrepositionB | kPrepositionK)) != 0 &&
         !touches(in_.mentions.places) && !touches(in_.mentions.quantities);
}

// لإنهاء صراع (to end a conflict): what for, and nobody.
bool Barrier::is_purpose() const {
  return it_.actor == nullptr && !by_rule_ && !it_.elsewhere &&
         (in_.syntax.proclitics(it_.tokens.begin) & kPrepositionL) != 0 &&
         !touches(in_.mentions.places) && !touches(in_.mentions.quantities);
}

// "a statement", or a witness, an official, a source right after "said": words are told by them,
// deeds done by others.
bool Barrier::is_source_of_words() const {
  if (it_.rule != Role::kNone || !is_deed(event_.trigger->frame->type)) return false;
  if (it_.actor != nullptr && !it_.actor->name.empty()) return false;
  return in_.reporting[it_.tokens.begin] && (by_reporting_word() || is_document());
}

bool Barrier::is_document() const {
  return std::any_of(in_.matches.begin(), in_.matches.end(), [&](const Match& match) {
    return match.tokens.begin == it_.tokens.begin && in_.knowledge.reporting.contains(match.row) &&
           in_.lexicon.field(match.row, "form") == "document";
  });
}

}  // namespace isnad
