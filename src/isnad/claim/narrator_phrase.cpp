// SPDX-License-Identifier: Apache-2.0
// Grows a narrator's phrase from its first noun: "the spokesman for the operations command,
// Brigadier Saad Maan". What stands between is a closed list of joints; anything else ends it.
#include "isnad/claim/narrator_phrase.h"

#include <algorithm>

namespace isnad {
namespace {

constexpr uint32_t kLongest = 24;  // tokens of a phrase with all its titles
constexpr uint32_t kQuotedName = 5;
constexpr uint32_t kBracketed = 8;
constexpr uint8_t kFusedPreposition = kPrepositionB | kPrepositionL | kPrepositionK;

// Prepositions that tie an institution or a place to who speaks for it.
bool ties(std::string_view preposition) {
  return preposition == "في" ||    // fī, in
         preposition == "من" ||    // min, of
         preposition == "لدي" ||   // ladā, with
         preposition == "باسم" ||  // bi-smi, in the name of
         preposition == "داخل" ||  // dākhil, inside
         preposition == "وسط" ||   // wasṭ, amid
         preposition == "بلسان";   // bi-lisān, speaking for
}

bool is_naming(std::string_view word) {
  return word == "يدعي" ||   // yudʿā, called (m.)
         word == "تدعي" ||   // tudʿā, called (f.)
         word == "اسمه" ||   // ismuhu, whose name is (m.)
         word == "اسمها" ||  // ismuhā, whose name is (f.)
         word == "المدعو";   // al-madʿū, the said
}

bool is_addressing(std::string_view word) {
  return word == "ل" ||  // li-, to
         word == "الي";  // ilā, to
}

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

// Steps over what may stand between a verb and its subject.
uint32_t NarratorReader::subject_begin(uint32_t at, uint32_t limit, bool clause) const {
  while (at < limit) {
    if (parties_.time_end(at) > at) {
      at = parties_.time_end(at);
      continue;
    }
    switch (syntax_.at(at)) {
      case SyntaxClass::kAdverb:
      case SyntaxClass::kPronoun:  // نقلت عنه, قال له
        ++at;
        continue;
      case SyntaxClass::kDemonstrative:  // "revealed this to …"
        if (at + 1 < limit && syntax_.at(at + 1) == SyntaxClass::kNominal &&
            (syntax_.proclitics(at + 1) & kPrepositionL) == 0 &&
            !is_addressing(syntax_.folded(at + 1)))
          return at;
        ++at;
        continue;
      case SyntaxClass::kComma:
        if (!clause) return at;
        ++at;
        continue;
      case SyntaxClass::kNominal: {
        const ActorMention* actor = parties_.starting_at(at);
        if (is_addressing(syntax_.folded(at))) {
          at = std::max(at + 1, quoted_end(at + 1, limit));
          continue;
        }
        const bool addressee = (syntax_.proclitics(at) & kPrepositionL) != 0 &&
                               (clause || (actor != nullptr && PartyIndex::is_press(*actor)));
        if (!addressee) return at;
        const auto phrase = syntax_.noun_phrase(at);
        at = std::max(at + 1, actor != nullptr ? actor->tokens.end : phrase.end);
        at = quoted_end(at, limit);
        continue;
      }
      case SyntaxClass::kPreposition: {
        const bool addressing = is_addressing(syntax_.folded(at));
        if (!clause && !addressing) return at;
        const uint32_t quoted = quoted_end(at + 1, limit);
        const auto phrase = at + 1 < limit ? syntax_.noun_phrase(at + 1) : TokenSpan{};
        at = std::max({at + 1, quoted, phrase.end});
        continue;
      }
      default:
        return at;
    }
  }
  return at;
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

// "… for the ministry", "… in the coalition", "… of Homs": end of what is tied on, or the phrase's.
uint32_t NarratorReader::complement_end(TokenSpan phrase, uint32_t limit, bool clause) const {
  const uint32_t at = phrase.end;
  const bool fused = syntax_.at(at) == SyntaxClass::kNominal &&
                     (syntax_.proclitics(at) & (kPrepositionB | kPrepositionL)) != 0;
  const bool preposition = syntax_.at(at) == SyntaxClass::kPreposition;
  if (!fused && !(preposition && ties(syntax_.folded(at)))) return at;
  const uint32_t noun = fused ? at : at + 1;
  if (noun >= limit || parties_.time_end(noun) > noun || cues_.is_document(noun)) return at;
  const auto more = syntax_.noun_phrase(noun);
  if (more.empty()) return at;
  const ActorMention* actor = parties_.at(noun);
  const bool to = fused && (syntax_.proclitics(at) & kPrepositionL) != 0;
  if (to && actor != nullptr && (PartyIndex::is_press(*actor) || !is_titled(phrase))) return at;
  const bool in = fused && (syntax_.proclitics(at) & kPrepositionB) != 0;
  const bool known = parties_.is_place(noun) || (!in && parties_.names_anyone(more));
  if (!known && (in || has_name(phrase) || !(clause && is_titled(phrase)))) return at;
  return std::min(limit, std::max(more.end, actor != nullptr ? actor->tokens.end : 0));
}

// "local and tribal (sources)", "Saudi Arabia, the Emirates and Egypt".
uint32_t NarratorReader::joined_end(uint32_t at, uint32_t limit, bool clause) const {
  const uint8_t clitics = syntax_.proclitics(at);
  if (syntax_.at(at) != SyntaxClass::kNominal || (clitics & kConjunction) == 0 ||
      (clitics & kFusedPreposition) != 0)
    return at;
  if (syntax_.is_adjective(at)) return at + 1;
  const ActorMention* actor = parties_.starting_at(at);
  if (actor == nullptr || actor->tokens.end > limit) return at;
  return clause || actor->kind == ActorKind::kState ? actor->tokens.end : at;
}

// "the commander of the battle, Major General Fadl Hasan,": end of the name between commas.
uint32_t NarratorReader::nominal_run(uint32_t at, uint32_t limit) const {
  constexpr uint32_t kLongestName = 4;
  uint32_t t = at;
  while (t < limit && t - at <= kLongestName && syntax_.at(t) == SyntaxClass::kNominal &&
         parties_.time_end(t) == t && !parties_.is_place(t) &&
         (syntax_.proclitics(t) & (kFusedPreposition | kConjunction)) == 0)
    ++t;
  const bool name = t - at >= 2 && t - at <= kLongestName && !syntax_.is_definite(at);
  return name ? t : at;
}

uint32_t NarratorReader::apposition_end(TokenSpan phrase, uint32_t limit, bool clause) const {
  const uint32_t at = phrase.end;
  if (syntax_.at(at) != SyntaxClass::kComma || has_name(phrase)) return at;
  uint32_t first = at + 1;
  if (first >= limit) return at;
  // "…, Major General Fadl Hasan,": the rank may stand as an office of its own.
  const ActorMention* rank = parties_.starting_at(first);
  if (rank != nullptr && !PartyIndex::is_named_person(*rank) && parties_.is_title(*rank) &&
      rank->preposition == 0)
    first = rank->tokens.end;
  uint32_t end = first < limit ? name_run(first, limit) : first;
  if (end <= first && clause && is_titled(phrase)) end = nominal_run(first, limit);
  if (end <= first) return at;
  const bool closed = end >= limit || syntax_.at(end) == SyntaxClass::kComma ||
                      syntax_.at(end) == SyntaxClass::kComplementiser ||
                      syntax_.at(end) == SyntaxClass::kParticle;
  return closed && end <= limit ? end : at;
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

// واصفاً (describing), مدافعاً (defending): an accusative of circumstance, no part of a name.
bool NarratorReader::is_circumstance(uint32_t token) const {
  return syntax_.folded(token).ends_with("ا") && !syntax_.is_definite(token) &&
         !parties_.is_name(token);
}

// غرفة طوارئ المدينة (the emergency room of the town): after an indefinite noun that is no
// person's, a definite noun or a place tells whose it is.
uint32_t NarratorReader::owner_end(TokenSpan phrase, uint32_t limit) const {
  const uint32_t at = phrase.end;
  const auto stands_bare = [&](uint32_t token) {
    return syntax_.at(token) == SyntaxClass::kNominal && !syntax_.is_adjective(token) &&
           !is_circumstance(token);
  };
  const ActorMention* party = parties_.at(at - 1);
  const bool open = stands_bare(at - 1) && !syntax_.is_definite(at - 1) &&
                    !syntax_.has_enclitic(at - 1) && !parties_.is_name(at - 1) &&
                    !parties_.is_place(at - 1) && (party == nullptr || party->name.empty());
  if (!open || !stands_bare(at) || (syntax_.proclitics(at) & ~unsigned{kArticle}) != 0 ||
      cues_.is_document(at) || cues_.is_source(phrase.begin) || has_name(phrase))
    return at;
  const ActorMention* owner = parties_.starting_at(at);
  if (owner != nullptr && PartyIndex::is_press(*owner)) return at;
  // A town that no list knows ends the clause: "said the emergency room of Karari."
  const bool closes = at + 1 >= limit || syntax_.at(at + 1) == SyntaxClass::kComma ||
                      syntax_.at(at + 1) == SyntaxClass::kBreak;
  if (!syntax_.is_definite(at) && !parties_.is_place(at) && !closes) return at;
  return std::min(limit, std::max(at + 1, owner != nullptr ? owner->tokens.end : 0));
}

// "a source told *the agency*": an outlet after a phrase that is complete is spoken to.
bool NarratorReader::is_spoken_to(uint32_t token) const {
  const ActorMention* outlet = parties_.starting_at(token);
  return outlet != nullptr && PartyIndex::is_press(*outlet) &&
         (syntax_.is_definite(token - 1) || syntax_.is_adjective(token - 1));
}

uint32_t NarratorReader::extend(TokenSpan phrase, uint32_t limit, bool clause) const {
  const uint32_t at = phrase.end;
  if (at >= limit || parties_.time_end(at) > at || is_spoken_to(at)) return at;
  if (const uint32_t end = owner_end(phrase, limit); end > at) return end;
  if (syntax_.at(at) == SyntaxClass::kNominal &&
      syntax_.folded(at - 1) == "باسم") {  // in the name of
    const ActorMention* actor = parties_.starting_at(at);
    return std::min(limit, std::max({at + 1, syntax_.noun_phrase(at).end,
                                     actor != nullptr ? actor->tokens.end : 0}));
  }
  if (const uint32_t end = name_ahead(phrase, limit, clause); end > at) return end;
  // "an eyewitness called Ahmad Akay"
  if (at + 1 < limit && is_naming(syntax_.folded(at))) {
    const uint32_t end = name_run(at + 1, limit);
    return end > at + 1 ? end : at;
  }
  for (const uint32_t end : {quoted_end(at, limit), bracket_end(at, limit)}) {
    if (end > at && (clause || end < limit)) return end;
  }
  const ActorMention* next = parties_.starting_at(at);
  if (next != nullptr && PartyIndex::is_named_person(*next) && next->preposition == 0 &&
      syntax_.at(at) == SyntaxClass::kNominal && is_titled(phrase) && next->tokens.end <= limit)
    return next->tokens.end;
  if (const uint32_t end = complement_end(phrase, limit, clause); end > at) return end;
  if (const uint32_t end = joined_end(at, limit, clause); end > at) return end;
  if (const uint32_t end = apposition_end(phrase, limit, clause); end > at) return end;
  // A name that no list knows, before what is said: "the commissioner of Gedaref al-Tayyib
  // al-Amin".
  if (syntax_.at(at) == SyntaxClass::kNominal &&
      (syntax_.proclitics(at) & (kFusedPreposition | kConjunction)) == 0 &&
      ((clause && !has_name(phrase)) || syntax_.is_adjective(at) ||
       (parties_.is_name(at) && parties_.is_name(at - 1))) &&
      !cues_.is_document(at) && !is_circumstance(at))
    return at + 1;
  return at;
}

NarratorPhrase NarratorReader::phrase_at(uint32_t at, uint32_t limit, bool clause) const {
  if (at >= limit || parties_.time_end(at) > at) return {};
  const auto word_class = syntax_.at(at);
  if (word_class != SyntaxClass::kNominal && word_class != SyntaxClass::kDemonstrative &&
      word_class != SyntaxClass::kOpenQuote && !cues_.is_quantifier(at))
    return {};
  if (clause && word_class == SyntaxClass::kNominal && is_circumstance(at) &&
      parties_.starting_at(at) == nullptr && !cues_.is_source(at) && !cues_.is_document(at))
    return {};
  TokenSpan phrase = syntax_.noun_phrase(at);
  if (phrase.empty()) phrase = {at, at + 1};
  if (cues_.is_nobody(at) && !cues_.is_source(at) && !cues_.is_document(at) &&
      parties_.starting_at(at) == nullptr)
    return {};
  if (const ActorMention* actor = parties_.starting_at(at))
    phrase.end = std::max(phrase.end, actor->tokens.end);
  phrase.end = std::min(std::max(phrase.end, cues_.noun_end(at)), limit);
  // "the news agency of the separatists"
  if (phrase.end < limit && cues_.noun_end(at) == phrase.end && cues_.noun_end(at) > at + 1 &&
      !syntax_.is_definite(phrase.end - 1) && syntax_.is_definite(phrase.end) &&
      syntax_.at(phrase.end) == SyntaxClass::kNominal && !syntax_.is_adjective(phrase.end))
    phrase.end = std::min(limit, syntax_.noun_phrase(phrase.end).end);
  if (cues_.is_document(at)) phrase.end = std::max(phrase.end, issued_end(phrase.end, limit));
  // "a number of …", "some of …"
  if (cues_.is_quantifier(at) && phrase.end + 1 < limit && syntax_.folded(phrase.end) == "من") {
    const auto more = syntax_.noun_phrase(phrase.end + 1);
    if (!more.empty()) phrase.end = std::min(more.end, limit);
  }
  for (uint32_t t = at + 1; t < phrase.end; ++t) {  // "medical sources *today, Tuesday*"
    if (parties_.time_end(t) > t) phrase.end = t;
  }
  while (phrase.size() < kLongest) {
    const uint32_t end = extend(phrase, limit, clause);
    if (end <= phrase.end) break;
    phrase.end = end;
  }
  return {phrase, shown(phrase), is_plausible(phrase)};
}

// "a statement that came from the governor's office": end of the office, or `at`.
uint32_t NarratorReader::issued_end(uint32_t at, uint32_t limit) const {
  const bool issued = at + 2 < limit && (syntax_.folded(at).starts_with("صدر") ||  // ṣadara
                                         syntax_.folded(at).starts_with("صادر"));  // ṣādir
  if (!issued || syntax_.folded(at + 1) != "عن") return at;
  const auto office = phrase_at(at + 2, limit, false);
  return office.empty() ? at : office.tokens.end;
}

NarratorPhrase NarratorReader::after(uint32_t at, uint32_t limit, bool clause) const {
  return phrase_at(subject_begin(at, limit, clause), limit, clause);
}

NarratorPhrase NarratorReader::source_at(uint32_t at, uint32_t limit) const {
  return phrase_at(at, limit, false);
}

// "… the commander Fadl Hasan, who explained that": the phrase that ends before the relative.
NarratorPhrase NarratorReader::before_relative(uint32_t relative) const {
  const auto sentence = syntax_.sentence_of(relative).tokens;
  uint32_t end = relative;
  if (end > sentence.begin && syntax_.at(end - 1) == SyntaxClass::kComma) --end;
  uint32_t begin = end;
  for (uint32_t t = end; t > sentence.begin && end - t < kLongest; --t) {
    const auto word_class = syntax_.at(t - 1);
    const ActorMention* actor = parties_.starting_at(t - 1);
    if (actor != nullptr || cues_.is_source(t - 1)) begin = t - 1;
    if (begin < end && (actor == nullptr || !PartyIndex::is_named_person(*actor))) break;
    if (word_class != SyntaxClass::kNominal) break;
  }
  if (begin == end) return {};
  return phrase_at(begin, end, true);
}

uint32_t NarratorReader::clause_begin(uint32_t verb) const {
  const auto sentence = syntax_.sentence_of(verb).tokens;
  uint32_t begin = verb;
  while (begin > sentence.begin) {
    const auto word_class = syntax_.at(begin - 1);
    if (word_class == SyntaxClass::kComplementiser || word_class == SyntaxClass::kVerb) break;
    if (word_class == SyntaxClass::kBreak && syntax_.folded(begin - 1) != ")" &&
        syntax_.folded(begin - 1) != "(")
      break;
    if (word_class == SyntaxClass::kSubordinator ||
        (word_class == SyntaxClass::kConjunction && syntax_.folded(begin - 1) != "و"))
      break;
    --begin;
  }
  return begin;
}

NarratorPhrase NarratorReader::before(uint32_t verb) const {
  const auto sentence = syntax_.sentence_of(verb).tokens;
  if (verb == sentence.begin) return {};
  if (syntax_.at(verb - 1) == SyntaxClass::kRelative) return before_relative(verb - 1);
  uint32_t at = clause_begin(verb);
  while (at < verb) {
    if (parties_.time_end(at) > at) {
      at = parties_.time_end(at);
      continue;
    }
    const auto word_class = syntax_.at(at);
    if (word_class == SyntaxClass::kNominal || word_class == SyntaxClass::kOpenQuote) break;
    if (word_class == SyntaxClass::kPreposition) {  // "in a statement, …"
      const auto phrase = syntax_.noun_phrase(at + 1);
      at = std::max(at + 1, phrase.end);
      continue;
    }
    ++at;
  }
  if (at >= verb || (syntax_.proclitics(at) & kFusedPreposition) != 0) return {};
  const auto phrase = phrase_at(at, verb, true);
  // "a tape in which they said": the document is no subject.
  if (verb + 1 < sentence.end && cues_.is_document(at) &&
      syntax_.at(verb + 1) == SyntaxClass::kPronoun)
    return {};
  // Between him and his verb only a comma, "had" or the day may stand.
  for (uint32_t t = phrase.tokens.end; t < verb; ++t) {
    const auto word_class = syntax_.at(t);
    if (parties_.time_end(t) > t) {
      t = parties_.time_end(t) - 1;
      continue;
    }
    if (word_class != SyntaxClass::kComma && word_class != SyntaxClass::kParticle &&
        word_class != SyntaxClass::kAdverb && word_class != SyntaxClass::kCloseQuote)
      return {};
  }
  return phrase;
}

NarratorPhrase NarratorReader::subject_of_sentence(uint32_t token) const {
  const auto sentence = syntax_.sentence_of(token).tokens;
  for (uint32_t t = sentence.begin; t < token; ++t) {
    if (syntax_.at(t) == SyntaxClass::kComplementiser) break;
    if (syntax_.at(t) != SyntaxClass::kVerb) continue;
    auto phrase = after(t + 1, token, false);
    if (phrase.empty() || !phrase.plausible) phrase = before(t);
    if (phrase.plausible) return phrase;
  }
  return {};
}

}  // namespace isnad
