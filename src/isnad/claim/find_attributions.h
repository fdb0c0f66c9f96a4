// SPDX-License-Identifier: Apache-2.0
// Who says what: every stretch of text that rests on a narrator other than the outlet, with that
// narrator, the manner and the certainty. Stretches nest; a chain is read off from the outside in.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/claim/claim.h"
#include "isnad/event/syntax.h"
#include "isnad/report/report.h"

namespace isnad {

// Rows of the table "reporting", read once.
enum class ReportingForm : uint8_t {
  kVerb,
  kVerbAbout,
  kContinue,
  kAccording,
  kImpersonal,
  kDocument,
  kUnnamed
};

struct ReportingWord {
  ReportingForm form = ReportingForm::kVerb;
  Manner manner = Manner::kStates;
  Certainty certainty = Certainty::kCertain;
};

struct ClaimKnowledge {
  // Errors: kBadLexicon with every faulty row.
  [[nodiscard]] static Result<ClaimKnowledge> read(const Lexicon& lexicon);
  Table reporting;
  std::vector<ReportingWord> words;  // one a row of `reporting`
  [[nodiscard]] const ReportingWord* find(RowId row) const {
    return reporting.contains(row) ? &words[row - reporting.begin] : nullptr;
  }
};

struct Attribution {
  TokenSpan scope;  // what is attributed
  TokenSpan cue;    // the reporting words
  Narrator narrator;
  TokenSpan narrator_tokens;  // empty for impersonal forms
  Manner manner = Manner::kStates;
  Certainty certainty = Certainty::kCertain;
};

struct AttributionInput {
  const Report& report;
  const Text& text;
  std::span<const Match> matches;
  const Mentions& mentions;
  const Syntax& syntax;
  const Lexicon& lexicon;
};

// Sorted by cue. Scopes never cross a paragraph.
[[nodiscard]] std::vector<Attribution> find_attributions(const AttributionInput& input,
                                                         const ClaimKnowledge& knowledge);

}  // namespace isnad
