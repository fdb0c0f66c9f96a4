// SPDX-License-Identifier: Apache-2.0
// The name within a narrator's phrase or ahead of it: persons with their rank, names in quotation
// marks and brackets; what can speak, and what is shown of it.
#include <algorithm>

#include "isnad/claim/narrator_phrase.h"

namespace isnad {
namespace {

constexpr uint32_t kQuotedName = 5;
constexpr uint32_t kBracketed = 8;
constexpr uint8_t kFusedPreposition = kPrepositionB | kPrepositionL | kPrepositionK;

}  // namespace

bool NarratorReader::has_name(TokenSpan phrase) const { return !name_in(phrase).empty(); }

// The person's name in a phrase, with the rank before it.
TokenSpan NarratorReader::name_in(TokenSpan phrase) const {
  for (uint32_t t = phrase.begin; t < phrase.end; ++t) {
    const ActorMention* actor = parties_.at(t);
    if (actor != nullptr && PartyIndex::is_named_person(*actor)) {
      const TokenSpan name = actor->name_tokens.empty() ? actor->tokens : actor->name_tokens;
      if (!phrase.contains(name)) continue;
      return phrase.contains(actor->tokens) && actor->tokens.size() <= 2 * name.size()
                 ? actor->tokens
                 : name;
    }
    if (t == phrase.begin || actor != nullptr) continue;
    if (const uint32_t end = name_run(t, phrase.end); end > t) return {t, end};
  }
  return {};
}

bool NarratorReader::is_titled(TokenSpan phrase) const {
  const uint32_t end = std::min(phrase.end, phrase.begin + 2);
  for (uint32_t t = phrase.begin; t < end; ++t) {
    const ActorMention* actor = parties_.at(t);
    if (actor != nullptr && actor->tokens.begin <= t &&
        (parties_.is_title(*actor) || actor->kind == ActorKind::kPerson ||
         (actor->kind == ActorKind::kGroup && actor->row != kNoRow)))
      return true;
    if (cues_.is_source(t) || cues_.is_document(t)) return true;
  }
  return false;
}

bool NarratorReader::is_plausible(TokenSpan phrase) const {
  uint32_t t = phrase.begin;
  // "some of the sources", "this banker", "«Amaq»"
  while (t < phrase.end && (syntax_.at(t) == SyntaxClass::kDemonstrative ||
                            syntax_.at(t) == SyntaxClass::kOpenQuote ||
                            (cues_.is_quantifier(t) && !cues_.is_source(t))))
    ++t;
  if (t >= phrase.end) return cues_.is_quantifier(phrase.begin);
  const ActorMention* actor = parties_.at(t);
  return cues_.is_source(t) || cues_.is_document(t) ||
         (actor != nullptr && actor->tokens.begin <= t && !actor->adjective) ||
         (parties_.is_name(t) && !parties_.is_place(t));
}

TokenSpan NarratorReader::shown(TokenSpan phrase) const {
  constexpr uint32_t kTimesTheName = 2;
  if (const TokenSpan name = name_in(phrase); !name.empty())
    return phrase.size() <= kTimesTheName * name.size() ? phrase : name;
  // "the head of the council, Hamud al-Mikhlafi"
  for (uint32_t t = phrase.begin + 1; t + 1 < phrase.end; ++t) {
    if (syntax_.at(t) == SyntaxClass::kComma) return {t + 1, phrase.end};
  }
  // "the agency «Amaq» linked to …": a known name needs no more.
  const ActorMention* first = parties_.starting_at(phrase.begin);
  if (first != nullptr && !first->name.empty() && first->tokens.end + 1 < phrase.end &&
      syntax_.is_adjective(first->tokens.end))
    return {phrase.begin, first->tokens.end};
  for (uint32_t t = phrase.begin; t + 2 < phrase.end; ++t) {
    if (syntax_.at(t) == SyntaxClass::kCloseQuote && t > phrase.begin + 1)
      return {phrase.begin, t + 1};
  }
  return phrase;
}

// End of a short quotation that begins at `at`: an outlet's or group's name. `at` when none does.
uint32_t NarratorReader::quoted_end(uint32_t at, uint32_t limit) const {
  if (at >= limit || syntax_.at(at) != SyntaxClass::kOpenQuote) return at;
  for (uint32_t t = at + 1; t < std::min(limit, at + kQuotedName + 2); ++t) {
    if (syntax_.at(t) == SyntaxClass::kCloseQuote) return t + 1;
    if (syntax_.at(t) == SyntaxClass::kComplementiser) return at;
  }
  return at;
}

uint32_t NarratorReader::bracket_end(uint32_t at, uint32_t limit) const {
  if (at >= limit || syntax_.folded(at) != "(") return at;
  for (uint32_t t = at + 1; t < std::min(limit, at + kBracketed); ++t) {
    if (syntax_.folded(t) == ")") return t + 1;
  }
  return at;
}

// End of the run of name words at `at`, known or only tagged as such; `at` when none begins there.
uint32_t NarratorReader::name_run(uint32_t at, uint32_t limit) const {
  constexpr uint32_t kLongestName = 4;
  const ActorMention* actor = parties_.starting_at(at);
  if (actor != nullptr && PartyIndex::is_named_person(*actor) && actor->preposition == 0)
    return std::min(limit, actor->tokens.end);
  uint32_t t = at;
  while (t < limit && t - at < kLongestName && syntax_.at(t) == SyntaxClass::kNominal &&
         parties_.is_name(t) && !parties_.is_place(t) && parties_.time_end(t) == t &&
         (syntax_.proclitics(t) & (kFusedPreposition | kConjunction)) == 0)
    ++t;
  return t - at >= 2 ? t : at;
}

// "the minister of health in the caretaker government Ali Hasan Khalil": end of the name that
// closes a long title, over nouns and what ties them.
uint32_t NarratorReader::name_ahead(TokenSpan phrase, uint32_t limit, bool clause) const {
  constexpr uint32_t kLongestTitle = 9;
  if ((!clause && !is_titled(phrase)) || has_name(phrase)) return phrase.end;
  for (uint32_t t = phrase.end; t < std::min(limit, phrase.end + kLongestTitle); ++t) {
    if (parties_.time_end(t) > t || cues_.is_document(t)) break;
    const auto word_class = syntax_.at(t);
    const ActorMention* actor = parties_.starting_at(t);
    // A known name first: Ali is spelt like "on".
    if (actor != nullptr && PartyIndex::is_named_person(*actor) && actor->preposition == 0)
      return std::min(limit, actor->tokens.end);
    if (word_class == SyntaxClass::kPreposition && ties(syntax_.folded(t))) continue;
    if (word_class != SyntaxClass::kNominal) break;
    // "the ministry of the interior denied *the arrest* of …": a title that is complete, then a new
    // noun, which the verb takes.
    const bool new_noun = syntax_.at(t - 1) == SyntaxClass::kNominal &&
                          syntax_.is_definite(t - 1) && !syntax_.is_definite(t) &&
                          !syntax_.is_adjective(t) && actor == nullptr && !parties_.is_name(t);
    if (!clause && new_noun) break;
    if (actor != nullptr && PartyIndex::is_press(*actor) && syntax_.proclitics(t) != 0) break;
    if (const uint32_t end = name_run(t, limit); end > t) {
      const bool fused = (syntax_.proclitics(t) & (kFusedPreposition | kConjunction)) != 0;
      return fused ? phrase.end : end;
    }
  }
  return phrase.end;
}

// "who asked not to be named", "refused to give his name": where such a remark begins between the
// tokens, at its relative pronoun or its verb; `end` where there is none.
uint32_t NarratorReader::anonymity_at(uint32_t begin, uint32_t end) const {
  constexpr std::string_view kNames[] = {
      "اسمه",     // his name
      "اسمها",    // her name
      "اسماءهم",  // their names
      "اسمائهم",  // their names
      "هويته",    // his identity
      "هويتها",   // her identity
      "هوياتهم",  // their identities
  };
  constexpr std::string_view kAsks[] = {
      "طلب",     // asked
      "طلبت",    // asked (f.)
      "طلبوا",   // asked (pl.)
      "رفض",     // refused
      "رفضت",    // refused (f.)
      "رفضوا",   // refused (pl.)
      "فضل",     // preferred
      "فضلت",    // preferred (f.)
      "اشترط",   // made it a condition
      "اشترطت",  // made it a condition (f.)
      "اثر",     // chose
  };
  constexpr uint32_t kLongest = 9;  // tokens of the remark
  const auto is_one = [&](const auto& words, uint32_t token) {
    return std::find(std::begin(words), std::end(words), syntax_.folded(token)) != std::end(words);
  };
  for (uint32_t t = begin; t < end; ++t) {
    if (syntax_.at(t) != SyntaxClass::kRelative && !is_one(kAsks, t)) continue;
    for (uint32_t name = t + 1; name < std::min(end, t + kLongest); ++name)
      if (is_one(kNames, name)) return t;
  }
  return end;
}

}  // namespace isnad
