// SPDX-License-Identifier: Apache-2.0
// Who says what: every stretch of text that rests on a narrator other than the outlet, with that
// narrator, the manner and the certainty. Stretches nest; a chain is read off from the outside in.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/claim/claim.h"
#include "isnad/event/syntax.h"
#include "isnad/report/report.h"

namespace isnad {

enum class AccountRole : uint8_t { kBy, kDoer, kTarget };  // see account.h

// Rows of the table "reporting", read once.
enum class ReportingForm : uint8_t {
  kVerb,           // a clause or a quotation follows: قال
  kVerbAbout,      // or a noun phrase: أعلن مقتل
  kContinue,       // the narrator before goes on: وأضاف, مضيفا
  kContinueAbout,  // the same, or with a noun phrase: مشيرا إلى سقوط
  kAccording,      // بحسب
  kMasdar,         // تأكيد الوزير أن
  kImpersonal,     // يعتقد, أنباء عن
  kOutlet,         // the outlet itself recalls: يذكر أن
  kWording,        // only the wording is his: على حد تعبيره
  kDocument,       // بيان
  kUnnamed,        // مصدر
  kQuantifier,     // عدد من
};
[[nodiscard]] constexpr bool is_verb(ReportingForm form) {
  return form <= ReportingForm::kContinueAbout;
}
[[nodiscard]] constexpr bool goes_on(ReportingForm form) {
  return form == ReportingForm::kContinue || form == ReportingForm::kContinueAbout;
}
[[nodiscard]] constexpr bool takes_noun(ReportingForm form) {
  return form == ReportingForm::kVerbAbout || form == ReportingForm::kContinueAbout;
}
[[nodiscard]] constexpr bool is_noun(ReportingForm form) {
  return form >= ReportingForm::kDocument;
}

struct ReportingWord {
  ReportingForm form = ReportingForm::kVerb;
  Manner manner = Manner::kStates;
  Certainty certainty = Certainty::kCertain;
  bool press = false;  // only outlets, agencies and sources do this: نشرت is also "deployed"
};

struct ClaimKnowledge {
  // Errors: kBadLexicon with every faulty row.
  [[nodiscard]] static Result<ClaimKnowledge> read(const Lexicon& lexicon);
  Table reporting;
  Table no_narrators{};              // nouns that tell nobody anything
  std::vector<ReportingWord> words;  // one a row of `reporting`
  [[nodiscard]] const ReportingWord* find(RowId row) const {
    return reporting.contains(row) ? &words[row - reporting.begin] : nullptr;
  }

  // Acts that a declaration brings about: he who announces them does them.
  struct DeclaredAct {
    std::string type, means;  // no means: any
  };
  std::vector<DeclaredAct> declared_acts;
  [[nodiscard]] bool is_declared(std::string_view type, std::string_view means) const;

  // Words that say of an event already told who did it (account.h).
  Table account_words;
  std::vector<AccountRole> account_roles;  // one a row of `account_words`

  // What a denier may deny besides the event itself: words of the table "denied_things".
  Table denied_things;
  std::vector<Denial> denials;  // one a row of `denied_things`
};

struct Attribution {
  TokenSpan scope;  // what is attributed
  TokenSpan cue;    // the reporting words
  Narrator narrator;
  TokenSpan narrator_tokens;  // empty for impersonal forms
  Manner manner = Manner::kStates;
  Certainty certainty = Certainty::kCertain;
  bool clause = true;   // a clause or a quotation; false: a noun phrase after the verb
  bool echo = false;    // "which he denied": speaks of what stands right before it
  bool source = false;  // a word of source brings him in ("according to"), no verb of his own
};

struct AttributionInput {
  const Report& report;
  const Text& text;
  std::span<const Match> matches;
  const Mentions& mentions;
  const Syntax& syntax;
  const Lexicon& lexicon;
  const Analysis& analysis;  // may be empty; names that no list knows are read off its tags
};

// In text order of their cues; those of one cue from the outside in. Scopes never cross a
// paragraph.
[[nodiscard]] std::vector<Attribution> find_attributions(const AttributionInput& input,
                                                         const ClaimKnowledge& knowledge);

}  // namespace isnad
