// SPDX-License-Identifier: Apache-2.0
// See role_barrier.h. Who only tells of a deed did not do it; who claims it was not hit by it.
#include <algorithm>

#include "isnad/event/role_barrier.h"

namespace isnad {

// "the mission condemned the attack": the doer of a verb of words is not the doer of the deed
// that it speaks of.
bool Barrier::speaks_of_it() const {
  if (it_.rule != Role::kNone || !is_deed(event_.trigger->frame->type)) return false;
  return std::any_of(in_.events.begin(), in_.events.end(), [&](const ToldEvent& other) {
    return is_of_words(other.trigger->frame->type) && sentence_.contains(other.trigger->tokens) &&
           other.trigger->tokens.end <= event_.trigger->tokens.begin &&
           (gives(other, Role::kAgent) || gives(other, Role::kBoth));
  });
}

// "the officer of the joint force A. said that clashes broke out": whose the man is who tells it,
// not who does it.
bool Barrier::is_of_speaker() const {
  if (by_rule_ || it_.elsewhere || by_reporting_word() || !is_deed(event_.trigger->frame->type) ||
      it_.tokens.end > event_.trigger->tokens.begin)
    return false;
  bool said = false;
  for (uint32_t t = it_.tokens.begin; t > sentence_.begin && !said; --t) {
    if (in_.syntax.at(t - 1) != SyntaxClass::kNominal && !in_.reporting[t - 1]) return false;
    said = in_.reporting[t - 1];
  }
  for (uint32_t t = it_.tokens.end; said && t < event_.trigger->tokens.begin; ++t) {
    if (in_.syntax.at(t) != SyntaxClass::kComplementiser) continue;
    const auto that = in_.syntax.folded(t);  // "that it" may be his side after all
    return !that.ends_with("ه") && !that.ends_with("ها") && !that.ends_with("هم");
  }
  return false;
}

// "a statement issued by the joint forces said that three soldiers were killed": whose statement it
// is. Behind "that they" it may be their own deed.
bool Barrier::issues_statement() const {
  if (by_rule_ || it_.elsewhere || it_.tokens.begin < sentence_.begin + 2 ||
      it_.tokens.end > event_.trigger->tokens.begin ||
      in_.syntax.folded(it_.tokens.begin - 1) != "عن")  // ʿan, from
    return false;
  const auto issued = in_.syntax.folded(it_.tokens.begin - 2);
  if (issued.find("صادر") == std::string_view::npos &&  // ṣādir, coming out
      !issued.starts_with("صدر"))                       // ṣadara, came out
    return false;
  for (uint32_t t = it_.tokens.end; t < event_.trigger->tokens.begin; ++t) {
    if (in_.syntax.at(t) != SyntaxClass::kComplementiser) continue;
    const auto that = in_.syntax.folded(t);
    return !that.ends_with("ه") && !that.ends_with("ها") &&
           !that.ends_with("هم");  // his, her, their
  }
  return true;
}

// "the army said that Russia launched": who tells it does not do it where what is told has a doer
// of its own.
bool Barrier::is_teller() const {
  if (by_rule_ || it_.elsewhere || !by_reporting_word()) return false;
  const auto& phrases = event_.roles->phrases;
  return std::any_of(phrases.begin(), phrases.end(), [&](const RolePhrase& phrase) {
    if (phrase.role != Role::kAgent || phrase.tokens.begin < it_.tokens.end) return false;
    for (uint32_t t = it_.tokens.end; t < phrase.tokens.begin; ++t) {
      if (in_.syntax.at(t) == SyntaxClass::kComplementiser) return true;
    }
    return false;
  });
}

// "the police said that the car was hit", "the official confirmed the death of the general": who
// bears no arms and tells of harm tells only. Behind "that he" he may speak of himself.
bool Barrier::only_speaks() const {
  if (by_rule_ || it_.elsewhere || !is_deed(event_.trigger->frame->type) || may_strike() ||
      it_.tokens.end > event_.trigger->tokens.begin || !has_said())
    return false;
  for (uint32_t t = it_.tokens.end; t < event_.trigger->tokens.begin; ++t) {
    const auto word_class = in_.syntax.at(t);
    if (word_class == SyntaxClass::kVerb) return false;
    if (word_class != SyntaxClass::kComplementiser) continue;
    const auto that = in_.syntax.folded(t);
    return !that.ends_with("ه") && !that.ends_with("ها") && !that.ends_with("هم");
  }
  return scheme_of(event_).is_result || event_.trigger->frame->means.empty();
}

// Does a word that brings in a narrator govern the candidate, over nouns and prepositions alone?
bool Barrier::has_said() const {
  for (uint32_t t = it_.tokens.begin; t > sentence_.begin; --t) {
    if (in_.reporting[t - 1]) return true;
    const auto word_class = in_.syntax.at(t - 1);
    if (word_class != SyntaxClass::kNominal && word_class != SyntaxClass::kPreposition)
      return false;
  }
  return false;
}

// Forces, armed groups and states make what they tell of, often enough; police and ministries
// arrest and close, but seldom attack.
bool Barrier::may_strike() const {
  if (it_.actor == nullptr) return false;
  if (it_.actor->kind == ActorKind::kArmedGroup) return true;
  const std::string_view sector = it_.actor->sector;
  return it_.actor->kind == ActorKind::kState &&
         (event_.trigger->frame->type != "ASSAULT" || sector.empty() || sector.starts_with("MIL") ||
          sector.starts_with("SPY"));
}

// "the kidnapping, which the ministry denied": who has a word of speech behind the deed.
bool Barrier::tells_of_it_after() const {
  return !by_rule_ && !it_.elsewhere && is_deed(event_.trigger->frame->type) &&
         it_.tokens.begin > event_.trigger->tokens.end && in_.reporting[it_.tokens.begin - 1];
}

// "the agency said that …": outlets and monitors by a reporting word.
bool Barrier::only_reports_it() const {
  if (it_.rule != Role::kNone || it_.actor == nullptr || !by_reporting_word()) return false;
  return it_.actor->kind == ActorKind::kMedia || it_.actor->kind == ActorKind::kMonitor;
}

// "the police announced the death of seven in a bombing": between whoever says it and the deed
// stand those it harmed.
bool Barrier::announces_harm() const {
  if (it_.rule != Role::kNone || it_.elsewhere || !by_reporting_word() ||
      !is_deed(event_.trigger->frame->type))
    return false;
  const auto between = [&](TokenSpan span) {
    return span.begin >= it_.tokens.end && span.end <= event_.trigger->tokens.begin;
  };
  return std::any_of(in_.mentions.quantities.begin(), in_.mentions.quantities.end(),
                     [&](const auto& quantity) {
                       return quantity.of_people && between(quantity.tokens);
                     }) ||
         std::any_of(in_.events.begin(), in_.events.end(), [&](const ToldEvent& other) {
           return scheme_of(other).is_result && between(other.trigger->tokens);
         });
}

// "said the spokesman Nabil that the militia hit the market": a man who speaks, with the clause
// he speaks after him.
bool Barrier::is_named_speaker() const {
  if (it_.rule != Role::kNone || it_.tokens.end > event_.trigger->tokens.begin) return false;
  // "the army said that a raid hit it": whoever bears arms may be spoken of by himself.
  const bool first = in_.reporting[it_.tokens.begin - std::min(1U, it_.tokens.begin)];
  if (first && it_.actor != nullptr && it_.actor->kind != ActorKind::kPerson &&
      it_.actor->kind != ActorKind::kMedia && it_.actor->kind != ActorKind::kMonitor)
    return false;
  bool said = false;
  for (uint32_t t = it_.tokens.begin; t > sentence_.begin && !said; --t) {
    const auto word_class = in_.syntax.at(t - 1);
    if (word_class == SyntaxClass::kComplementiser || word_class == SyntaxClass::kRelative ||
        word_class == SyntaxClass::kComma)
      return false;
    said = in_.reporting[t - 1];
  }
  if (!said) return false;
  for (uint32_t t = it_.tokens.end; t < event_.trigger->tokens.begin; ++t) {
    if (in_.syntax.at(t) == SyntaxClass::kComplementiser) return true;
  }
  return false;
}

// "the group announced its responsibility for the bombing": who takes it upon himself.
bool Barrier::claims_it() const {
  static constexpr std::string_view kHis[] = {
      "مسووليته",   // his responsibility
      "مسووليتها",  // her responsibility
      "مسووليتهم",  // their responsibility
  };
  constexpr uint32_t kReach = 5;  // tokens
  if (by_rule_ || it_.elsewhere) return false;
  for (uint32_t t = it_.tokens.end; t < std::min(sentence_.end, it_.tokens.end + kReach); ++t) {
    if (in_.syntax.at(t) == SyntaxClass::kVerb) return false;
    if (std::find(std::begin(kHis), std::end(kHis), in_.syntax.folded(t)) != std::end(kHis))
      return true;
  }
  return false;
}

bool Barrier::by_reporting_word() const {
  return (it_.tokens.begin > sentence_.begin && in_.reporting[it_.tokens.begin - 1]) ||
         (it_.tokens.end < sentence_.end && in_.reporting[it_.tokens.end]);
}

}  // namespace isnad
