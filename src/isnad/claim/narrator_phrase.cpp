// SPDX-License-Identifier: Apache-2.0
// Grows a narrator's phrase from its first noun: "the spokesman for the operations command,
// Brigadier Saad Maan", behind a verb, before one, before a relative clause.
#include "isnad/claim/narrator_phrase.h"

#include <algorithm>

namespace isnad {
namespace {

constexpr uint32_t kLongest = 24;  // tokens of a phrase with all its titles
constexpr uint8_t kFusedPreposition = kPrepositionB | kPrepositionL | kPrepositionK;

bool is_addressing(std::string_view word) {
  return word == "ل" ||  // li-, to
         word == "الي";  // ilā, to
}

}  // namespace

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

NarratorPhrase NarratorReader::phrase_at(uint32_t at, uint32_t limit, bool clause) const {
  if (at >= limit || parties_.time_end(at) > at) return {};
  limit = anonymity_at(at + 1, limit);
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
  if (const uint32_t remark = anonymity_at(sentence.begin + 1, verb); remark < verb)
    return before_relative(remark);
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
