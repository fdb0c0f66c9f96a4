// SPDX-License-Identifier: Apache-2.0
// See role_finder.h. The parties of an event noun: construct, owner, prepositions, the pronoun on
// it, who claims it.
#include <algorithm>

#include "isnad/event/role_finder.h"

namespace isnad {

// Adjectives of nationality after the noun: غارة أميركية (an American raid). Returns where they
// end.
uint32_t RoleFinder::adjectives() {
  uint32_t at = trigger_.tokens.end;
  while (at < sentence_.end && syntax_.at(at) == SyntaxClass::kNominal &&
         syntax_.is_adjective(at) &&
         (syntax_.proclitics(at) & (kConjunction | kPrepositionB | kPrepositionL)) == 0) {
    for (const auto& actor : mentions_.actors) {
      if (actor.tokens.begin == at && !actor.code.empty()) give(scheme_.adjective, {at, at + 1});
    }
    ++at;
  }
  out_.reach.end = std::max(out_.reach.end, at);
  return at;
}

void RoleFinder::noun() {
  out_.construction = "event-noun";
  if (scheme_.circumstantial && trigger_.tokens.begin > sentence_.begin &&
      syntax_.at(trigger_.tokens.begin - 1) == SyntaxClass::kComma)
    give(scheme_.subject, subject_of_sentence(), true);
  const uint32_t tail = adjectives();
  const bool open = (trigger_.match.proclitics & kArticle) == 0 && trigger_.match.enclitic == 0 &&
                    tail == trigger_.tokens.end;
  auto after = reader_.phrases_after(tail);
  if (tail == trigger_.tokens.end) governed(after);
  const Match* light = nullptr;
  if (open && !after.empty() && after.front().preposition.empty() &&
      after.front().tokens.begin == tail && light_at(tail, light) == nullptr) {
    construct(after);
    after.erase(after.begin());
  }
  const bool owned = open_to_owner(after);
  if (owned) {
    const TokenSpan owner = after.front().tokens;
    const bool armed = begins_with_weapon(owner) || begins_with_armed(owner);
    give(armed ? Role::kAgent : Role::kRecipient, owner, armed);
    after.erase(after.begin());
  }
  const size_t owners = out_.phrases.size();
  prepositions(after);
  if (trigger_.match.enclitic != 0) owner();
  // مطالبته الحلفاء (his demand of the allies)
  if (trigger_.match.enclitic != 0 && scheme_.object == Role::kRecipient && !after.empty() &&
      after.front().preposition.empty() && after.front().tokens.begin == tail)
    give(Role::kRecipient, after.front().tokens);
  if (!light_before() || light_right_after(tail)) event_as_subject(tail);
  relative_clause(tail);
  if (owned) owner_suffers(owners);
  claimant();
}

// أعلنت جماعة مسؤوليتها عن الهجوم (a group announced its responsibility for the attack): who
// takes it upon himself is the doer whatever the weights say.
void RoleFinder::claimant() {
  constexpr uint32_t kReach = 6;  // tokens from "responsibility" back to whose it is
  const uint32_t at = trigger_.tokens.begin;
  if (at < sentence_.begin + 3 || syntax_.folded(at - 1) != "عن" ||  // ʿan, for
      !is_own_responsibility(at - 2))
    return;
  const ActorMention* nearest = nullptr;
  for (const auto& actor : mentions_.actors) {
    if (sentence_.contains(actor.tokens) && actor.tokens.end <= at - 2 && !actor.adjective &&
        actor.tokens.end + kReach > at - 2)
      nearest = &actor;
  }
  if (nearest != nullptr) give(Role::kAgent, nearest->tokens, true);
}

bool RoleFinder::is_own_responsibility(uint32_t token) const {
  constexpr std::string_view kOwn[] = {
      "مسووليته",   // his responsibility
      "مسووليتها",  // her responsibility
      "مسووليتهم",  // their responsibility
      "المسووليه",  // the responsibility
  };
  return std::find(std::begin(kOwn), std::end(kOwn), syntax_.folded(token)) != std::end(kOwn);
}

// نصبت المقاومة كمينا للميليشيات (the resistance laid an ambush for the militias): where a verb
// names who made it, the owner is whom it was made for. `owners`: phrases up to the owner.
void RoleFinder::owner_suffers(size_t owners) {
  const bool made =
      std::any_of(out_.phrases.begin() + static_cast<std::ptrdiff_t>(owners), out_.phrases.end(),
                  [](const RolePhrase& phrase) { return phrase.role == Role::kAgent; });
  for (size_t i = 0; made && i < owners; ++i) {
    if (out_.phrases[i].role != Role::kAgent) continue;
    out_.phrases[i].role = Role::kRecipient;
    out_.phrases[i].sure = false;
  }
}

// هجوم للمقاومة (an attack of the resistance's), but also تعرض لقصف للقرية: an armed party owns
// the attack, anybody else suffers it.
bool RoleFinder::open_to_owner(const std::vector<PrepositionPhrase>& after) const {
  return scheme_.construct == Role::kArmedAgent && trigger_.match.enclitic == 0 &&
         (trigger_.match.proclitics & kArticle) == 0 && !has(Role::kAgent) &&
         !has(Role::kRecipient) && !after.empty() && after.front().preposition == "ل" &&  // li-
         after.front().tokens.begin <= out_.reach.end;
}

// أبلغ الرئيس الملك تأييده (told the king of his support): on the object of a verb the pronoun is
// the verb's subject; انسحابهم (their withdrawal): else the nearest party named before it in the
// sentence.
void RoleFinder::owner() {
  if (const auto subject = subject_of_governor(); !subject.empty()) {
    give(scheme_.construct, subject);
    return;
  }
  const ActorMention* nearest = nullptr;
  for (const auto& actor : mentions_.actors) {
    if (sentence_.contains(actor.tokens) && actor.tokens.end <= trigger_.tokens.begin &&
        !actor.adjective)
      nearest = &actor;
  }
  if (nearest != nullptr) give(scheme_.construct, nearest->tokens);
}

// The subject of the verb that has this noun right for its object: no preposition on or before
// it, and but phrases with prepositions between.
TokenSpan RoleFinder::subject_of_governor() const {
  if (!fused_preposition(trigger_.match.proclitics).empty() ||
      trigger_.tokens.begin == sentence_.begin ||
      syntax_.at(trigger_.tokens.begin - 1) == SyntaxClass::kPreposition)
    return {};
  for (uint32_t t = trigger_.tokens.begin; t > sentence_.begin; --t) {
    const auto c = syntax_.at(t - 1);
    if (c == SyntaxClass::kComplementiser || c == SyntaxClass::kSubordinator ||
        c == SyntaxClass::kBreak)
      return {};
    if (c != SyntaxClass::kVerb || after_relative(t - 1)) continue;
    const auto before = subject_before(t - 1);
    return before.empty() ? first_bare(t) : before;
  }
  return {};
}

// قصف الجيش للقرية, قصف القرية: the doer first when something follows for it to act on.
void RoleFinder::construct(const std::vector<PrepositionPhrase>& after) {
  Role role = scheme_.construct;
  if (role == Role::kArmedAgent && after.size() > 1) {
    // استهداف مواقع للتنظيم (the targeting of posts of the group's): posts target nobody.
    // قصف الجيش وطيران التحالف (the shelling of the army and of the coalition's aircraft): who is
    // joined to the doer is not acted upon.
    const bool joined = after[1].preposition.empty() &&
                        (syntax_.proclitics(after[1].tokens.begin) & kConjunction) != 0;
    const bool acted_on = !joined &&
                          (reader_.role_of(after[1].preposition) == Role::kRecipient ||
                           after[1].preposition.empty()) &&
                          names_party(after.front().tokens);
    if (acted_on && after[1].tokens.begin <= after.front().tokens.end + 1) role = Role::kAgent;
    if (!joined && after[1].preposition.empty() && role == Role::kAgent)
      give(Role::kRecipient, after[1].tokens);
  }
  // اعتقال الشرطة لثلاثة شبان (the police's arrest of three youths)
  if (role == Role::kRecipient && after.size() > 1 && after[1].preposition == "ل" &&  // li-, of
      scheme_.object == Role::kRecipient && after[1].tokens.begin == after.front().tokens.end &&
      begins_with_armed(after.front().tokens)) {
    role = Role::kAgent;
    give(Role::kRecipient, after[1].tokens);
  }
  give(role, after.front().tokens);
}

}  // namespace isnad
