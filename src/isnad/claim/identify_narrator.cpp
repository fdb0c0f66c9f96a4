// SPDX-License-Identifier: Apache-2.0
// The kind comes from the tables where a row states it, else from what the party is.
#include "isnad/claim/identify_narrator.h"

#include <algorithm>

namespace isnad {
namespace {

// Bytes of a preposition fused to the word, which is none of the name: لرويترز (to Reuters). Where
// it has swallowed the article's alif (للوزارة), what is left would be no word: 0.
uint32_t fused_preposition(const Syntax& syntax, uint32_t token, std::string_view word) {
  constexpr std::string_view kLam = "ل";
  constexpr std::string_view kDoubleLam = "لل";
  const uint8_t clitics = syntax.proclitics(token);
  const bool alone = (clitics & (kConjunction | kArticle)) == 0;
  return alone && (clitics & kPrepositionL) != 0 && word.starts_with(kLam) &&
                 !word.starts_with(kDoubleLam)
             ? static_cast<uint32_t>(kLam.size())
             : 0;
}

}  // namespace

void NarratorIdentifier::set_words(TokenSpan tokens, Narrator& narrator) const {
  if (tokens.empty()) return;
  narrator.span = in_.text.given_of(tokens);
  const auto words =
      std::string_view(in_.report.text).substr(narrator.span.begin, narrator.span.size());
  narrator.span.begin += fused_preposition(in_.syntax, tokens.begin, words);
  narrator.text = in_.report.text.substr(narrator.span.begin, narrator.span.size());
}

Narrator NarratorIdentifier::unnamed(TokenSpan words) const {
  Narrator narrator;
  set_words(words, narrator);
  return narrator;
}

const ActorMention* NarratorIdentifier::best_party(TokenSpan tokens) const {
  const ActorMention* best = nullptr;
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    const ActorMention* actor = parties_.at(t);
    if (actor == nullptr || actor == best) continue;
    if (best == nullptr || (best->code.empty() && !actor->code.empty())) best = actor;
  }
  return best;
}

Narrator NarratorIdentifier::identify(const NarratorPhrase& phrase) const {
  Narrator narrator;
  set_words(phrase.shown, narrator);
  const ActorMention* shown = best_party(phrase.shown);
  const ActorMention* best = shown != nullptr && !shown->code.empty() && !shown->name.empty()
                                 ? shown
                                 : best_party(phrase.tokens);
  const bool source = cues_.any_source(phrase.tokens);
  if (best == nullptr) {
    narrator.kind = source ? stated_kind(phrase.tokens).value_or(NarratorKind::kUnnamed)
                           : NarratorKind::kUnnamed;
    return narrator;
  }
  narrator.name = best->name;
  narrator.code = best->code;
  narrator.kind = kind_of(*best);
  if (source) narrator.kind = stated_kind(phrase.tokens).value_or(narrator.kind);
  return narrator;
}

Narrator NarratorIdentifier::identify(const NarratorPhrase& phrase, const Speaker* earlier) const {
  Narrator narrator = identify(phrase);
  if (earlier == nullptr) return narrator;
  const auto& known = earlier->narrator;
  if (narrator.name.empty()) narrator.name = known.name.empty() ? known.text : known.name;
  if (narrator.code.empty()) narrator.code = known.code;
  if (narrator.kind == NarratorKind::kUnnamed) narrator.kind = known.kind;
  return narrator;
}

std::optional<NarratorKind> NarratorIdentifier::stated_kind(TokenSpan tokens) const {
  auto match = std::lower_bound(
      in_.matches.begin(), in_.matches.end(), tokens.begin,
      [](const Match& candidate, uint32_t token) { return candidate.tokens.begin < token; });
  for (; match != in_.matches.end() && match->tokens.begin < tokens.end; ++match) {
    if (!tokens.contains(match->tokens)) continue;
    if (const auto kind = narrator_kind_of(in_.lexicon.field(match->row, "narrator_kind")))
      return kind;
  }
  return std::nullopt;
}

NarratorKind NarratorIdentifier::kind_of(const ActorMention& actor) const {
  if (actor.row != kNoRow) {
    if (const auto kind = narrator_kind_of(in_.lexicon.field(actor.row, "narrator_kind")))
      return *kind;
  }
  switch (actor.kind) {
    case ActorKind::kState:
      return actor.sector == "MIL" ? NarratorKind::kBelligerent : NarratorKind::kGovernment;
    case ActorKind::kArmedGroup:
      return NarratorKind::kBelligerent;
    case ActorKind::kMedia:
      return NarratorKind::kOutlet;
    case ActorKind::kMonitor:
      return NarratorKind::kMonitor;
    case ActorKind::kPerson:
    case ActorKind::kOrganisation:
      return NarratorKind::kOfficial;
    case ActorKind::kGroup:
      return NarratorKind::kUnnamed;
  }
  return NarratorKind::kUnnamed;
}

}  // namespace isnad
