// SPDX-License-Identifier: Apache-2.0
// See attribution_finder.h: the pass over the cues, and what all forms share.
#include "isnad/claim/find_attributions.h"

#include <algorithm>

#include "isnad/claim/attribution_finder.h"

namespace isnad {

AttributionFinder::AttributionFinder(const AttributionInput& input, const ClaimKnowledge& knowledge)
    : knowledge_(knowledge),
      syntax_(input.syntax),
      cues_(input.text, input.matches, knowledge, input.syntax),
      parties_(input.mentions, input.lexicon, input.analysis, input.text.tokens.size()),
      reader_(syntax_, cues_, parties_),
      scope_(syntax_, cues_, parties_),
      identifier_(input, cues_, parties_),
      antecedents_(syntax_, cues_) {}

std::vector<Attribution> AttributionFinder::run() {
  uint32_t covered = 0;  // tokens before this belong to a longer cue already used
  for (const auto& cue : cues_.all()) {
    if (cue.match.tokens.begin < covered) continue;
    if (!use(cue)) continue;
    covered = std::max(covered, cue.match.tokens.end);
    // Words of his name are no cues: "Reuters *news* agency".
    const auto& last = out_.empty() ? TokenSpan{} : out_.back().narrator_tokens;
    if (last.begin == covered) covered = std::max(covered, last.end);
  }
  return std::move(out_);
}

bool AttributionFinder::use(const ReportingCue& cue) {
  switch (cue.word.form) {
    case ReportingForm::kVerb:
    case ReportingForm::kVerbAbout:
    case ReportingForm::kContinue:
    case ReportingForm::kContinueAbout:
      return (cue.match.inflection & kVerb) != 0 ? verb(cue) : participle(cue);
    case ReportingForm::kAccording:
      return according(cue);
    case ReportingForm::kMasdar:
      return masdar(cue);
    case ReportingForm::kImpersonal:
      return impersonal(cue);
    case ReportingForm::kOutlet:
      antecedents_.forget_before(cue.match.tokens.begin);
      return true;
    case ReportingForm::kWording:
      return true;
    case ReportingForm::kDocument:
    case ReportingForm::kUnnamed:
    case ReportingForm::kQuantifier:
      break;  // nouns that verbs find as their subject
  }
  return false;
}

TokenSpan AttributionFinder::sentence_at(uint32_t token) const {
  return syntax_.sentence_of(token).tokens;
}

// What is said may begin with the next sentence ("He said:"), never with the next paragraph.
bool AttributionFinder::in_paragraph(uint32_t token, TokenSpan sentence) const {
  return token < syntax_.text().tokens.size() &&
         syntax_.sentence_of(token).zone == syntax_.sentence_of(sentence.begin).zone;
}

Attribution AttributionFinder::attribution_of(const ReportingCue& cue) const {
  Attribution attribution;
  attribution.cue = cue.match.tokens;
  attribution.manner = cue.word.manner;
  attribution.certainty = cue.word.certainty;
  return attribution;
}

std::vector<Attribution> find_attributions(const AttributionInput& input,
                                           const ClaimKnowledge& knowledge) {
  return AttributionFinder(input, knowledge).run();
}

}  // namespace isnad
