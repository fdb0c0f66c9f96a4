// SPDX-License-Identifier: Apache-2.0
// Narrators by form, one pass over the cues in text order: a verb with its subject and clause, a
// word of source (بحسب), an impersonal evidential, a verb that goes on with the narrator before it
// (وأضاف). What a narrator's phrase is, how far his word reaches and whom a pronoun means stand in
// files of their own. A part of find_attributions.h, which is what others call.
#pragma once

#include <optional>
#include <vector>

#include "isnad/claim/antecedent.h"
#include "isnad/claim/find_attributions.h"
#include "isnad/claim/identify_narrator.h"
#include "isnad/claim/narrator_phrase.h"
#include "isnad/claim/reporting_cues.h"
#include "isnad/claim/speech_scope.h"

namespace isnad {

class AttributionFinder {
 public:
  AttributionFinder(const AttributionInput& input, const ClaimKnowledge& knowledge);
  std::vector<Attribution> run();

 private:
  // Did the cue give an attribution, or was it understood otherwise? A later cue inside it is none.
  bool use(const ReportingCue& cue);
  [[nodiscard]] TokenSpan sentence_at(uint32_t token) const;
  [[nodiscard]] bool in_paragraph(uint32_t token, TokenSpan sentence) const;
  [[nodiscard]] Attribution attribution_of(const ReportingCue& cue) const;

  // Verbs: attributions_of_verbs.cpp.
  [[nodiscard]] bool is_accused(const ReportingCue& cue, const NarratorPhrase& subject,
                                TokenSpan sentence) const;
  bool verb(const ReportingCue& cue);
  [[nodiscard]] bool opens_as_verb(const ReportingCue& cue) const;
  [[nodiscard]] bool may_go_on(const ReportingCue& cue, const Said& said) const;
  [[nodiscard]] NarratorPhrase subject_of(const ReportingCue& cue, const Said& said) const;
  [[nodiscard]] bool speaks_for_press(const NarratorPhrase& subject) const;
  [[nodiscard]] uint32_t noun_complement(const ReportingCue& cue,
                                         const NarratorPhrase& subject) const;
  bool close_quotation(const ReportingCue& cue, const NarratorPhrase& subject, TokenSpan quoted);
  bool echo(const ReportingCue& cue, const NarratorPhrase& subject);
  void remember_silent(const ReportingCue& cue, const NarratorPhrase& subject);

  // Participles and nouns of saying: attributions_of_nouns.cpp.
  bool participle(const ReportingCue& cue);
  bool masdar(const ReportingCue& cue);
  bool renewed(const ReportingCue& cue, const Said& said);

  // Words of source and impersonal forms: attributions_of_sources.cpp.
  bool according(const ReportingCue& cue);
  [[nodiscard]] NarratorPhrase issuer_of(const NarratorPhrase& document) const;
  [[nodiscard]] TokenSpan source_scope(const ReportingCue& cue, uint32_t end) const;
  [[nodiscard]] bool only_marks(TokenSpan tokens) const;
  [[nodiscard]] TokenSpan sentence_before(uint32_t token) const;
  [[nodiscard]] uint32_t said_before(uint32_t token, TokenSpan sentence) const;
  bool impersonal(const ReportingCue& cue);

  // Who it is: attribution_narrators.cpp.
  void add(const ReportingCue& cue, const NarratorPhrase& subject, Attribution attribution,
           uint32_t occasion_end);
  [[nodiscard]] bool refers_back(uint32_t noun) const;
  [[nodiscard]] NarratorPhrase protagonist(uint32_t token) const;
  void go_on_in_sentence(const ReportingCue& cue, Attribution attribution);
  void go_on(const Speaker* speaker, Attribution attribution);
  void place(const NarratorPhrase& subject, Narrator narrator, Gender gender,
             Attribution attribution);
  void push(Attribution attribution, int32_t outer);
  void remember(Gender gender);
  void quoted_source(const ReportingCue& cue, const std::optional<Speaker>& before,
                     TokenSpan scope);

  const ClaimKnowledge& knowledge_;
  const Syntax& syntax_;
  ReportingCues cues_;
  PartyIndex parties_;
  NarratorReader reader_;
  SpeechScope scope_;
  NarratorIdentifier identifier_;
  Antecedents antecedents_;
  // Up to here reaches the subject and the occasion of the verb last used; what stands there says
  // nothing of its own.
  uint32_t occasion_end_ = 0;
  std::vector<Attribution> out_;
  std::vector<int32_t> outer_of_;  // by attribution: who relays it, -1 nobody
};

}  // namespace isnad
