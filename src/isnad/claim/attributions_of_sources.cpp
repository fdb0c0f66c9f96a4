// SPDX-License-Identifier: Apache-2.0
// See attribution_finder.h: words of source ("according to") and forms that name nobody.
#include <algorithm>

#include "isnad/claim/attribution_finder.h"

namespace isnad {
namespace {

constexpr uint32_t kLead = 2;  // tokens before a word of source that still opens its sentence

}  // namespace

bool AttributionFinder::according(const ReportingCue& cue) {
  const auto tokens = cue.match.tokens;
  const auto sentence = sentence_at(tokens.begin);
  uint32_t at = tokens.end;
  // بحسب ما أعلنه مسؤول (as an official announced): skip the relative and its verb.
  if (at < sentence.end && syntax_.at(at) == SyntaxClass::kRelative) ++at;
  if (at < sentence.end && syntax_.at(at) == SyntaxClass::kVerb) ++at;
  while (at < sentence.end && syntax_.at(at) == SyntaxClass::kPronoun) ++at;  // ما أفاد به
  const bool fused =
      at == tokens.end && at < sentence.end && (syntax_.proclitics(at) & kPrepositionL) != 0;
  NarratorPhrase narrator =
      fused ? reader_.source_at(at, sentence.end) : reader_.after(at, sentence.end, false);
  if (narrator.empty()) return false;
  bool theirs = false;  // "in his words": a document or wording of somebody named before
  if (cues_.is_document(narrator.tokens.begin)) {
    if (const auto issuer = issuer_of(narrator); !issuer.empty())
      narrator = issuer;
    else
      theirs = syntax_.has_enclitic(narrator.tokens.end - 1) && narrator.tokens.size() == 1;
  }
  Attribution attribution = attribution_of(cue);
  if (narrator.tokens.begin >= tokens.end) attribution.cue.end = std::max(tokens.end, at);
  attribution.scope = source_scope(cue, narrator.tokens.end);
  attribution.source = true;
  if (theirs) {
    go_on(antecedents_.latest(tokens.begin, Gender::kUnknown, false), std::move(attribution));
    return true;
  }
  add(cue, narrator, std::move(attribution), narrator.tokens.end);
  return true;
}

// "a toll that the minister gave", "a statement of the ministry": who stands behind a document.
NarratorPhrase AttributionFinder::issuer_of(const NarratorPhrase& document) const {
  const auto sentence = sentence_at(document.tokens.begin);
  uint32_t at = document.tokens.end;
  while (at < sentence.end && syntax_.is_adjective(at)) ++at;
  if (at < sentence.end && syntax_.at(at) == SyntaxClass::kRelative) ++at;
  if (at >= sentence.end || syntax_.at(at) != SyntaxClass::kVerb || !syntax_.has_enclitic(at))
    return {};
  const auto issuer = reader_.after(at + 1, sentence.end, false);
  return issuer.plausible ? issuer : NarratorPhrase{};
}

// What a word of source covers: the rest of the sentence it opens; else its clause, from where
// the words it closes began. Between a verb and its clause, that clause.
TokenSpan AttributionFinder::source_scope(const ReportingCue& cue, uint32_t end) const {
  const uint32_t at = cue.match.tokens.begin;
  const auto sentence = sentence_at(at);
  if (!out_.empty() && (at < occasion_end_ || at == out_.back().scope.begin)) {
    // "Sources, according to Sky News, said": Sky News relays the sources; "quoting" goes inward.
    const auto& inner = out_.back().scope;
    return cue.word.manner == Manner::kQuotes ? inner : TokenSpan{inner.begin - 1, inner.end};
  }
  // "a statement that the agency carried quoting an official": whom the agency quotes.
  if (cue.word.manner == Manner::kQuotes && !out_.empty() &&
      out_.back().narrator_tokens.end <= at && at - out_.back().narrator_tokens.end <= kLead &&
      out_.back().cue.begin >= sentence.begin)
    return out_.back().scope;
  const bool leads = at <= sentence.begin + kLead ||
                     ((cue.match.proclitics & kConjunction) != 0 && end < sentence.end &&
                      syntax_.at(end) == SyntaxClass::kComma);
  if (at <= sentence.begin + 1 && only_marks({end, sentence.end})) return sentence_before(at);
  if (leads && end < sentence.end) return {end, scope_.clause_end(end)};
  return {said_before(at, sentence), scope_.parenthesis_end(end)};
}

bool AttributionFinder::only_marks(TokenSpan tokens) const {
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if (syntax_.at(t) != SyntaxClass::kBreak) return false;
  }
  return true;
}

// "… near the town. According to Reuters.": a source left alone speaks for the sentence before it
// in its paragraph.
TokenSpan AttributionFinder::sentence_before(uint32_t token) const {
  const auto& sentences = syntax_.text().sentences;
  const uint32_t index = syntax_.sentence_index(token);
  if (index == 0 || sentences[index - 1].zone != sentences[index].zone) return {token, token};
  return sentences[index - 1].tokens;
}

// Where the clause that a source phrase closes began: inside what another narrator says, at that
// point.
uint32_t AttributionFinder::said_before(uint32_t token, TokenSpan sentence) const {
  uint32_t begin = sentence.begin;
  for (auto it = out_.rbegin(); it != out_.rend() && it->cue.begin >= sentence.begin; ++it) {
    if (it->scope.contains(token) && it->scope.begin > begin) begin = it->scope.begin;
  }
  return begin;
}

bool AttributionFinder::impersonal(const ReportingCue& cue) {
  const auto tokens = cue.match.tokens;
  const auto sentence = sentence_at(tokens.begin);
  // "Reuters news agency": part of a name.
  const ActorMention* actor = parties_.at(tokens.begin);
  if (actor != nullptr && actor->tokens.begin < tokens.begin) return false;
  if ((cue.match.proclitics & kArticle) != 0 && tokens.size() == 1) return false;
  // يعتقد محللون (analysts believe): a verb with a subject after all.
  if (tokens.size() == 1) {
    const Said said = scope_.content_after(tokens.end, false);
    const auto subject =
        reader_.after(tokens.end, said.empty() ? sentence.end : said.mark, !said.empty());
    if (subject.plausible && !said.empty() && subject.tokens.begin == tokens.end) {
      Attribution attribution = attribution_of(cue);
      attribution.scope = {said.begin, scope_.clause_end(said.begin)};
      add(cue, subject, std::move(attribution), said.mark);
      return true;
    }
  }
  uint32_t end = tokens.end;
  // It covers its own clause and the one it leads to, up to a comma that opens something new.
  bool inside = false;
  while (end < sentence.end) {
    const auto word_class = syntax_.at(end);
    if (word_class == SyntaxClass::kComplementiser) inside = true;
    // "…, they are": the comma of a long subject.
    const bool subject_ends =
        end + 1 < sentence.end && syntax_.at(end + 1) == SyntaxClass::kPronoun;
    if (word_class == SyntaxClass::kBreak ||
        (word_class == SyntaxClass::kComma && inside && !subject_ends))
      break;
    ++end;
  }
  Attribution attribution = attribution_of(cue);
  attribution.scope = end <= tokens.end
                          ? TokenSpan{said_before(tokens.begin, sentence), tokens.begin}
                          : TokenSpan{tokens.end, end};
  attribution.narrator = identifier_.unnamed(tokens);
  out_.push_back(std::move(attribution));
  return true;
}

}  // namespace isnad
