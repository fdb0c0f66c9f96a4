// SPDX-License-Identifier: Apache-2.0
// Word classes from closed tables, lexicon matches, the analysis and spelling, in that order of
// trust; clauses and noun phrases from the classes.
#include "isnad/event/syntax.h"

#include <algorithm>

namespace isnad {

Syntax::Syntax(const Text& text, std::span<const Match> matches, const Analysis& analysis,
               const Mentions& mentions, const Lexicon& lexicon)
    : text_(text),
      classes_(text.tokens.size(), SyntaxClass::kNominal),
      proclitics_(text.tokens.size(), 0),
      enclitics_(text.tokens.size(), false),
      adjectives_(text.tokens.size(), false),
      function_words_(text.tokens.size(), false),
      sure_(text.tokens.size(), false),
      indefinite_accusatives_(text.tokens.size(), false),
      closed_plurals_(text.tokens.size(), false),
      obliques_(text.tokens.size(), false),
      bare_plurals_(text.tokens.size(), false),
      numbers_(text.tokens.size(), false),
      sentence_of_(text.tokens.size(), 0),
      mention_end_(text.tokens.size(), 0),
      party_starts_(text.tokens.size(), false),
      places_(text.tokens.size(), false) {
  for (uint32_t s = 0; s < text.sentences.size(); ++s) {
    for (uint32_t t = text.sentences[s].tokens.begin; t < text.sentences[s].tokens.end; ++t)
      sentence_of_[t] = s;
  }
  const auto note_mention = [&](TokenSpan span) {
    auto& end = mention_end_[span.begin];
    end = std::max(end, span.end);
  };
  for (const auto& actor : mentions.actors) {
    note_mention(actor.tokens);
    party_starts_[actor.tokens.begin] = !actor.adjective;
  }
  for (const auto& place : mentions.places) {
    note_mention(place.tokens);
    for (uint32_t t = place.tokens.begin; t < place.tokens.end; ++t) places_[t] = true;
  }
  for (const auto& quantity : mentions.quantities) note_mention(quantity.tokens);
  apply_spelling();
  if (analysis.size() > 0) apply_analysis(analysis);
  classify(matches, lexicon);
  set_names(matches, mentions, lexicon);
  // What names a known party or place is no verb, whatever the tagger makes of an abbreviation
  // (قسد, SDF) or of تعز (Taiz; let him condole).
  const auto name_nominal = [&](TokenSpan name) {
    for (uint32_t t = name.begin; t < name.end; ++t) {
      if (classes_[t] == SyntaxClass::kVerb) classes_[t] = SyntaxClass::kNominal;
    }
  };
  for (const auto& actor : mentions.actors) {
    if (actor.row != kNoRow && !actor.name.empty()) name_nominal(actor.tokens);
  }
  for (const auto& place : mentions.places) {
    if (!place.place.gazetteer_id.empty()) name_nominal(place.tokens);
  }
}

// كريم (Karīm), فيصل (Fayṣal): the first letter of a given name is no clitic.
void Syntax::set_names(std::span<const Match> matches, const Mentions& mentions,
                       const Lexicon& lexicon) {
  const Table given_names = lexicon.table("given_names");
  std::vector<bool> named(text_.tokens.size(), false);
  for (const auto& actor : mentions.actors) {
    for (uint32_t t = actor.name_tokens.begin; t < actor.name_tokens.end; ++t) named[t] = true;
  }
  for (const auto& match : matches) {
    const uint32_t t = match.tokens.begin;
    if (named[t] && match.proclitics == 0 && match.tokens.size() == 1 &&
        given_names.contains(match.row)) {
      proclitics_[t] = 0;
      classes_[t] = SyntaxClass::kNominal;
    }
  }
}

}  // namespace isnad
