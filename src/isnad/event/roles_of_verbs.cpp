// SPDX-License-Identifier: Apache-2.0
// See role_finder.h. The parties of a verb: verb, subject, object; passives; verbs with their own
// object; what prepositions bring in.
#include <algorithm>

#include "isnad/event/pronoun_party.h"
#include "isnad/event/role_finder.h"

namespace isnad {

void RoleFinder::verb() {
  auto after = reader_.phrases_after(trigger_.tokens.end);
  governed(after);
  owner_of_object(after);
  const Role subject_role = suffers() ? Role::kRecipient : scheme_.subject;
  std::vector<TokenSpan> bare;
  for (const auto& phrase : after) {
    if (phrase.preposition.empty() && !is_adverbial(phrase.tokens)) bare.push_back(phrase.tokens);
  }
  step_over_name(bare);
  const bool own_object = drop_own_object(bare);
  leave_doers_of_others(after, bare);
  const auto head = antecedent(trigger_.head);
  const bool object_pronoun = trigger_.match.enclitic != 0 || (!head.empty() && takes_up_head());
  TokenSpan subject = subject_before(trigger_.head);
  if (!head.empty() && !object_pronoun) subject = head;
  if (head.empty() && describes_noun_before()) subject = {};
  const bool passive = is_passive(after, bare, subject);
  out_.construction = passive ? "passive-verb" : "active-verb";
  if (passive) {
    if (subject.empty() && !bare.empty()) subject = bare.front();
    give(scheme_.passive_subject, subject);
  } else if (!subject.empty()) {
    give(subject_role, subject, opens_what_is_told(subject) && !object_pronoun);
    if (!bare.empty()) give(scheme_.object, bare.front());
  } else {
    // "condemned the attack and called on the authorities to …": one party after a verb joined by
    // و, which wants an object and something more, is that object.
    const bool joined = (trigger_.match.proclitics & kConjunction) != 0;
    const auto before = joined ? subject_of_verb_before(trigger_.head) : TokenSpan{};
    if (subject_is_pronoun(trigger_.head) || subject_in_ending(trigger_.head)) {
      if (!bare.empty()) give(scheme_.object, bare.front());
      out_.subject_omitted = true;
      prepositions(after);
      return;
    }
    if (!bare.empty() && (disagrees(bare.front()) || syntax_.is_oblique(bare.front().begin))) {
      give(scheme_.object, bare.front());
      if (bare.size() > 1 && !is_thing(bare[1]))
        give(subject_role, bare[1]);
      else
        give(subject_role, before);
      out_.subject_omitted = !has(subject_role);
      prepositions(after);
      return;
    }
    const bool goes_on =
        !before.empty() &&
        (bare.empty() ||
         (bare.size() == 1 && (wants_more(after) || wants_other(after) || is_thing(bare.front()) ||
                               (own_object && wants_recipient(after)))));
    if (goes_on) {
      give(subject_role, before);
      if (!bare.empty()) give(scheme_.object, bare.front());
    } else {
      if (!bare.empty()) give(subject_role, bare.front());
      if (bare.size() > 1) give(scheme_.object, bare[1]);
      out_.subject_omitted = bare.empty();
    }
  }
  if (trigger_.match.enclitic != 0 && !head.empty()) give(scheme_.object, head);
  if (object_pronoun && head.empty()) by_pronoun(scheme_.object, trigger_.match.enclitic);
  prepositions(after);
}

// المواقع التي سيطرت عليها المقاومة (the posts that the resistance took): the preposition with a
// pronoun takes up the noun before the relative, which is no subject.
bool RoleFinder::takes_up_head() const {
  const uint32_t last = trigger_.tokens.end - 1;
  const auto takes_up = [&](uint32_t token) {
    return token < sentence_.end && syntax_.has_enclitic(token) &&
           (syntax_.at(token) == SyntaxClass::kPronoun ||
            syntax_.at(token) == SyntaxClass::kPreposition);
  };
  return (last > trigger_.head && takes_up(last)) || takes_up(trigger_.tokens.end);
}

// قرية يسيطر عليها داعش (a village that ISIS controls): a clause on the noun without article
// right before the verb, which takes it up.
bool RoleFinder::describes_noun_before() const {
  if (trigger_.head == sentence_.begin || !takes_up_head()) return false;
  const uint32_t before = trigger_.head - 1;
  return syntax_.at(before) == SyntaxClass::kNominal && !syntax_.is_definite(before) &&
         !syntax_.has_enclitic(before);
}

// حذرت من تداعيات استمرار القصف (warned of the consequences of further shelling): what follows a
// trigger that ends in an open noun belongs to that noun and is no subject.
void RoleFinder::owner_of_object(std::vector<PrepositionPhrase>& after) const {
  const uint32_t last = trigger_.tokens.end - 1;
  if (scheme_.object == Role::kNone || last == trigger_.head ||
      syntax_.at(last) != SyntaxClass::kNominal || after.empty() || syntax_.is_definite(last) ||
      syntax_.has_enclitic(last) || syntax_.folded(last).ends_with("ا"))  // -an
    return;
  const auto& phrase = after.front();
  if (phrase.preposition.empty() && phrase.tokens.begin == trigger_.tokens.end)
    after.erase(after.begin());
}

// الممثلة المقيمة كليمنتين سلامي السلطات (the resident representative C. S. the authorities): of
// three bare phrases a name in the middle belongs to the title before it.
void RoleFinder::step_over_name(std::vector<TokenSpan>& bare) const {
  if (bare.size() < 3) return;
  const bool name =
      std::any_of(mentions_.actors.begin(), mentions_.actors.end(), [&](const ActorMention& actor) {
        return actor.kind == ActorKind::kPerson && actor.tokens.begin == bare[1].begin &&
               actor.name_tokens.begin == actor.tokens.begin;
      });
  if (name) bare.erase(bare.begin() + 1);
}

// قصفت تركيا مواقع … ردا على إطلاق نار من قبل متطرفين (Turkey shelled posts in answer to fire by
// extremists): a verb with a power as its subject and an object behind it has its doer; "by"
// belongs to a noun nearer to it.
void RoleFinder::leave_doers_of_others(std::vector<PrepositionPhrase>& after,
                                       const std::vector<TokenSpan>& bare) const {
  if (bare.size() < 2 || trigger_.is_passive || disagrees(bare.front())) return;
  const bool power =
      std::any_of(mentions_.actors.begin(), mentions_.actors.end(), [&](const ActorMention& actor) {
        return actor.tokens.begin == bare.front().begin && !actor.adjective &&
               (actor.kind == ActorKind::kState || actor.kind == ActorKind::kArmedGroup);
      });
  if (!power) return;
  std::erase_if(after, [&](const PrepositionPhrase& phrase) {
    return phrase.tokens.begin > bare[1].end && reader_.role_of(phrase.preposition) == Role::kAgent;
  });
}

// تضامن مع العمال حزب (stood with the workers a party): the preposition that ends the trigger
// governs the phrase after it.
void RoleFinder::governed(std::vector<PrepositionPhrase>& after) {
  const uint32_t last = trigger_.tokens.end - 1;
  if (last == trigger_.head || syntax_.at(last) != SyntaxClass::kPreposition || after.empty())
    return;
  const auto& phrase = after.front();
  if (!phrase.preposition.empty() || phrase.tokens.begin != trigger_.tokens.end) return;
  Role role = reader_.role_of(syntax_.folded(last));
  if (role == Role::kNone) role = trigger_.is_verb ? scheme_.object : Role::kRecipient;
  give(role, phrase.tokens);
  after.erase(after.begin());
}

// اعتقلت خمسة أشخاص (she arrested five persons): a verb in the feminine has no man and no
// masculine plural of people after it for its subject.
bool RoleFinder::disagrees(TokenSpan phrase) const {
  const auto verb = syntax_.folded(trigger_.head);
  if ((trigger_.match.inflection & kFeminine) == 0 || !verb.ends_with("ت") ||  // -t, she
      trigger_.match.enclitic != 0)
    return false;
  const auto head = syntax_.folded(phrase.begin);
  const auto counted = [&](const QuantityMention& quantity) {
    return quantity.of_people && quantity.tokens.begin == phrase.begin &&
           quantity.tokens.size() > 1;
  };
  // three to ten take the ending that their noun has not
  if (std::any_of(mentions_.quantities.begin(), mentions_.quantities.end(), counted))
    return head.ends_with("ه");  // -a
  // a man by his title: names alone do not tell
  return std::any_of(mentions_.actors.begin(), mentions_.actors.end(), [&](const auto& actor) {
    return actor.tokens.begin == phrase.begin && actor.kind == ActorKind::kPerson &&
           actor.name_tokens.begin != actor.tokens.begin && !head.ends_with("ه");  // -a
  });
}

// حملت الحكومة المسؤولية (laid the responsibility on the government): the word that the verb's
// frame asks for is no party. True where one was dropped.
bool RoleFinder::drop_own_object(std::vector<TokenSpan>& bare) const {
  if (bare.size() < 2 || trigger_.frame->type != "ACCUSE") return false;
  const auto& needs = trigger_.frame->needs;
  const auto own = [&](TokenSpan phrase) {
    return is_thing(phrase) &&
           std::find(needs.begin(), needs.end(), syntax_.folded(phrase.begin)) != needs.end();
  };
  return std::erase_if(bare, own) != 0;
}

bool RoleFinder::wants_recipient(const std::vector<PrepositionPhrase>& after) const {
  return scheme_.object == Role::kRecipient &&
         std::none_of(after.begin(), after.end(), [&](const PrepositionPhrase& phrase) {
           return !phrase.preposition.empty() &&
                  reader_.role_of(phrase.preposition) == Role::kRecipient;
         });
}

// والتقى رئيس المجلس (and met the speaker): a meeting wants two, and no "with" brings in the
// other.
bool RoleFinder::wants_other(const std::vector<PrepositionPhrase>& after) const {
  return scheme_.object == Role::kBoth &&
         std::none_of(after.begin(), after.end(), [&](const PrepositionPhrase& phrase) {
           return !phrase.preposition.empty() && reader_.role_of(phrase.preposition) == Role::kBoth;
         });
}

// Does a phrase with a preposition that the scheme knows nothing of follow (دعا X إلى Y)?
bool RoleFinder::wants_more(const std::vector<PrepositionPhrase>& after) const {
  return scheme_.object == Role::kRecipient &&
         std::any_of(after.begin(), after.end(), [](const PrepositionPhrase& phrase) {
           return phrase.preposition == "الي" ||  // ilā, to
                  phrase.preposition == "علي" ||  // ʿalā, on (urged them on)
                  phrase.preposition == "ب";      // bi-, with
         });
}

bool RoleFinder::is_passive(const std::vector<PrepositionPhrase>& after,
                            const std::vector<TokenSpan>& bare, TokenSpan subject) const {
  if (trigger_.is_passive) return true;
  if (scheme_.passive_subject == Role::kNone) return false;
  for (const auto& phrase : after) {
    if (reader_.role_of(phrase.preposition) == Role::kAgent) return true;
  }
  if (trigger_.match.enclitic != 0) return false;
  if (is_active_by_spelling()) return false;
  const size_t parties = bare.size() + (subject.empty() ? 0 : 1);
  // "eight persons q-t-l-ū at least": so many people without arms were killed.
  if (scheme_.passive_by_default && is_counted_people(subject) && !is_armed(subject)) return true;
  if (parties != 1) return false;
  // One party alone: the verb's usual voice, unless the party is one that acts. Who kills kills
  // somebody: "a soldier q-t-l in the province" was killed.
  const auto only = subject.empty() ? bare.front() : subject;
  return scheme_.passive_by_default && !is_force(only) &&
         (subject.empty() || scheme_.is_result || !is_armed(only));
}

// اغتال (assassinated), أصاب (hit): with a long vowel before its last letter a past tense is
// active; its passive is spelt with y.
bool RoleFinder::is_active_by_spelling() const {
  if ((trigger_.match.inflection & kPerfect) == 0) return false;
  std::string_view word = syntax_.folded(trigger_.head);
  if (word.ends_with("ت")) word.remove_suffix(2);   // -t, she
  if (word.ends_with("وا")) word.remove_suffix(4);  // -ū, they
  constexpr size_t kLast = 2;                       // bytes of a letter
  return word.size() > 3 * kLast && word.substr(0, word.size() - kLast).ends_with("ا");  // ā
}

void RoleFinder::prepositions(const std::vector<PrepositionPhrase>& phrases) {
  for (const auto& phrase : phrases) {
    if (!phrase.preposition.empty())
      give(reader_.role_of(phrase.preposition), phrase.tokens, is_own_doer(phrase));
  }
  prepositions_with_pronoun();
}

// إطلاق نار من قبل مسلحين (fire by gunmen): "by" right behind an event noun names its doer whatever
// the weights say.
bool RoleFinder::is_own_doer(const PrepositionPhrase& phrase) const {
  constexpr uint32_t kWords = 2;  // of every preposition that can mean nothing but "by"
  return !trigger_.is_verb && phrase.preposition.find(' ') != std::string_view::npos &&
         reader_.role_of(phrase.preposition) == Role::kAgent &&
         phrase.tokens.begin == out_.reach.end + kWords;
}

// اعتدوا عليه (they beat him): the preposition that brings in the recipient, with a pronoun.
void RoleFinder::prepositions_with_pronoun() {
  constexpr uint32_t kReach = 3;  // tokens
  if (has(Role::kRecipient)) return;
  const uint32_t end = std::min(sentence_.end, trigger_.tokens.end + kReach);
  for (uint32_t t = trigger_.tokens.end; t < end; ++t) {
    if (syntax_.at(t) == SyntaxClass::kVerb || syntax_.at(t) == SyntaxClass::kComma) return;
    for (const auto& preposition : scheme_.prepositions) {
      const auto word = syntax_.folded(t);
      if (preposition.role != Role::kRecipient || !word.starts_with(preposition.words)) continue;
      for (uint8_t k = 0; k < std::size(kEnclitics); ++k) {
        if (word.substr(preposition.words.size()) == kEnclitics[k]) {
          by_pronoun(Role::kRecipient, k + 1);
          return;
        }
      }
    }
  }
}

// `enclitic`: as in Match.
void RoleFinder::by_pronoun(Role role, unsigned enclitic) {
  if (role != Role::kRecipient || enclitic == 0) return;
  TokenSpan doer{};
  for (const auto& phrase : out_.phrases) {
    if (phrase.role == Role::kAgent) doer = phrase.tokens;
  }
  give(role, party_of_pronoun(trigger_.head, kEnclitics[enclitic - 1], doer, syntax_, mentions_));
}

}  // namespace isnad
