// SPDX-License-Identifier: Apache-2.0
// Sorts the matches of the table "reporting" into cues and nouns. A verb's gender and number are
// read off its spelling: they choose the antecedent of a verb without a subject.
#include "isnad/claim/reporting_cues.h"

#include <algorithm>
#include <numeric>

namespace isnad {
namespace {

std::string_view without_conjunction(std::string_view word, uint8_t proclitics) {
  constexpr size_t kLetter = 2;
  return (proclitics & kConjunction) != 0 && word.size() > kLetter ? word.substr(kLetter) : word;
}

Gender gender_of(std::string_view word, uint16_t inflection) {
  constexpr std::string_view kTeh = "ت";  // tāʾ: past -at, present ta-
  const bool past = (inflection & kPerfect) != 0;
  const bool present = (inflection & kImperfect) != 0;
  if (past && word.ends_with(kTeh)) return Gender::kFeminine;
  if (present && !past && word.starts_with(kTeh)) return Gender::kFeminine;
  return Gender::kMasculine;
}

bool is_plural(std::string_view word) {
  return word.ends_with("وا") ||  // -ū
         word.ends_with("ون");    // -ūna
}

}  // namespace

ReportingCues::ReportingCues(const Text& text, std::span<const Match> matches,
                             const ClaimKnowledge& knowledge, const Syntax& syntax)
    : nouns_(text.tokens.size(), 0),
      rows_(text.tokens.size(), kNoRow),
      noun_ends_(text.tokens.size()) {
  std::iota(noun_ends_.begin(), noun_ends_.end(), 0U);
  for (const auto& match : matches) {
    if (knowledge.no_narrators.contains(match.row)) {
      auto& nouns = nouns_[match.tokens.begin];
      nouns = static_cast<uint8_t>(nouns | kNobody);
    }
    const ReportingWord* word = knowledge.find(match.row);
    if (word == nullptr) continue;
    if (is_noun(word->form)) {
      note_noun(*word, match);
      continue;
    }
    ReportingCue cue{*word, match, Gender::kUnknown, false};
    // ويرجح أن (it is likely that) is longer than the verb in it, and is none.
    cue.shadowed = !cues_.empty() && cues_.back().match.tokens.begin == match.tokens.begin &&
                   cues_.back().match.tokens.size() > match.tokens.size() &&
                   (!is_verb(cues_.back().word.form) || cues_.back().shadowed);
    if (is_verb(word->form) && (match.inflection & kVerb) != 0) {
      const auto spelt = without_conjunction(syntax.folded(match.tokens.begin), match.proclitics);
      cue.gender = gender_of(spelt, match.inflection);
      cue.plural = is_plural(spelt);
    }
    cues_.push_back(cue);
  }
}

void ReportingCues::note_noun(const ReportingWord& word, const Match& match) {
  const uint32_t at = match.tokens.begin;
  const Noun noun = word.form == ReportingForm::kDocument  ? kDocumentNoun
                    : word.form == ReportingForm::kUnnamed ? kSourceNoun
                                                           : kQuantifier;
  nouns_[at] = static_cast<uint8_t>(nouns_[at] | noun);
  if (rows_[at] == kNoRow) rows_[at] = match.row;  // the longest comes first
  noun_ends_[at] = std::max(noun_ends_[at], match.tokens.end);
}

const ReportingCue* ReportingCues::next_verb(uint32_t begin, uint32_t end) const {
  auto at = std::lower_bound(
      cues_.begin(), cues_.end(), begin,
      [](const ReportingCue& cue, uint32_t token) { return cue.match.tokens.begin < token; });
  for (; at != cues_.end() && at->match.tokens.begin < end; ++at) {
    if (is_verb(at->word.form) && !at->shadowed && (at->match.inflection & kVerb) != 0) return &*at;
  }
  return nullptr;
}

const ReportingCue* ReportingCues::verb_at(uint32_t token) const {
  return next_verb(token, token + 1);
}

bool ReportingCues::participle_at(uint32_t token) const {
  const auto first = std::lower_bound(
      cues_.begin(), cues_.end(), token,
      [](const ReportingCue& cue, uint32_t at) { return cue.match.tokens.begin < at; });
  for (auto cue = first; cue != cues_.end() && cue->match.tokens.begin == token; ++cue) {
    if (is_verb(cue->word.form) && (cue->match.inflection & kVerb) == 0) return true;
  }
  return false;
}

bool ReportingCues::any_source(TokenSpan span) const {
  for (uint32_t t = span.begin; t < span.end; ++t) {
    if (is_source(t)) return true;
  }
  return false;
}

}  // namespace isnad
