// SPDX-License-Identifier: Apache-2.0
// See role_finder.h. The subject of a verb, before it: over clauses between, relative clauses,
// verbs that share it.
#include <algorithm>

#include "isnad/event/role_finder.h"

namespace isnad {

// The subject of the nearest verb before this one in the sentence, which "and then he …" goes on
// with.
TokenSpan RoleFinder::subject_of_verb_before(uint32_t verb) const {
  for (uint32_t t = verb; t > sentence_.begin; --t) {
    if (syntax_.at(t - 1) != SyntaxClass::kVerb) continue;
    if (const auto before = subject_before(t - 1); !before.empty()) return before;
    for (const auto& phrase : reader_.phrases_after(t)) {
      if (phrase.preposition.empty()) return phrase.tokens;
      break;
    }
    if ((syntax_.proclitics(t - 1) & kConjunction) == 0) return {};
  }
  return {};
}

// A bare noun phrase that opens the clause of `verb` and reaches it: subject-verb-object.
TokenSpan RoleFinder::subject_before(uint32_t verb) const {
  uint32_t at = clause_begin(verb);
  if (at < verb && is_kana(at)) ++at;
  while (at < verb &&
         (syntax_.at(at) == SyntaxClass::kParticle || syntax_.at(at) == SyntaxClass::kConjunction ||
          syntax_.at(at) == SyntaxClass::kSubordinator ||
          syntax_.at(at) == SyntaxClass::kOpenQuote))
    ++at;
  if (at >= verb || syntax_.at(at) != SyntaxClass::kNominal) return {};
  if (!fused_preposition(syntax_.proclitics(at)).empty()) return {};
  const auto phrase = syntax_.noun_phrase(at);
  if (phrase.empty() || phrase.end > verb) return {};
  // Between subject and verb only phrases with a preposition may stand.
  for (uint32_t t = phrase.end; t < verb; ++t) {
    t = after_list_of_some(t, verb);
    if (t >= verb) break;
    if (syntax_.at(t) == SyntaxClass::kVerb || syntax_.at(t) == SyntaxClass::kComma) return {};
  }
  return phrase;
}

// وكان 42 جنديا قد قتلوا (42 soldiers had been killed): the auxiliary before the subject.
bool RoleFinder::is_kana(uint32_t token) const {
  constexpr std::string_view kKana[] = {
      "كان",    // was (m.)
      "كانت",   // was (f.)
      "وكان",   // and was (m.)
      "وكانت",  // and was (f.)
  };
  return std::find(std::begin(kKana), std::end(kKana), syntax_.folded(token)) != std::end(kKana);
}

// Where the clause of `verb` begins, over a remark that a comma closes right before it.
uint32_t RoleFinder::clause_begin(uint32_t verb) const {
  constexpr uint32_t kLongest = 14;  // tokens of the remark
  const uint32_t begin = syntax_.phrase_clause(verb).begin;
  if (begin != verb || verb < sentence_.begin + 3) return begin;
  for (uint32_t t = verb - 2; t > sentence_.begin && verb - t <= kLongest; --t) {
    if (after_list_of_some(t, verb) == verb) return syntax_.phrase_clause(t - 1).begin;
  }
  return begin;
}

bool RoleFinder::tells_of_some(uint32_t token) const {
  const auto word = syntax_.folded(token);
  return word == "بينهم" ||                                       // among them
         word == "منهم" ||                                        // of them
         word == "بينهما" ||                                      // among the two
         word == "منهما" ||                                       // of the two
         (word == "من" && syntax_.folded(token + 1) == "بينهم");  // among whom
}

// ان 22 مسلحا، بينهم اربعة قادة، قتلوا (that 22 gunmen, among them four leaders, were killed):
// the token behind such a remark between commas; `comma` where none stands there.
uint32_t RoleFinder::after_list_of_some(uint32_t comma, uint32_t verb) const {
  if (syntax_.at(comma) != SyntaxClass::kComma || comma + 2 >= verb || !tells_of_some(comma + 1))
    return comma;
  for (uint32_t t = comma + 1; t < verb; ++t) {
    if (syntax_.at(t) == SyntaxClass::kVerb) return comma;
    if (syntax_.at(t) == SyntaxClass::kComma) return t + 1;
  }
  return comma;
}

// قالت إن مجهولين هاجموا القسم (said that unknown men attacked the station): between "that" and
// its verb stands the doer, whatever word names him.
bool RoleFinder::opens_what_is_told(TokenSpan subject) const {
  return subject.begin > sentence_.begin && subject.end == trigger_.head &&
         syntax_.at(subject.begin - 1) == SyntaxClass::kComplementiser;
}

// قال الوزير إن …، داعيا (the minister said …, calling on): the subject of the last verb that has
// "that" behind it, else of the first of the sentence.
TokenSpan RoleFinder::subject_of_sentence() const {
  uint32_t main = sentence_.end, open = sentence_.end;
  for (uint32_t t = sentence_.begin; t < trigger_.tokens.begin; ++t) {
    if (syntax_.at(t) == SyntaxClass::kVerb) {
      if (after_relative(t)) continue;  // in a statement that the agency carried
      open = t;
      if (main == sentence_.end) main = t;
    } else if (syntax_.at(t) == SyntaxClass::kComplementiser && open != sentence_.end) {
      main = std::exchange(open, sentence_.end);
    }
  }
  if (main == sentence_.end) return {};
  if (const auto before = subject_before(main); !before.empty()) return before;
  return first_bare(main + 1);
}

// The noun phrase before a relative pronoun that stands right before `token`.
TokenSpan RoleFinder::antecedent(uint32_t token) const {
  if (token == 0 || token <= sentence_.begin || syntax_.at(token - 1) != SyntaxClass::kRelative)
    return {};
  uint32_t at = token - 1;
  if (at == sentence_.begin) return {};
  const uint32_t end = syntax_.at(at - 1) == SyntaxClass::kComma ? at - 1 : at;
  // دعم مقاتلات التحالف الذي (the support of the coalition's jets, which): a party rather than
  // what it is in construct with.
  TokenSpan party{};
  for (const auto& actor : mentions_.actors) {
    if (actor.tokens.end == end && !actor.adjective && actor.tokens.size() > party.size())
      party = actor.tokens;
  }
  if (!party.empty()) return party;
  for (uint32_t begin = end; begin > sentence_.begin && end - begin < 8; --begin) {
    const auto phrase = syntax_.noun_phrase(begin - 1);
    if (!phrase.empty() && phrase.end == end &&
        (begin - 1 == sentence_.begin || starts_phrase(begin - 1)))
      return phrase;
  }
  return {};
}

bool RoleFinder::starts_phrase(uint32_t token) const {
  return syntax_.at(token - 1) != SyntaxClass::kNominal ||
         (syntax_.proclitics(token) & ~unsigned{kArticle}) != 0;
}

// حثوا أنقرة (they urged Ankara): a verb in the plural has its subject in its ending, so that
// what follows is its object.
bool RoleFinder::subject_in_ending(uint32_t verb) const {
  if (trigger_.match.enclitic != 0) return false;
  const auto word = syntax_.folded(verb);
  if (word.ends_with("وا")) return true;  // -ū, they did
  return word.ends_with("ون") &&          // -ūna, they do
         (trigger_.match.inflection & kImperfect) != 0;
}

// إنها لم تستهدف السوق (that it did not target the market): the subject is the pronoun on إنّ, and
// what follows the verb its object.
bool RoleFinder::subject_is_pronoun(uint32_t verb) const {
  uint32_t at = verb;
  while (at > sentence_.begin && (syntax_.at(at - 1) == SyntaxClass::kNegation ||
                                  syntax_.at(at - 1) == SyntaxClass::kParticle))
    --at;
  if (at == sentence_.begin || (syntax_.at(at - 1) != SyntaxClass::kComplementiser &&
                                syntax_.at(at - 1) != SyntaxClass::kSubordinator))
    return false;
  const auto word = syntax_.folded(at - 1);
  constexpr std::string_view kPronouns[] = {
      "انه",    // that he
      "انها",   // that she
      "انهم",   // that they
      "انهما",  // that both
      "اننا",   // that we
      "لكنه",   // but he
      "لكنها",  // but she
      "لكنهم",  // but they
      "لانه",   // because he
      "لانها",  // because she
  };
  return std::any_of(std::begin(kPronouns), std::end(kPronouns),
                     [&](std::string_view pronoun) { return word.ends_with(pronoun); });
}

}  // namespace isnad
