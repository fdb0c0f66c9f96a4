// SPDX-License-Identifier: Apache-2.0
// See syntax.h. Where clauses, noun phrases, remarks in brackets and coordinations begin and end.
#include <algorithm>

#include "isnad/event/syntax.h"

namespace isnad {

bool Syntax::ends_clause(uint32_t token, bool commas) const {
  switch (classes_[token]) {
    case SyntaxClass::kBreak:
      return !in_brackets(token);
    case SyntaxClass::kSubordinator:
    case SyntaxClass::kComplementiser:
    case SyntaxClass::kRelative:
      return true;
    case SyntaxClass::kComma:
      return commas;
    case SyntaxClass::kVerb:
      return (proclitics_[token] & kConjunction) != 0;
    default:
      return false;
  }
}

TokenSpan Syntax::clause(uint32_t token, bool commas) const {
  const auto bounds = text_.sentences[sentence_of_[token]].tokens;
  TokenSpan out{token, token + 1};
  const auto verb_with_conjunction = [&](uint32_t t) {
    return classes_[t] == SyntaxClass::kVerb && (proclitics_[t] & kConjunction) != 0;
  };
  while (out.begin > bounds.begin && !verb_with_conjunction(out.begin) &&
         !ends_clause(out.begin - 1, commas))
    --out.begin;
  // A verb joined by و begins its own clause, so the walk to the left may stop on one.
  if (out.begin > bounds.begin && verb_with_conjunction(out.begin - 1)) --out.begin;
  while (out.end < bounds.end && !ends_clause(out.end, commas)) ++out.end;
  return out;
}

TokenSpan Syntax::clause(uint32_t token) const { return clause(token, false); }
TokenSpan Syntax::phrase_clause(uint32_t token) const { return clause(token, true); }

// قصفت بشكل مكثف المعسكر (shelled in a concentrated way the camp): "in a … way" takes adjectives
// without article; what has one stands for itself.
bool Syntax::is_manner(uint32_t token) const {
  constexpr std::string_view kManner[] = {
      "بشكل",    // in a form
      "بصوره",   // in an image
      "بطريقه",  // in a way
  };
  auto word = folded(token);
  if (word.starts_with("و")) word.remove_prefix(2);  // wa-, and
  return std::find(std::begin(kManner), std::end(kManner), word) != std::end(kManner);
}

TokenSpan Syntax::noun_phrase(uint32_t token) const {
  const auto bounds = text_.sentences[sentence_of_[token]].tokens;
  uint32_t at = token;
  if (at < bounds.end && classes_[at] == SyntaxClass::kDemonstrative) ++at;
  bool quoted = false;
  if (at < bounds.end && classes_[at] == SyntaxClass::kOpenQuote) {
    quoted = true;
    ++at;
  }
  const uint32_t first = at;
  bool closed = false;
  while (at < bounds.end) {
    if (quoted && classes_[at] == SyntaxClass::kCloseQuote && at > first) {
      ++at;
      quoted = false;
      closed = true;
      continue;
    }
    if (classes_[at] != SyntaxClass::kNominal) break;
    const uint8_t clitics = proclitics_[at];
    if (at > first &&
        (clitics & (kConjunction | kPrepositionB | kPrepositionL | kPrepositionK)) != 0)
      break;
    if (at > first && parts_from_before(at)) break;
    if (at > first && (clitics & kArticle) != 0 && is_manner(first)) break;
    // "unknown gunmen the photographer Zayd": another party, though its first word be an adjective.
    if (at > first && closed && party_starts_[at]) break;
    if (mention_end_[at] > at && (!closed || at == first)) {
      at = std::min(mention_end_[at], bounds.end);
      closed = true;
      continue;
    }
    const bool definite = (clitics & kArticle) != 0;
    if (closed && !(adjectives_[at] && at > first)) break;
    if (definite || enclitics_[at]) closed = true;
    ++at;
  }
  return at > first ? TokenSpan{token, at} : TokenSpan{token, token};
}

bool Syntax::begins_clause(TokenSpan phrase) const {
  return (proclitics_[phrase.begin] & kConjunction) != 0 && phrase.end < text_.tokens.size() &&
         sentence_of_[phrase.begin] == sentence_of_[phrase.end] &&
         classes_[phrase.end] == SyntaxClass::kVerb &&
         (proclitics_[phrase.end] & kConjunction) == 0;
}

// "in Suruç (in the south)": the marks of a short remark.
bool Syntax::in_brackets(uint32_t token) const {
  constexpr uint32_t kLongest = 8;  // tokens within
  if (folded(token) == "(") return after_brackets(token) != token;
  if (folded(token) != ")") return false;
  for (uint32_t t = token; t > 0 && token - t <= kLongest; --t) {
    if (sentence_of_[t - 1] != sentence_of_[token]) return false;
    if (folded(t - 1) == "(") return true;
  }
  return false;
}

bool Syntax::ends_in_place(TokenSpan phrase) const {
  for (uint32_t t = phrase.end; t > phrase.begin + 1; --t) {
    if (!places_[t - 1]) return classes_[t - 1] == SyntaxClass::kPreposition && t < phrase.end;
  }
  return false;
}

uint32_t Syntax::after_brackets(uint32_t token) const {
  constexpr uint32_t kLongest = 8;  // tokens within
  const uint32_t end =
      std::min(text_.sentences[sentence_of_[token]].tokens.end, token + kLongest + 2);
  if (folded(token) != "(") return token;
  for (uint32_t t = token + 1; t < end; ++t) {
    if (folded(t) == ")") return t + 1;
  }
  return token;
}

std::vector<TokenSpan> Syntax::coordinated(TokenSpan first) const {
  std::vector<TokenSpan> all{first};
  const auto bounds = text_.sentences[sentence_of_[first.begin]].tokens;
  uint32_t at = first.end;
  while (at < bounds.end) {
    at = after_brackets(at);
    if (at >= bounds.end) break;
    const bool joined = classes_[at] == SyntaxClass::kNominal &&
                        (proclitics_[at] & kConjunction) != 0 &&
                        (proclitics_[at] & (kPrepositionB | kPrepositionL | kPrepositionK)) == 0;
    if (!joined) break;
    const auto next = noun_phrase(at);
    // القوات في العراق وسوريا (the forces in Iraq and Syria): joined to the place alone.
    if (places_[at] && ends_in_place(first)) break;
    // غارات على الريف والنظام يعزز مواقعه (raids on the countryside, and the government reinforces
    // …): the subject of a verb of its own.
    if (next.empty() || begins_clause(next)) break;
    all.push_back(next);
    at = next.end;
  }
  return all;
}

}  // namespace isnad
