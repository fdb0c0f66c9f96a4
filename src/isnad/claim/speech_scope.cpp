// SPDX-License-Identifier: Apache-2.0
// Complement clauses, quotations and noun complements by their marks. Between a verb and its clause
// may stand the subject with a relative clause, brackets, the occasion ("in a statement that an
// agency broadcast"); the walk steps over them.
#include "isnad/claim/speech_scope.h"

#include <algorithm>

namespace isnad {
namespace {

constexpr uint32_t kReach = 32;      // tokens between a verb and its that-clause
constexpr uint32_t kQuotedName = 4;  // tokens of an outlet's name in quotation marks
constexpr uint32_t kAside = 8;       // tokens between two dashes

// A finite verb of the past inside a noun phrase opens a relative clause of known facts ("ten who
// had been kidnapped"); one of the present goes on with what is said.
bool is_present(std::string_view word) {
  return word.starts_with("ي") ||   // ya-
         word.starts_with("سي") ||  // sa-ya-
         word.starts_with("ست");    // sa-ta-
}

using Quotations = std::vector<Quotation>;
Quotations::const_iterator first_from(const Quotations& quotations, uint32_t begin) {
  return std::lower_bound(
      quotations.begin(), quotations.end(), begin,
      [](const Quotation& quotation, uint32_t token) { return quotation.tokens.begin < token; });
}

}  // namespace

// End of a quotation of few words without a verb, such as a name (the channel «…»); `at` itself for
// a longer one.
uint32_t SpeechScope::short_quotation(uint32_t at, uint32_t limit) const {
  for (uint32_t t = at + 1; t < std::min(limit, at + kQuotedName + 2); ++t) {
    if (syntax_.at(t) == SyntaxClass::kCloseQuote) return t + 1;
    if (syntax_.at(t) == SyntaxClass::kVerb) return at;
  }
  return at;
}

// "a security source, who asked not to be named, that": between two commas, with what is said right
// behind the second.
bool SpeechScope::is_in_remark(uint32_t verb) const {
  constexpr uint32_t kLongest = 9;  // tokens
  if (verb == 0 || syntax_.at(verb - 1) != SyntaxClass::kComma) return false;
  const uint32_t end = std::min(syntax_.sentence_of(verb).tokens.end, verb + kLongest);
  for (uint32_t t = verb + 1; t + 1 < end; ++t) {
    if (syntax_.at(t) == SyntaxClass::kComma)
      return syntax_.at(t + 1) == SyntaxClass::kComplementiser;
  }
  return false;
}

// May the walk to the clause pass this verb? One in a relative clause of the subject or of the
// occasion, yes.
bool SpeechScope::passes_verb(uint32_t verb, uint32_t from, bool strict) const {
  if ((syntax_.proclitics(verb) & kConjunction) != 0) return false;
  if (verb > from && syntax_.at(verb - 1) == SyntaxClass::kVerb)
    return true;  // a noun after a verb
  const bool relative = verb > 0 && syntax_.at(verb - 1) == SyntaxClass::kRelative;
  bool of_document = false;
  for (uint32_t t = verb; t > from && verb - t < 5; --t) of_document |= cues_.is_document(t - 1);
  if (relative && !strict) return true;
  if (of_document) return true;
  if (is_in_remark(verb)) return true;
  const bool after_subject = verb - from <= 1 && !strict;
  if (cues_.verb_at(verb) != nullptr) return false;
  return after_subject || !strict || (verb > 0 && cues_.is_source(verb - 1)) ||
         (verb > 1 && cues_.is_source(verb - 2));
}

Said SpeechScope::content_after(uint32_t from, bool strict) const {
  const auto& tokens = syntax_.text().tokens;
  if (from == 0 || from >= tokens.size()) return {};
  const auto sentence = syntax_.sentence_of(from - 1).tokens;
  const uint32_t limit = std::min(sentence.end, from + kReach);
  Said short_one;
  for (uint32_t t = from; t < limit; ++t) {
    const auto word = syntax_.folded(t);
    if (parties_.time_end(t) > t) {  // "on 1 / 1"
      t = std::min(parties_.time_end(t), limit) - 1;
      continue;
    }
    switch (syntax_.at(t)) {
      case SyntaxClass::kComplementiser:
        return {t + 1, t};
      case SyntaxClass::kOpenQuote: {
        const uint32_t end = short_quotation(t, limit);
        if (end == t) return {t + 1, t};
        // A name, unless nothing else is said.
        const bool named = t > from && (syntax_.at(t - 1) == SyntaxClass::kNominal ||
                                        syntax_.at(t - 1) == SyntaxClass::kPreposition);
        if (!named && short_one.empty()) short_one = {t + 1, t};
        t = end - 1;
        break;
      }
      case SyntaxClass::kBreak: {
        if (word == ":") {
          const bool quoted = t + 1 < sentence.end && syntax_.at(t + 1) == SyntaxClass::kOpenQuote;
          return {quoted ? t + 2 : t + 1, t};
        }
        if (word == "/") break;  // 16 / 2
        const std::string_view closing = word == "(" ? ")" : word == "-" ? "-" : "";
        uint32_t end = t;
        for (uint32_t u = t + 1; !closing.empty() && u < std::min(limit, t + kAside); ++u) {
          if (syntax_.folded(u) == closing) {
            end = u;
            break;
          }
        }
        if (end == t && word != ")") return short_one;
        t = end;
        break;
      }
      case SyntaxClass::kVerb:
        // Before أن stands a name that was taken for a verb, or قوله and its like.
        if (t + 1 < limit && syntax_.at(t + 1) == SyntaxClass::kComplementiser &&
            (syntax_.proclitics(t) & kConjunction) == 0)
          break;
        if (!passes_verb(t, from, strict)) return short_one;
        break;
      case SyntaxClass::kComma:
        // "denied the arrest, affirming that he had left": the clause is the participle's.
        if (strict && goes_on_by_participle(t)) return short_one;
        break;
      case SyntaxClass::kRelative:
        if (strict && t > from + 1 && !parties_.names_anyone({from, t})) return short_one;
        break;
      default:
        break;
    }
  }
  return short_one;
}

// "…, while X condemned": another speaker's verb after a contrast.
bool SpeechScope::contrast_at(uint32_t token) const {
  const auto word = syntax_.folded(token);
  return word == "فيما" ||   // fīmā, while
         word == "بينما" ||  // baynamā, while
         word == "حين";      // (fī) ḥīn, while
}

uint32_t SpeechScope::clause_end(uint32_t begin) const {
  const auto sentence = syntax_.sentence_of(begin).tokens;
  const auto& quotations = syntax_.text().quotations;
  const auto opened = first_from(quotations, begin);
  if (opened != quotations.end() && opened->tokens.begin == begin)
    return std::max(opened->tokens.end, begin);
  for (uint32_t from = begin + 1; from < sentence.end;) {
    const ReportingCue* next = cues_.next_verb(from, sentence.end);
    if (next == nullptr) break;
    const uint32_t at = next->match.tokens.begin;
    const bool joined =
        (next->match.proclitics & kConjunction) != 0 && syntax_.at(at) == SyntaxClass::kVerb;
    if (joined || (at > begin && contrast_at(at - 1))) return at;
    from = at + 1;
  }
  return sentence.end;
}

// "denied the shelling, but admitted the arrests": what stands behind "but" is not denied.
uint32_t SpeechScope::clause_end(uint32_t begin, Manner manner) const {
  const uint32_t end = clause_end(begin);
  if (manner != Manner::kDenies) return end;
  constexpr std::string_view kBut[] = {
      "لكن",   // but
      "ولكن",  // but
      "غير",   // (ghayra anna) except that
      "بيد",   // (bayda anna) except that
      "الا",   // (illā anna) except that
  };
  for (uint32_t t = begin + 1; t < end; ++t) {
    if (syntax_.at(t - 1) != SyntaxClass::kComma) continue;
    const auto word = syntax_.folded(t);
    if (std::any_of(std::begin(kBut), std::end(kBut),
                    [&](std::string_view but) { return word.starts_with(but); }))
      return t;
  }
  return end;
}

// "…, and during a visit": a comma, then a joined preposition.
bool SpeechScope::opens_aside(uint32_t token) const {
  return syntax_.at(token) == SyntaxClass::kPreposition && token > 0 &&
         syntax_.at(token - 1) == SyntaxClass::kComma &&
         (syntax_.proclitics(token) & kConjunction) != 0;
}

// "denied the shelling, accusing the army of raids": a comma after which a participle of saying
// brings in the next thing said.
bool SpeechScope::goes_on_by_participle(uint32_t comma) const {
  return syntax_.at(comma) == SyntaxClass::kComma && cues_.participle_at(comma + 1);
}

// "denied the use of live rounds explaining that …": the participle without a comma before it.
bool SpeechScope::explains_at(uint32_t token, uint32_t begin) const {
  return token > begin && cues_.participle_at(token) &&
         token + 1 < syntax_.sentence_of(token).tokens.end &&
         syntax_.at(token + 1) == SyntaxClass::kComplementiser;
}

uint32_t SpeechScope::noun_end(uint32_t begin) const {
  const auto sentence = syntax_.sentence_of(begin).tokens;
  uint32_t first = begin;
  while (first < sentence.end &&
         (syntax_.at(first) == SyntaxClass::kComma || parties_.time_end(first) > first))
    first = std::max(first + 1, parties_.time_end(first));
  // "gave the lie to what the newspaper wrote of …": the relative is the noun phrase itself.
  if (first < sentence.end && syntax_.at(first) == SyntaxClass::kRelative &&
      syntax_.folded(first) == "ما")
    return clause_end(first);
  for (uint32_t t = begin; t < sentence.end; ++t) {
    const auto word_class = syntax_.at(t);
    if ((word_class == SyntaxClass::kBreak && syntax_.folded(t) != "/") ||
        (word_class == SyntaxClass::kRelative && !goes_on_in_present(t + 1)) ||
        (word_class == SyntaxClass::kVerb && t > begin && !is_present(syntax_.folded(t)) &&
         !goes_on_in_present(t)) ||
        opens_aside(t) || goes_on_by_participle(t) || explains_at(t, begin) ||
        ((word_class == SyntaxClass::kSubordinator ||
          (word_class == SyntaxClass::kConjunction && syntax_.folded(t) != "و")) &&
         t > begin))
      return t;
  }
  return sentence.end;
}

// "…, which did not exceed", "which will raise": a relative clause that belongs to what is said;
// one in the past tells what is known.
bool SpeechScope::goes_on_in_present(uint32_t token) const {
  if (token >= syntax_.text().tokens.size()) return false;
  const auto word = syntax_.folded(token);
  if (syntax_.at(token) == SyntaxClass::kNegation) return true;
  if (syntax_.at(token) != SyntaxClass::kVerb) return false;
  // ta- may be a past of the fifth form; after a relative or a negation it is rather the present.
  const auto before = token > 0 ? syntax_.at(token - 1) : SyntaxClass::kComma;
  return is_present(word) || (word.starts_with("ت") && (before == SyntaxClass::kRelative ||
                                                        before == SyntaxClass::kNegation));
}

uint32_t SpeechScope::after_aside(uint32_t at) const {
  constexpr uint32_t kLongest = 12;
  const auto sentence = syntax_.sentence_of(at - 1).tokens;
  if (at + 1 >= sentence.end || syntax_.at(at) != SyntaxClass::kComma) return at;
  const bool aside = syntax_.at(at + 1) == SyntaxClass::kPreposition ||
                     parties_.time_end(at + 1) > at + 1 ||
                     syntax_.at(at + 1) == SyntaxClass::kAdverb;
  if (!aside) return at;
  for (uint32_t t = at + 2; t < std::min(sentence.end, at + kLongest); ++t) {
    if (syntax_.at(t) == SyntaxClass::kComma) return t + 1;
  }
  return at;
}

uint32_t SpeechScope::parenthesis_end(uint32_t at) const {
  const auto sentence = syntax_.sentence_of(at - 1).tokens;
  for (uint32_t t = at; t < sentence.end; ++t) {
    const auto word_class = syntax_.at(t);
    if (word_class == SyntaxClass::kComma || word_class == SyntaxClass::kBreak ||
        word_class == SyntaxClass::kVerb || word_class == SyntaxClass::kRelative ||
        word_class == SyntaxClass::kConjunction || word_class == SyntaxClass::kSubordinator ||
        word_class == SyntaxClass::kComplementiser)
      return t;
  }
  return sentence.end;
}

TokenSpan SpeechScope::quotation_before(uint32_t verb) const {
  constexpr uint32_t kGap = 3;  // closing mark, comma
  constexpr int kNested = 4;    // quotations that may begin between the outermost and the verb
  const auto& quotations = syntax_.text().quotations;
  auto at = first_from(quotations, verb);
  for (int step = 0; step < kNested && at != quotations.begin(); ++step) {
    --at;
    if (at->tokens.end < verb && verb - at->tokens.end <= kGap && at->depth == 0 &&
        at->tokens.size() > kQuotedName)
      return at->tokens;
  }
  return {};
}

}  // namespace isnad
