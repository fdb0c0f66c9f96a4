// SPDX-License-Identifier: Apache-2.0
// See role_finder.h. Verbs that only carry the event: to its left (launched raids), to its right
// (the raids hit), in a relative clause on it.
#include <algorithm>

#include "isnad/event/role_finder.h"

namespace isnad {
namespace {

constexpr uint32_t kFarthestLight = 40;  // tokens between a light verb and its event noun

}  // namespace

// إطلاق نار استهدف مروحية: whatever governs the noun, the light verb right behind it tells whom
// it hit.
bool RoleFinder::light_right_after(uint32_t tail) const {
  const Match* match = nullptr;
  return tail < sentence_.end && !has(Role::kRecipient) && light_at(tail, match) != nullptr;
}

const LightVerb* RoleFinder::light_at(uint32_t token, const Match*& match) const {
  for (const auto& candidate : light_) {
    if (candidate.tokens.begin == token && syntax_.at(token) != SyntaxClass::kPreposition) {
      match = &candidate;
      return knowledge_.light_verbs.find(candidate.row);
    }
  }
  return nullptr;
}

// A light verb to the left that governs this noun: شن التحالف غارات, تعرض السجن لقصف. Relative
// clauses between the two are stepped over: "the prison, which holds thousands, came under
// shelling", "launched the coalition, which Riyadh leads, raids": also where their verb is a light
// one, whose object is then the pronoun on it.
bool RoleFinder::light_before() {
  const uint32_t limit =
      trigger_.tokens.begin - std::min(trigger_.tokens.begin - sentence_.begin, kFarthestLight);
  for (uint32_t t = trigger_.tokens.begin; t > limit; --t) {
    const Match* match = nullptr;
    const LightVerb* verb = light_at(t - 1, match);
    if (verb != nullptr && !(match->enclitic != 0 && after_relative(t - 1)))
      return governs(*verb, *match);
    const auto word_class = syntax_.at(t - 1);
    if (word_class == SyntaxClass::kVerb && !after_relative(t - 1))
      return false;  // another verb stands between
    if (word_class == SyntaxClass::kComplementiser || word_class == SyntaxClass::kBreak)
      return false;
  }
  return false;
}

// After a relative pronoun, or right after an indefinite noun that the verb's pronoun takes up:
// مدرسة تديرها الوكالة (a school that the agency runs).
bool RoleFinder::after_relative(uint32_t token) const {
  if (token <= sentence_.begin) return false;
  const auto before = syntax_.at(token - 1);
  return before == SyntaxClass::kRelative ||
         (before == SyntaxClass::kNominal && !syntax_.is_definite(token - 1) &&
          syntax_.has_enclitic(token));
}

// أعلنت الشرطة مقتل اثنين في هجوم: the attack is no object of "announced". A series of raids
// (سلسلة من الغارات) is.
bool RoleFinder::behind_preposition() const {
  const uint32_t before = trigger_.tokens.begin - 1;  // the light verb stands further left
  return syntax_.at(before) == SyntaxClass::kPreposition &&
         syntax_.folded(before) != "من";  // min, of
}

// عقدت اجتماعا لبحث تداعيات حرق (met to discuss the consequences of the burning): the event ends
// a construct that hangs on a preposition.
bool RoleFinder::hangs_on_preposition() const {
  uint32_t t = trigger_.tokens.begin;
  if (syntax_.folded(t).ends_with("ا")) return false;  // -an: an object of its own
  while (t > sentence_.begin && syntax_.at(t - 1) == SyntaxClass::kNominal &&
         !syntax_.is_definite(t - 1) && !syntax_.has_enclitic(t - 1) &&
         !syntax_.is_adjective(t - 1)) {
    --t;
    if (!fused_preposition(syntax_.proclitics(t)).empty()) return true;
    if ((syntax_.proclitics(t) & kConjunction) != 0) return false;
  }
  return false;
}

// أعلنت المصادر مقتل شخصين في هجوم وانفجار (announced the death of two in an attack and a blast):
// the verb's object is the death. People right behind the verb are its subject: شن مسلحون هجوما
// (gunmen launched an attack).
bool RoleFinder::harm_between(uint32_t from) const {
  return std::any_of(mentions_.quantities.begin(), mentions_.quantities.end(),
                     [&](const QuantityMention& quantity) {
                       return quantity.tokens.begin > from && quantity.of_people &&
                              quantity.tokens.end <= trigger_.tokens.begin;
                     });
}

// تعرضت القوات لهجوم (the forces were exposed to an attack), with both words in the trigger.
bool RoleFinder::suffers() const {
  if (trigger_.tokens.size() < 2) return false;
  const Match* match = nullptr;
  const LightVerb* verb = light_at(trigger_.head, match);
  return verb != nullptr && verb->subject == Role::kRecipient;
}

bool RoleFinder::governs(const LightVerb& verb, const Match& match) {
  const bool adjacent = match.tokens.end == trigger_.tokens.begin;
  TokenSpan between{};
  if (!adjacent) between = syntax_.noun_phrase(match.tokens.end);
  // أطلق جنود النار (opened soldiers fire): the event's word is no part of the party before it.
  between.end = std::max(between.begin, std::min(between.end, trigger_.tokens.begin));
  TokenSpan before = subject_before(match.tokens.begin);
  if (before.empty()) before = antecedent(match.tokens.begin);
  // "took the area, … and carried out a sweep": the verb before has the subject.
  if (before.empty() && between.empty() && (match.proclitics & kConjunction) != 0)
    before = subject_of_verb_before(match.tokens.begin);
  switch (verb.event_at) {
    case LightVerb::EventAt::kSubject:
      if (!adjacent && !is_ranked(match.tokens.end)) return false;
      light(verb, verb.object, first_bare(out_.reach.end));
      return true;
    case LightVerb::EventAt::kObject:
      // أعلنت الشرطة مقتل سبعة (the police announced the death of seven): nobody carries out a
      // death.
      if (scheme_.is_result || !fused_preposition(trigger_.match.proclitics).empty() ||
          behind_preposition() || hangs_on_preposition() ||
          (!adjacent && harm_between(match.tokens.end)))
        return false;
      light(verb, verb.subject, before.empty() ? between : before);
      out_.subject_omitted = before.empty() && between.empty();
      return true;
    case LightVerb::EventAt::kPreposition: {
      const bool fused = fused_preposition(trigger_.match.proclitics) == verb.preposition;
      const uint32_t last = trigger_.tokens.begin - 1;  // the verb stands before
      const bool word = syntax_.folded(last) == verb.preposition;
      const auto any = syntax_.folded(last);
      const bool on_any = any.starts_with(verb.preposition) &&
                          (any.ends_with("اي") || any.ends_with("ايه")) &&  // لأي, to any
                          any.size() <= verb.preposition.size() + 6;
      if (!fused && !word && !on_any) return false;
      light(verb, verb.subject, before.empty() ? between : before);
      return true;
    }
  }
  return false;
}

// استهدف آخر هجوم (targeted the last attack): a word of rank alone between verb and event.
bool RoleFinder::is_ranked(uint32_t token) const {
  constexpr std::string_view kRanks[] = {
      "اخر",   // last
      "اول",   // first
      "ثاني",  // second
      "ثالث",  // third
      "احدث",  // latest
      "اعنف",  // most violent
  };
  return token + 1 == trigger_.tokens.begin &&
         std::find(std::begin(kRanks), std::end(kRanks), syntax_.folded(token)) != std::end(kRanks);
}

void RoleFinder::light(const LightVerb& verb, Role role, TokenSpan phrase, bool sure) {
  out_.construction = "light-verb";
  if (verb.factuality) out_.factuality = verb.factuality;
  if (!phrase.empty() && !phrase.overlaps(trigger_.tokens)) give(role, phrase, sure);
}

// نفذته قوات الأمن (the security forces carried it out): the pronoun is the event. Rows that list
// their forms have it in the form.
bool RoleFinder::has_object_pronoun(const Match& verb) const {
  const uint32_t last = verb.tokens.end - 1;
  if (verb.enclitic != 0 || syntax_.has_enclitic(last)) return true;
  const auto word = syntax_.folded(last);
  return syntax_.at(last) == SyntaxClass::kVerb && (word.ends_with("ه") || word.ends_with("ها"));
}

// الهجمات التي وقعت في يوليو نفذها … (the attacks that took place in July were made by …): where
// the clause of the noun goes on behind one that says only when or where it was.
uint32_t RoleFinder::over_that_happened(uint32_t relative) const {
  const Match* match = nullptr;
  if (relative + 1 >= sentence_.end || syntax_.at(relative) != SyntaxClass::kRelative)
    return relative;
  const LightVerb* verb = light_at(relative + 1, match);
  const bool happened = verb != nullptr && verb->event_at == LightVerb::EventAt::kSubject &&
                        verb->object == Role::kNone;
  return happened ? sentence_.end : relative;
}

// The event noun as subject of a light verb to its right: القصف طال السوق, هجوم استهدف دورية.
void RoleFinder::event_as_subject(uint32_t tail) {
  const auto clause = syntax_.phrase_clause(trigger_.head);
  const uint32_t end = over_that_happened(clause.end);
  for (uint32_t t = tail; t < std::min(end, tail + kFarthestRole); ++t) {
    if (syntax_.at(t) == SyntaxClass::kComma) return;
    const Match* match = nullptr;
    const LightVerb* verb = light_at(t, match);
    if (verb != nullptr && t > sentence_.begin && syntax_.at(t - 1) == SyntaxClass::kRelative &&
        clause.end == t - 1)
      continue;
    if (verb == nullptr && syntax_.at(t) == SyntaxClass::kVerb) return;
    if (verb == nullptr) continue;
    if (verb->event_at == LightVerb::EventAt::kObject && has_object_pronoun(*match)) {
      light(*verb, verb->subject, first_bare(match->tokens.end), true);
      return;
    }
    if (verb->event_at != LightVerb::EventAt::kSubject || verb->object == Role::kNone) return;
    if (trigger_.tokens.begin != clause.begin &&
        syntax_.at(trigger_.tokens.begin - 1) == SyntaxClass::kNominal)
      return;
    for (const auto& phrase : reader_.phrases_after(match->tokens.end)) {
      if (!phrase.preposition.empty()) continue;
      light(*verb, verb->object, phrase.tokens);
      return;
    }
  }
}

// The relative pronoun behind the event noun, over nouns that belong to it; the sentence's end
// where none follows.
uint32_t RoleFinder::relative_on_event(uint32_t tail) const {
  constexpr uint32_t kFarthest = 6;  // tokens
  for (uint32_t t = tail; t < std::min(sentence_.end, tail + kFarthest); ++t) {
    if (syntax_.at(t) == SyntaxClass::kRelative) return t;
    if (syntax_.at(t) != SyntaxClass::kNominal && syntax_.at(t) != SyntaxClass::kPreposition) break;
  }
  return sentence_.end;
}

// Is the word before this token one of a party's, and none of a weapon's?
bool RoleFinder::ends_in_party(uint32_t token) const {
  const TokenSpan before{token - 1, token};
  return !is_weapon(before) &&
         std::any_of(mentions_.actors.begin(), mentions_.actors.end(),
                     [&](const ActorMention& actor) { return actor.tokens.overlaps(before); });
}

// الهجوم الذي شنه التنظيم: the relative clause's light verb, with a pronoun for the event, names
// the doer.
void RoleFinder::relative_clause(uint32_t tail) {
  const uint32_t relative = relative_on_event(tail);
  if (relative == sentence_.end) return;
  const Match* match = nullptr;
  const LightVerb* verb = relative + 1 < sentence_.end ? light_at(relative + 1, match) : nullptr;
  if (verb == nullptr) return;
  if (relative != tail) {
    // غارات الطائرات التي تشنها الولايات المتحدة (the raids of the aircraft that the US makes):
    // the pronoun is the event, and who makes it its doer, not what it is made with.
    // طيران التحالف الذي تقوده السعودية (the air force of the coalition that Riyadh leads): a
    // clause on a party tells of the party.
    if (verb->event_at != LightVerb::EventAt::kObject || !has_object_pronoun(*match) ||
        ends_in_party(relative))
      return;
    std::erase_if(out_.phrases, [&](const RolePhrase& phrase) {
      return phrase.role == verb->subject && is_weapon(phrase.tokens);
    });
  }
  const auto after = reader_.phrases_after(match->tokens.end);
  for (const auto& phrase : after) {
    if (!phrase.preposition.empty()) continue;
    const bool as_subject = verb->event_at == LightVerb::EventAt::kSubject;
    light(*verb, as_subject ? verb->object : verb->subject, phrase.tokens,
          !as_subject && has_object_pronoun(*match));
    break;
  }
  prepositions(after);
}

}  // namespace isnad
