// SPDX-License-Identifier: Apache-2.0
// Recency with agreement. A speaker inside another's words comes after those who speak to the
// reader; of an agency and the one it quotes, the one quoted goes on.
#include "isnad/claim/antecedent.h"

namespace isnad {
namespace {

constexpr size_t kRemembered = 40;  // speakers looked back at

bool fits(Gender verb, Gender speaker) {
  return verb == Gender::kUnknown || speaker == Gender::kUnknown || verb == speaker;
}

// Folded, without the article and what is written before it.
std::string_view bare(std::string_view word) {
  static constexpr std::string_view kFronts[] = {
      "وال",  // wa-l-
      "لل",   // li-l-
      "بال",  // bi-l-
      "ال",   // al-
  };
  for (const auto front : kFronts) {
    if (word.starts_with(front) && word.size() > front.size() + 2) return word.substr(front.size());
  }
  return word;
}

}  // namespace

bool Antecedents::near(const Speaker& speaker, uint32_t token) const {
  constexpr uint32_t kParagraphs = 2;
  return speaker.cue < token && speaker.cue >= from_ &&
         syntax_.sentence_of(token).zone - syntax_.sentence_of(speaker.cue).zone <= kParagraphs;
}

const Speaker* Antecedents::latest(uint32_t token, Gender gender, bool same_sentence) const {
  const Speaker* nested = nullptr;
  size_t seen = 0;
  for (auto it = speakers_.rbegin(); it != speakers_.rend() && seen < kRemembered; ++it, ++seen) {
    if (!near(*it, token)) continue;
    const bool here = syntax_.sentence_index(it->cue) == syntax_.sentence_index(token);
    if (same_sentence && !here) break;
    if (!fits(gender, it->gender)) continue;
    if (!it->nested || here) return &*it;
    if (nested == nullptr) nested = &*it;
  }
  return nested;
}

bool Antecedents::is_part_of(TokenSpan phrase, TokenSpan fuller) const {
  if (phrase.size() >= fuller.size()) return false;
  for (uint32_t t = phrase.begin; t < phrase.end; ++t) {
    const auto word = bare(syntax_.folded(t));
    bool found = false;
    for (uint32_t u = fuller.begin; u < fuller.end && !found; ++u)
      found = bare(syntax_.folded(u)) == word;
    if (!found) return false;
  }
  return true;
}

const Speaker* Antecedents::same_as(TokenSpan phrase) const {
  size_t seen = 0;
  for (auto it = speakers_.rbegin(); it != speakers_.rend() && seen < kRemembered; ++it, ++seen) {
    if (it->tokens.begin < phrase.begin && is_part_of(phrase, it->tokens)) return &*it;
  }
  // "the sources themselves" after "military sources": the noun is enough, when it is definite.
  const RowId row = cues_.noun_row(phrase.begin);
  if (row == kNoRow || !syntax_.is_definite(phrase.begin)) return nullptr;
  seen = 0;
  for (auto it = speakers_.rbegin(); it != speakers_.rend() && seen < kRemembered; ++it, ++seen) {
    if (it->tokens.empty() || it->tokens.begin >= phrase.begin) continue;
    if (cues_.noun_row(it->tokens.begin) == row) return &*it;
  }
  return nullptr;
}

}  // namespace isnad
